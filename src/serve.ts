import type { Server } from "node:http"
import { serve as serveHttp } from "@hono/node-server"
import { findLocalActor } from "../db/actors.ts"
import { startDelivery } from "../federation/delivery/delivery.ts"
import { actorDocuments } from "../federation/documents.ts"
import { createOutside } from "../federation/federation.ts"
import { startInboxWorker } from "../federation/inbox-worker.ts"
import { startOutbox } from "../federation/outbox.ts"
import { createLookUp } from "../federation/plumbing/look-up.ts"
import type { Network } from "../federation/plumbing/network.ts"
import { createRemoteKeys } from "../federation/plumbing/remote-keys.ts"
import { signingKeys } from "../federation/plumbing/signing-keys.ts"
import { findGroup } from "../db/groups.ts"
import type { Config } from "./config.ts"
import type { OpenWorld } from "./open-world.ts"
import { createServer } from "./server.ts"

export type Serving = {
	/** Resolves when nothing is due: heard, handed over or to be delivered. */
	idle(): Promise<void>
	/** Stops accepting, finishes or gives back what is held. */
	stop(): Promise<void>
}

const eventsChannel = "snug_events"
const logChannel = "snug_log"

/** Puts the parts of a server together and opens its door. @throws when the port cannot be listened on. */
export const serve = async ({ world, connection }: OpenWorld, network: Network, config: Config): Promise<Serving> => {
	const signingKey = signingKeys(world)
	const serverActor = await findLocalActor(world.db, "server")
	const lookUp = createLookUp(world, () => signingKey(serverActor!.id))
	const outside = createOutside(world)
	const documents = actorDocuments(world, outside)

	const delivery = startDelivery({ db: world.db, ports: world.ports, network, signingKey, webOrigin: world.origin })
	const outbox = startOutbox({
		world,
		groupDocument: async (groupId) => {
			const group = await findGroup(world.db, groupId)
			return group ? documents.json(group) : null
		},
		handedOver: (groupIds) => delivery.wake(groupIds),
	})
	world.wake = () => outbox.wake()
	const inbox = startInboxWorker({ world, lookUp })
	const door = { world, keys: createRemoteKeys(world, lookUp), heard: () => inbox.wake() }
	const stopListening = await Promise.all([
		connection.listen(eventsChannel, () => outbox.wake()),
		connection.listen(logChannel, (groupIds) => delivery.wake(groupIds ? groupIds.split(",") : undefined)),
	])

	let stopping = false
	const app = createServer({ world, outside, documents, door }, () => stopping)
	const http = await listen(app.fetch, config)
	return {
		async idle() {
			await inbox.idle()
			await outbox.idle()
			await delivery.idle()
		},
		async stop() {
			stopping = true
			await closeHttp(http)
			await inbox.stop()
			await outbox.stop()
			await delivery.stop()
			await Promise.all(stopListening.map((stop) => stop()))
			await network.close()
		},
	}
}

const listen = (fetch: (request: Request) => Response | Promise<Response>, { port, bind }: Config): Promise<Server> =>
	new Promise((resolve, reject) => {
		const server = serveHttp(
			{
				fetch,
				port,
				hostname: bind,
				serverOptions: { headersTimeout: 15_000, requestTimeout: 20_000, keepAliveTimeout: 30_000 },
			},
			() => resolve(server),
		) as Server
		server.once("error", reject)
	})

/** Lets requests under way be answered, for a few seconds. */
const closeHttp = async (server: Server): Promise<void> => {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()))
	server.closeIdleConnections()
	const hurry = setTimeout(() => server.closeAllConnections(), 3000)
	await closed
	clearTimeout(hurry)
}
