import type { IncomingMessage, ServerResponse } from "node:http"
import { setTimeout as pause } from "node:timers/promises"
import { flatHeaders } from "./exchange.ts"
import type { Peer } from "./peer.ts"
import type { Outcome } from "./semantics.ts"
import type { Conduct, Json, Received } from "./shapes.ts"

type Taking = Exclude<Conduct, "down">
type Waiter = { predicate: (received: Received) => boolean; found: (received: Received) => void }

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
	const chunks: Buffer[] = []
	for await (const chunk of request) chunks.push(chunk as Buffer)
	return Buffer.concat(chunks)
}

const parse = (bytes: Buffer): Json | undefined => {
	try {
		const value = JSON.parse(bytes.toString())
		return value && typeof value === "object" && !Array.isArray(value) ? value : undefined
	} catch {
		return undefined
	}
}

const describe = ({ json, path, answered, verified, outcome }: Received): string => {
	const object = json.object?.type ? `{${json.object.type}}` : ""
	return `  ${json.type}${object} ${json.id} at ${path}: answered ${answered}, ${verified ? "verified" : "not verified"}, ${outcome ?? "not dealt with yet"}`
}

/** Takes the POSTs of a peer: records, verifies, answers, and has each dealt with in the order of arrival. */
export class Inbox {
	readonly #peer: Peer
	readonly #waiters = new Set<Waiter>()
	readonly #taking = new Set<Promise<void>>()
	#work: Promise<unknown> = Promise.resolve()

	constructor(peer: Peer) {
		this.#peer = peer
	}

	/** Answers one POST as the conduct says, or as the software would. */
	async take(request: IncomingMessage, response: ServerResponse, conduct: Taking): Promise<void> {
		const taken = this.#take(request, response, conduct)
		this.#taking.add(taken)
		await taken.finally(() => this.#taking.delete(taken))
	}

	async #take(request: IncomingMessage, response: ServerResponse, conduct: Taking): Promise<void> {
		const bytes = await readBody(request)
		const received = this.#record(request, bytes)
		const wrong = this.#unreadable(received) ?? (await this.#unverified(received))
		if (conduct !== "ok" && conduct.delay) await pause(conduct.delay, undefined, { ref: false })
		const scripted = conduct === "ok" ? undefined : conduct
		if (wrong || (scripted && scripted.status > 299)) {
			this.#reply(response, received, scripted?.status ?? wrong!.status!, scripted?.headers)
			this.#finish(received, wrong ?? { outcome: `not read: answered ${received.answered} by the script` })
			return
		}
		// Lemmy answers once it has looked; the others accept first.
		const looksFirst = this.#peer.traits.strictShapes
		if (!looksFirst) this.#reply(response, received, scripted?.status ?? 202, scripted?.headers)
		const outcome = await this.#dealWith(received)
		if (looksFirst)
			this.#reply(
				response,
				received,
				scripted?.status ?? outcome.status ?? 200,
				scripted?.headers,
				outcome.outcome,
			)
		this.#finish(received, outcome)
	}

	#record(request: IncomingMessage, bytes: Buffer): Received {
		const received: Received = {
			at: this.#peer.now(),
			path: request.url ?? "/",
			headers: flatHeaders(request.headers),
			bytes,
			json: parse(bytes) ?? {},
			verified: false,
			answered: 0,
		}
		this.#peer.received.push(received)
		return received
	}

	#unreadable({ path, headers, bytes, json }: Received): Outcome | undefined {
		const { bodyLimit, strictContentType } = this.#peer.traits
		const shared = this.#peer.sharedInbox && path === "/inbox"
		const known = [...this.#peer.persons.values(), this.#peer.instance]
		if (!shared && !known.some(({ inbox }) => inbox === this.#peer.origin + path))
			return { outcome: "refused: no such inbox", status: 404 }
		if (bytes.length > bodyLimit) return { outcome: `refused: longer than ${bodyLimit} bytes`, status: 413 }
		const type = headers["content-type"] ?? ""
		if (strictContentType && !/^application\/(activity\+json|ld\+json)/.test(type))
			return { outcome: `refused: ${type} is not ActivityPub`, status: 406 }
		if (!json.type || !json.actor) return { outcome: "refused: not an activity", status: 400 }
		return undefined
	}

	async #unverified(received: Received): Promise<Outcome | undefined> {
		const { path, headers, bytes } = received
		const verdict = await this.#peer.verify("POST", path, headers, bytes)
		received.verified = verdict.verified
		received.keyId = verdict.keyId
		received.signer = verdict.signer
		if (verdict.verified) return undefined
		return { outcome: `refused: ${verdict.reason}`, status: this.#peer.traits.refusal }
	}

	#reply(response: ServerResponse, received: Received, status: number, headers = {}, body = ""): void {
		received.answered = status
		response.writeHead(status, headers).end(body)
	}

	#dealWith(received: Received): Promise<Outcome> {
		const outcome = this.#work.then(() => this.#peer.semantics.receive(received))
		const caught = outcome.catch((error: Error) => ({ outcome: `refused: ${error.message}`, status: 400 }))
		this.#work = caught
		return caught
	}

	#finish(received: Received, { outcome }: Outcome): void {
		received.outcome = outcome
		for (const waiter of this.#waiters) if (waiter.predicate(received)) waiter.found(received)
	}

	/** Resolves when every POST so far is answered and dealt with. */
	async settled(): Promise<void> {
		await Promise.allSettled(this.#taking)
	}

	/** Resolves when nothing more is done for POSTs that were answered. */
	async idle(): Promise<void> {
		await this.#work
	}

	waitFor(predicate: (received: Received) => boolean, timeout: number): Promise<Received> {
		const { received, host, software } = this.#peer
		const already = received.find((each) => each.outcome !== undefined && predicate(each))
		if (already) return Promise.resolve(already)
		return new Promise((resolve, reject) => {
			const done = () => {
				clearTimeout(timer)
				this.#waiters.delete(waiter)
			}
			const waiter: Waiter = {
				predicate,
				found: (each) => {
					done()
					resolve(each)
				},
			}
			const timer = setTimeout(() => {
				done()
				const seen = received.map(describe).join("\n") || "  nothing"
				reject(new Error(`${software} ${host} waited ${timeout} ms in vain. It was sent:\n${seen}`))
			}, timeout)
			this.#waiters.add(waiter)
		})
	}
}
