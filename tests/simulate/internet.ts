import { NetworkFailure } from "../../federation/plumbing/network-failure.ts"
import type { NetworkAnswer, Ports } from "../../src/ports.ts"
import type { Chance } from "./chance.ts"
import type { Scheduler } from "./scheduler.ts"

export type Letter = {
	from: string
	method: "GET" | "POST"
	url: URL
	headers: Record<string, string>
	body: Uint8Array | null
}
export type Reply = { status: number; headers: Record<string, string>; body: Uint8Array }
/** Whoever is reached under a host's name; null while nobody is. */
type Host = { answer: (letter: Letter) => Promise<Reply> | Reply; alive: () => boolean }

/** How the network is on this day: chances of one request, and milliseconds. */
export type Weather = { lost: number; answerLost: number; twice: number; slow: number; latency: number }

const fair: Weather = { lost: 0, answerLost: 0, twice: 0, slow: 0, latency: 20 }
/** As long as the product gives a whole exchange. */
const longestExchange = 10_000

/**
 * The network between the hosts of one run. Requests are lost, late or brought twice, answers are lost after the request
 * was heard, and hosts do not reach each other, all as the seed has it.
 */
export class Internet {
	weather: Weather = fair
	readonly #hosts = new Map<string, Host>()
	readonly #scheduler: Scheduler
	readonly #chance: Chance
	readonly #cut = new Set<string>()

	constructor(scheduler: Scheduler, chance: Chance) {
		this.#scheduler = scheduler
		this.#chance = chance
	}

	put(name: string, host: Host): void {
		this.#hosts.set(name, host)
	}

	cut(one: string, other: string): void {
		this.#cut.add([one, other].sort().join("|"))
	}

	mend(one: string, other: string): void {
		this.#cut.delete([one, other].sort().join("|"))
	}

	heal(): void {
		this.weather = fair
		this.#cut.clear()
	}

	/** Sends one request; `alive` says whether whoever sent it still is there when the answer comes. */
	send(letter: Letter, alive: () => boolean): Promise<Reply> {
		return new Promise((resolve, reject) => {
			const once = new Once(alive, resolve, reject)
			const to = letter.url.host
			const name = `${letter.from} ${letter.method} ${to}${letter.url.pathname}`
			this.#scheduler.after(longestExchange, `${name}: no answer`, () =>
				once.fail(new NetworkFailure("timeout", "no complete answer in time")),
			)
			const copies = letter.method === "POST" && mayComeTwice(letter) && this.#happens("twice") ? 2 : 1
			for (let copy = 0; copy < copies; copy++) {
				if (this.#happens("lost")) continue
				this.#scheduler.after(this.#way(), `${name} arrives`, () => this.#arrive(letter, name, once))
			}
		})
	}

	/** The network as a server of ours asks for it. */
	portOf(from: string, alive: () => boolean): Ports["fetch"] {
		return async ({ method, url, headers, body }) => {
			const reply = await this.send({ from, method, url, headers, body: body ?? null }, alive)
			return { statusCode: reply.status, headers: reply.headers, body: bodyOf(reply.body) }
		}
	}

	async #arrive(letter: Letter, name: string, once: Once): Promise<void> {
		const to = letter.url.host
		const host = this.#hosts.get(to)
		if (this.#cut.has([letter.from, to].sort().join("|")) || !host?.alive()) {
			const refused = new NetworkFailure("unreachable", "no connection")
			this.#scheduler.after(this.#way(), `${name}: refused`, () => once.fail(refused))
			return
		}
		// Not awaited: what follows is the scheduler's business.
		void Promise.resolve(host.answer(letter)).then((reply) => {
			this.#scheduler.note(`${name}: ${reply.status}`)
			if (this.#happens("answerLost")) return
			this.#scheduler.after(this.#way(), `${name}: answered`, () => once.succeed(reply))
		})
	}

	#happens(what: "lost" | "answerLost" | "twice"): boolean {
		return this.#chance.happens(this.weather[what])
	}

	#way(): number {
		const way = 1 + this.#chance.wait(this.weather.latency)
		return this.#chance.happens(this.weather.slow) ? way + this.#chance.between(100, 9000) : way
	}
}

/** Some servers use the ids of a Follow and its Undo again, so a copy cannot be told from a new one. */
const mayComeTwice = ({ body }: Letter): boolean =>
	!/"type":"(Follow|Undo)"/.test(
		Buffer.from(body ?? [])
			.toString("latin1")
			.slice(0, 400),
	)

class Once {
	#over = false
	readonly #alive: () => boolean
	readonly #resolve: (reply: Reply) => void
	readonly #reject: (error: Error) => void

	constructor(alive: () => boolean, resolve: (reply: Reply) => void, reject: (error: Error) => void) {
		this.#alive = alive
		this.#resolve = resolve
		this.#reject = reject
	}

	succeed(reply: Reply): void {
		if (!this.#over && this.#alive()) this.#resolve(reply)
		this.#over = true
	}

	fail(error: Error): void {
		if (!this.#over && this.#alive()) this.#reject(error)
		this.#over = true
	}
}

const bodyOf = (bytes: Uint8Array): NetworkAnswer["body"] => {
	const parts = (async function* () {
		if (bytes.length > 0) yield bytes
	})()
	const whole = Object.assign(parts, { dump: async () => {}, on: () => whole, destroy: () => whole })
	return whole as unknown as NetworkAnswer["body"]
}
