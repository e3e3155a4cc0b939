import { createServer, type RequestListener, type Server } from "node:http"

// Ports below the system's ephemeral range: while a peer is down, nobody who asks for "any port" is given its own.
const FIRST = 20_000
const LAST = 32_000
const taken = new Set<number>()

const listen = (server: Server, port: number): Promise<void> =>
	new Promise((resolve, reject) => {
		server.once("error", reject)
		server.listen(port, "127.0.0.1", () => {
			server.off("error", reject)
			resolve()
		})
	})

/** A port on 127.0.0.1 that can be left and taken again. */
export class Listener {
	port = 0
	#server: Server | undefined
	readonly #handle: RequestListener

	constructor(handle: RequestListener) {
		this.#handle = handle
	}

	/** Takes the given port, or a free one. */
	async open(port?: number): Promise<void> {
		for (let attempt = 0; ; attempt++) {
			const candidate = port ?? FIRST + Math.floor(Math.random() * (LAST - FIRST))
			if (port === undefined && taken.has(candidate)) continue
			try {
				this.port = candidate
				await this.up()
				taken.add(candidate)
				return
			} catch (error) {
				if (port !== undefined || attempt === 50) throw error
			}
		}
	}

	/** Listens on the port it already has. */
	async up(): Promise<void> {
		if (this.#server) return
		const server = createServer(this.#handle)
		await listen(server, this.port)
		this.#server = server
	}

	/** Refuses connections and ends those there are; the port stays this peer's. */
	async down(): Promise<void> {
		const server = this.#server
		this.#server = undefined
		if (!server) return
		await new Promise<void>((resolve) => {
			server.close(() => resolve())
			server.closeAllConnections()
		})
	}

	async close(): Promise<void> {
		await this.down()
		taken.delete(this.port)
	}
}
