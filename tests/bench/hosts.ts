import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import { answerWith } from "./child.ts"

/** One activity that came to a server's inbox; `at` in nanoseconds of the machine's monotonic clock. */
export type Arrival = { host: number; id: string; at: bigint }

// Other servers of the fediverse: each listens on a port of its own, serves actors, and takes everything at once.
const documents = new Map<string, string>()
const origins: string[] = []
let arrivals: Arrival[] = []
let waiting: { count: number; done(): void } | null = null

const open = async ({ count }: { count: number }): Promise<string[]> => {
	while (origins.length < count) {
		const host = origins.length
		const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) =>
			answer(host, request, response),
		)
		origins.push(`http://127.0.0.1:${await listen(server)}`)
	}
	return origins
}

const listen = (server: Server): Promise<number> =>
	new Promise((resolve) =>
		server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port)),
	)

const answer = (host: number, request: IncomingMessage, response: ServerResponse): void => {
	const chunks: Buffer[] = []
	request.on("data", (chunk: Buffer) => chunks.push(chunk))
	request.on("end", () => {
		if (request.method === "POST") {
			const at = process.hrtime.bigint()
			response.writeHead(202, { "content-length": 0 }).end()
			note(host, Buffer.concat(chunks), at)
			return
		}
		const document = documents.get(`${origins[host]}${request.url}`)
		response.writeHead(document ? 200 : 404, { "content-type": "application/activity+json" }).end(document)
	})
}

const note = (host: number, body: Buffer, at: bigint): void => {
	arrivals.push({ host, id: (JSON.parse(body.toString()) as { id: string }).id, at })
	if (waiting && arrivals.length >= waiting.count) waiting.done()
}

answerWith({
	open,
	serve: (given: Record<string, string>) => {
		for (const [uri, document] of Object.entries(given)) documents.set(uri, document)
	},
	/** Waits until so much has come, or for so many milliseconds, and a little longer for what comes twice. */
	await: async ({ count, patience }: { count: number; patience: number }): Promise<Arrival[]> => {
		await new Promise<void>((done) => {
			waiting = { count, done }
			if (arrivals.length >= count) done()
			setTimeout(done, patience)
		})
		waiting = null
		await new Promise((resolve) => setTimeout(resolve, 250))
		const taken = arrivals
		arrivals = []
		return taken
	},
})
