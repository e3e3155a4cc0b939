import type { IncomingMessage, Server } from "node:http"
import { type HttpBindings, serve as serveHttp } from "@hono/node-server"
import { findLocalActor } from "../db/actors.ts"
import { createArchive } from "../federation/archive.ts"
import { actorDocuments } from "../federation/documents.ts"
import { createOutside } from "../federation/federation.ts"
import { homeFinder, softwareOf } from "../federation/homes/find-home.ts"
import { homeOAuth } from "../federation/homes/oauth.ts"
import { createLookUp } from "../federation/plumbing/look-up.ts"
import type { Network } from "../federation/plumbing/network.ts"
import { readPage } from "../federation/plumbing/read-page.ts"
import { readPicture } from "../federation/plumbing/read-picture.ts"
import { createRemoteKeys } from "../federation/plumbing/remote-keys.ts"
import { signingKeys } from "../federation/plumbing/signing-keys.ts"
import { synchronizer } from "../federation/synchronizer.ts"
import { healthRoutes } from "./api/health.ts"
import { bell } from "./bell.ts"
import { addressesIn } from "./client-address.ts"
import type { Config } from "./config.ts"
import { examine } from "./doctor/examine.ts"
import { limits } from "./limits.ts"
import type { OpenWorld } from "./open-world.ts"
import { postElsewhere } from "./outside.ts"
import type { Fetch } from "./remembered.ts"
import { createServer } from "./server.ts"
import { letterWords } from "./web/letters.ts"
import { digestLetter, pushMessage } from "./web/notifications/letter.tsx"
import { answerWords } from "./web/voices/answers.ts"
import { eventsChannel, inboxChannel, startWorkers, type Workers } from "./workers.ts"
import type { World } from "./world.ts"

export type Serving = {
	/** Stops accepting, finishes or gives back what is held. */
	stop(): Promise<void>
}

/** Milliseconds that requests under way are given when the server stops. */
const patience = 3000

/** Milliseconds for a request's headers, for all of it, and between two looks at who is too slow: Node looks every 30 s. */
const slowness = {
	headersTimeout: limits.headersTime,
	requestTimeout: limits.uploadTime,
	connectionsCheckingInterval: 1000,
}

/**
 * Puts the parts of a server together and opens its door. In the role of `web` it keeps what it hears and rings for a
 * worker; in the role of `worker` it answers probes only. @throws when the port cannot be listened on.
 */
export const serve = async (opened: OpenWorld, network: Network, config: Config): Promise<Serving> => {
	const { world } = opened
	const signingKey = signingKeys(world)
	const serverActor = await findLocalActor(world.db, "server")
	const lookUp = createLookUp(world, () => signingKey(serverActor!.id))
	const outside = createOutside(world)
	const documents = actorDocuments(world, outside)

	let stopping = false
	let workers: Workers | null = null
	const bells = config.role === "web" ? ringForWorkers(world) : null
	const heard = () => (bells ? bells.inbox.ring() : workers?.heard())
	const keys = createRemoteKeys(world, lookUp)
	const door = { world, keys, heard, followersSaid: synchronizer(world, lookUp) }
	const onlySigned = config.signedFetch === "required"
	const app =
		config.role === "worker"
			? healthRoutes(world, () => stopping, opened.room)
			: createServer(
					{ world, outside, documents, door, onlySigned },
					() => stopping,
					{
						trustedProxies: addressesIn(config.trustedProxies)!,
						defaultLocale: config.defaultLocale,
						elsewhere: {
							lookUp: (name) => lookUp.handle(name),
							findHome: homeFinder(world),
							lookUpPost: (address) => postElsewhere(world, lookUp, address),
							softwareOf: (host) => softwareOf(world, host),
							oauth: homeOAuth(world),
							readPage: (url) => readPage(world, url),
							archive: createArchive(world, documents),
							readPicture: (url) => readPicture(world, url),
						},
						examine: () => examine(config, world.ports, process.versions.node),
					},
					opened,
				)
	// The door opens before anyone is told something, since they ask back for our keys.
	const http = await listen(app.fetch, config)
	try {
		const shared = config.role === "worker"
		if (config.role !== "web")
			workers = await startWorkers({
				opened,
				network,
				lookUp,
				documents,
				signingKey,
				shared,
				words: {
					digest: digestLetter(config.defaultLocale),
					push: pushMessage(config.defaultLocale),
					letter: letterWords(config.defaultLocale),
				},
				answerWords: answerWords(config.defaultLocale),
			})
	} catch (error) {
		await closeHttp(http)
		throw error
	}
	return {
		async stop() {
			stopping = true
			await Promise.all([closeHttp(http), workers?.stop()])
			if (bells) await Promise.all([bells.inbox.stop(), bells.events.stop()])
		},
	}
}

/** What this process would otherwise do itself, it tells the workers of. */
const ringForWorkers = (world: World) => {
	const events = bell(world, eventsChannel)
	world.wake = () => events.ring()
	return { inbox: bell(world, inboxChannel), events }
}

/** Whether somebody who is signed in, as far as one can tell, brings pictures: that takes longer than any other request. */
const bringsFiles = ({ headers }: IncomingMessage): boolean =>
	/^multipart\/form-data/i.test(headers["content-type"] ?? "") && /(^|[\s-])snug=/.test(headers.cookie ?? "")

/** Ends a request of which not all has come in time; Node itself waits as long as pictures may take. */
const endSlow = (request: IncomingMessage): void => {
	if (request.complete || bringsFiles(request)) return
	const late = setTimeout(() => {
		if (request.complete || request.destroyed) return
		request.socket.end("HTTP/1.1 408 Request Timeout\r\nconnection: close\r\n\r\n")
		request.socket.destroySoon()
	}, limits.requestTime)
	late.unref()
	for (const over of ["end", "close"]) request.once(over, () => clearTimeout(late))
}

const listen = (answer: Fetch, { port, bind }: Config): Promise<Server> =>
	new Promise((resolve, reject) => {
		const server = serveHttp(
			{
				fetch: (request, env) => answer(request, env as HttpBindings),
				port,
				hostname: bind,
				serverOptions: { ...slowness, keepAliveTimeout: 30_000 },
			},
			() => resolve(server),
		) as Server
		server.once("error", reject)
		server.on("request", endSlow)
	})

/** Lets requests under way be answered, for a few seconds. */
const closeHttp = async (server: Server): Promise<void> => {
	const closed = new Promise<void>((resolve) => server.close(() => resolve()))
	server.closeIdleConnections()
	const hurry = setTimeout(() => server.closeAllConnections(), patience)
	await closed
	clearTimeout(hurry)
}
