import { Hono } from "hono"
import { findLocalActor } from "../../db/actors.ts"
import { actorDocuments } from "../../federation/documents.ts"
import { createOutside } from "../../federation/federation.ts"
import { createLookUp } from "../../federation/plumbing/look-up.ts"
import { createRemoteKeys } from "../../federation/plumbing/remote-keys.ts"
import { signingKeys } from "../../federation/plumbing/signing-keys.ts"
import { federationRoutes } from "../../federation/routes.ts"
import { synchronizer } from "../../federation/synchronizer.ts"
import { type Ports, uuidv7 } from "../../src/ports.ts"
import { startSchedule } from "../../src/schedule.ts"
import { startWorkers } from "../../src/workers.ts"
import type { World } from "../../src/world.ts"
import type { Chance } from "./chance.ts"
import type { Internet, Letter, Reply } from "./internet.ts"
import { type Life, Memory, type Sabotage } from "./memory.ts"
import type { Scheduler } from "./scheduler.ts"

export const secretKey = "a secret of the simulator, long enough to be taken"
/** The moment at which every run begins, on a clock that is right. */
export const beginning = Date.parse("2027-03-01T08:00:00Z")

type SnugParts = {
	name: string
	url: string
	scheduler: Scheduler
	internet: Internet
	chance: Chance
	/** Milliseconds by which its clock is wrong. */
	skew: number
	sabotage: Sabotage | null
}

/** When a server is to die: at the nth statement or failpoint from now, or when it comes by a named one. */
type Death = { at: "statement" | "failpoint"; nth: number; moment: "before" | "after"; place?: string }

/** One Snug server over all its lives: the real code on its own database, between virtual time and a virtual network. */
export class Snug {
	readonly name: string
	readonly parts: SnugParts
	readonly memory: Memory
	/** Null while it is down. */
	world: World | null = null
	/** Statements of all its lives. */
	get statements(): number {
		return this.#statements + (this.#life?.statements ?? 0)
	}
	#statements = 0
	/** How often it died. */
	deaths = 0
	readonly #ids: Chance
	#life: Life | null = null
	#app: Hono | null = null
	#lives = 0
	#death: (Death & { left: number }) | null = null

	private constructor(parts: SnugParts, memory: Memory) {
		this.parts = parts
		this.name = parts.name
		this.memory = memory
		this.#ids = parts.chance.fork("ids")
	}

	static async open(parts: SnugParts): Promise<Snug> {
		const { url, name, scheduler, skew, sabotage } = parts
		const chance = parts.chance.fork("statements")
		const clock = () => new Date(beginning + scheduler.now + skew).toISOString()
		const memory = await Memory.open({ url, name, scheduler, chance, clock, sabotage })
		const snug = new Snug(parts, memory)
		parts.internet.put(name, { answer: (letter) => snug.answer(letter), alive: () => snug.#app !== null })
		return snug
	}

	get now(): Date {
		return new Date(Math.floor(beginning + this.parts.scheduler.now + this.parts.skew))
	}

	/** Whether this is still the life in which somebody asked something. */
	get lifeNumber(): number {
		return this.#lives
	}

	/** Begins a life: the same steps as `serve` takes, but for the port, and no pages. */
	async start(): Promise<void> {
		const life = ++this.#lives
		const { internet, name, scheduler } = this.parts
		const alive = () => life === this.#lives
		const fetch = internet.portOf(name, alive)
		const ports: Ports = {
			now: () => this.now,
			timer: (run, milliseconds) =>
				scheduler.after(Math.max(milliseconds, 0.01), `${name} timer`, () => {
					if (alive()) run()
				}),
			newId: () => this.newId(),
			fetch,
			failpoint: (place) => this.#pass(place),
		}
		const worker = this.newId()
		const connection = this.memory.begin(worker)
		this.#life = connection
		connection.failpoint = ports.failpoint
		connection.dies = (_, moment) => this.#isDeadly("statement", moment)
		const origin = new URL(`https://${name}`)
		const world: World = { db: connection.db, ports, origin, secretKey, wake: () => {} }
		const signingKey = signingKeys(world)
		const server = await findLocalActor(world.db, "server")
		const lookUp = createLookUp(world, () => signingKey(server!.id))
		const outside = createOutside(world)
		const documents = actorDocuments(world, outside)
		let heard = () => {}
		const keys = createRemoteKeys(world, lookUp)
		const door = { world, keys, heard: () => heard(), followersSaid: synchronizer(world, lookUp) }
		this.#app = new Hono()
		this.#app.route("/", federationRoutes({ world, outside, documents, door, onlySigned: false }))
		this.#app.onError((error, c) => {
			scheduler.note(`${name} could not answer: ${error}`)
			return c.text("Something went wrong here.", 503)
		})
		const network = { allowPrivateAddress: false, fetch, close: async () => {} }
		const opened = { world, connection, worker, close: async () => {} }
		const workers = await startWorkers({
			opened,
			network,
			lookUp,
			documents,
			signingKey,
			shared: false,
			// its pages are not there, and so neither are their words
			answerWords: (answer) => [JSON.stringify(answer)],
		})
		heard = workers.heard
		startSchedule(world)
		this.world = world
	}

	/** Dies at the next place that fits. */
	doom(death: Death): void {
		this.#death = { ...death, left: death.nth }
	}

	spare(): void {
		this.#death = null
	}

	/** Dies now; whatever it was at is left as it is. */
	async crash(): Promise<void> {
		if (!this.#life) return
		const life = this.#life
		this.#end()
		await life.crash()
	}

	/** Called with every death, so that somebody starts it again. */
	died: () => void = () => {}

	newId(): string {
		return uuidv7(this.now.getTime(), this.#ids.bytes(10))
	}

	async answer({ method, url, headers, body }: Letter): Promise<Reply> {
		const request = new Request(url, { method, headers, body: body as Uint8Array<ArrayBuffer> | null })
		const response = await this.#app!.fetch(request)
		const bytes = new Uint8Array(await response.arrayBuffer())
		return { status: response.status, headers: Object.fromEntries(response.headers), body: bytes }
	}

	#end(): void {
		this.#life?.halt()
		this.#statements += this.#life?.statements ?? 0
		this.#life = null
		this.#app = null
		this.world = null
		this.#lives++
		this.deaths++
		this.#death = null
		this.died()
	}

	#isDeadly(at: Death["at"], moment: Death["moment"], place?: string): boolean {
		const death = this.#death
		if (!death || death.at !== at || death.moment !== moment) return false
		if ((death.place && death.place !== place) || --death.left > 0) return false
		const life = this.#life!
		this.parts.scheduler.note(`${this.name} dies ${moment} a ${at}${place ? ` (${place})` : ""}`)
		this.#end()
		this.parts.scheduler.after(0, `${this.name} is gone`, () => life.crash())
		return true
	}

	#pass(place: string): void | Promise<void> {
		const { scheduler, chance, name } = this.parts
		if (this.#isDeadly("failpoint", "before", place)) return new Promise(() => {})
		if (!chance.happens(0.05)) return
		return new Promise((resolve) => {
			scheduler.after(chance.wait(30), `${name} lingers`, resolve)
		})
	}
}
