import type { Archive } from "../../federation/archive.ts"
import type { FindHome } from "../../federation/homes/find-home.ts"
import type { HomeOAuth } from "../../federation/homes/oauth.ts"
import type { Actor } from "../people/actor.ts"
import type { FoundPost } from "../quotes/quoted-at.ts"

/** What pages need of other servers; main hands it to them, so that they import nothing of it. */
export type Elsewhere = {
	/** Asks another server who `@name@host` or an address is. */
	lookUp(name: string): Promise<Actor | { reason: string }>
	/** Where somebody's own server lets them act from. */
	findHome: FindHome
	/** Reads a post that is for everyone at its own server, by its address or its page's. */
	lookUpPost(address: string): Promise<FoundPost>
	/** What a server runs, as its NodeInfo names it. */
	softwareOf(host: string): Promise<string | null>
	/** How people show who they are by their own server. */
	oauth: HomeOAuth
	/** The HTML at an address; null when there is none. */
	readPage(url: URL): Promise<string | null>
	/** Everything of somebody's own, as other servers read it. */
	archive: Archive
	/** The bytes of a picture at an address; null when there are none. */
	readPicture(url: URL): Promise<Uint8Array | null>
}
