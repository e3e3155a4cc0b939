import { Peer, type PeerOptions } from "./peer/peer.ts"

export type { Peer, PeerOptions } from "./peer/peer.ts"
export type { Person } from "./peer/person.ts"
export type { Sending } from "./peer/sending.ts"
export { type Json, PUBLIC, type Received } from "./peer/shapes.ts"

/** Starts an independent server of the fediverse on a free port of this machine; its host is `localhost:PORT`. */
export const startPeer = ({ port, ...options }: PeerOptions = {}): Promise<Peer> =>
	new Peer(options).start(port)
