import { createServer, request, type Server } from "node:http"
import { freePort } from "../support/free-port.ts"
import { ACTIVITY_JSON, type Json } from "../support/peer/shapes.ts"
import { freshKey, type KeyPair } from "../support/peer/signatures/keys.ts"
import { signedHeaders } from "../support/peer/signatures/sign.ts"
import type { Contexts } from "./fixtures.ts"

type Served = { status: number; json: Json; text?: string }

/**
 * All the servers that fixtures speak of, as one: it listens on this machine under any name below `localhost`, serves
 * what it is given, takes whatever is delivered, and signs what it sends.
 */
export class Remote {
	/** How many contexts were asked for. */
	contextsAsked = 0
	readonly #documents = new Map<string, Served>()
	readonly #keys = new Map<string, KeyPair>()
	readonly #pool: KeyPair[] = []
	readonly #contexts: Contexts | null
	#server: Server | null = null
	port = 0

	constructor(contexts: Contexts | null) {
		this.#contexts = contexts
	}

	async start(): Promise<this> {
		this.port = await freePort()
		this.#server = createServer((asked, answer) => {
			asked.resume()
			if (asked.method === "POST") return void answer.writeHead(202).end()
			const found = this.#find(`http://${asked.headers.host}${asked.url}`)
			answer.writeHead(found?.status ?? 404, { "content-type": ACTIVITY_JSON })
			answer.end(found ? (found.text ?? JSON.stringify(found.json)) : "{}")
		})
		await new Promise<void>((resolve) => this.#server!.listen(this.port, "127.0.0.1", resolve))
		return this
	}

	async stop(): Promise<void> {
		this.#server?.closeAllConnections()
		await new Promise((resolve) => this.#server?.close(resolve))
	}

	/** From now on this is what is found at an address. */
	serve(uri: string, json: Json, status = 200): void {
		this.#documents.set(withoutFragment(uri), { status, json })
	}

	/** From now on these words are found at an address, whatever they are. */
	serveText(uri: string, text: string): void {
		this.#documents.set(withoutFragment(uri), { status: 200, json: {}, text })
	}

	/** What is found at an address now. */
	found(uri: string): Served | undefined {
		return this.#documents.get(withoutFragment(uri))
	}

	/** A key nobody else of the same fixture has: the pool is larger than any fixture's cast. */
	keyOf(actor: string): KeyPair {
		const known = this.#keys.get(actor)
		if (known) return known
		const place = this.#keys.size % 24
		this.#pool[place] ??= freshKey()
		this.#keys.set(actor, this.#pool[place])
		return this.#pool[place]
	}

	/** Delivers an activity to an inbox, signed by an actor; resolves with the status, 0 when there was no answer. */
	async deliver(inbox: string, activity: Json | string, actor: string): Promise<number> {
		const body = Buffer.from(typeof activity === "string" ? activity : JSON.stringify(activity))
		const asked = { method: "POST", url: inbox, headers: { "content-type": ACTIVITY_JSON }, body }
		const { privateKey } = this.keyOf(actor)
		const headers = signedHeaders(asked, { keyId: `${actor}#main-key`, key: privateKey, date: new Date() })
		return new Promise((resolve) => {
			const sending = request(inbox, { method: "POST", headers, timeout: 20_000 }, (answer) => {
				answer.resume().once("end", () => resolve(answer.statusCode ?? 0))
			})
			sending.once("timeout", () => sending.destroy())
			sending.once("error", () => resolve(0))
			sending.end(body)
		})
	}

	#find(url: string): Served | undefined {
		const found = this.#documents.get(url)
		if (found || !/context|schemas/.test(url)) return found
		this.contextsAsked++
		const [, name] = this.#contexts?.match.find(([pattern]) => new RegExp(pattern).test(url)) ?? []
		return name ? { status: 200, json: this.#contexts!.docs[name]! } : undefined
	}
}

const withoutFragment = (uri: string): string => new URL(uri).href.replace(/#.*$/, "")
