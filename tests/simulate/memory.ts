import { drizzle } from "drizzle-orm/postgres-js"
import type { Sql } from "postgres"
import type { Connection } from "../../db/connect.ts"
import type { Pool } from "../../db/connection/pool.ts"
import { type Answer, type Converters, newConverters, openSlot, type Slot } from "../../db/connection/slot.ts"
import {
	type CommitPlace,
	lend,
	type Session as Run,
	transact,
	unsafeOf,
	within,
} from "../../db/connection/transaction.ts"
import { readDatabaseUrl } from "../../db/database-url.ts"
import { presenceOf } from "../../db/presence.ts"
import * as schema from "../../db/schema/index.ts"
import { Blockages, type Seat } from "./blockages.ts"
import type { Chance } from "./chance.ts"
import type { Scheduler } from "./scheduler.ts"

const seatsAtMost = 7
const neverCutOff = 86_400_000
const never = new Promise<never>(() => {})

type MemoryParts = {
	url: string
	/** Whose it is, for the record. */
	name: string
	scheduler: Scheduler
	chance: Chance
	/** The owner's clock, as text, for what the database fills in by itself. */
	clock: () => string
	/** What is answered as done and is not, to see whether anybody notices. */
	sabotage?: Sabotage | null
}

/** Statements that are passed over, each with some probability. */
export type Sabotage = { statements: RegExp; probability: number }

/**
 * A server's database over all of its lives: a real PostgreSQL, asked one statement at a time in the order the scheduler
 * decides. Between two statements of one transaction those of others may come.
 */
export class Memory {
	readonly parts: MemoryParts
	readonly converters: Converters
	readonly blockages: Blockages
	readonly #seats: Seat[]
	#life: Life | null = null

	private constructor(parts: MemoryParts, converters: Converters, seats: Seat[], monitor: Slot) {
		this.parts = parts
		this.converters = converters
		this.#seats = seats
		this.blockages = new Blockages(monitor, parts.scheduler)
	}

	static async open(parts: MemoryParts): Promise<Memory> {
		const at = readDatabaseUrl(parts.url)
		// What drizzle adds to the converters must be there before a session takes them over.
		const converters = newConverters()
		drizzle({ client: { options: converters } as unknown as Sql })
		const settings = { prologue, converters, patience: 30_000 }
		const seats: Seat[] = []
		for (let nth = 0; nth < seatsAtMost; nth++) {
			const slot = await openSlot(at, settings)
			await slot.run("set deadlock_timeout = '10ms'").catch(() => {})
			const [row] = (await slot.run("select pg_backend_pid() as pid")) as unknown as { pid: number }[]
			seats.push({ slot, pid: row!.pid, inTransaction: false })
		}
		return new Memory(
			parts,
			converters,
			seats,
			await openSlot(at, { ...settings, converters: newConverters() }),
		)
	}

	/** A server's own connection, until it ends or crashes. */
	begin(worker: string): Life {
		this.#life = new Life(this, worker, [...this.#seats])
		return this.#life
	}

	/** What is in it, read beside everything else. */
	async look<T>(text: string, parameters: unknown[] = []): Promise<T[]> {
		return (await this.blockages.monitor.run(text, parameters)) as unknown as T[]
	}

	async close(): Promise<void> {
		await Promise.all(
			[...this.#seats.map(({ slot }) => slot), this.blockages.monitor].map((slot) => slot.end()),
		)
	}
}

const prologue = `set search_path = sim, pg_catalog, public; set client_min_messages = error`

type Handle = Pick<Slot, "dead" | "onDeath" | "run" | "destroy">

/** One life of a server's connection. After a crash nothing it was asked is ever answered, and nothing is kept of it. */
export class Life implements Connection {
	/** Statements so far. */
	statements = 0
	/** Called before and after each statement with its number; true means that the server dies there. */
	dies: (nth: number, moment: "before" | "after") => boolean = () => false
	/** Passed before and after each commit. */
	failpoint: (place: CommitPlace) => void | Promise<void> = () => {}
	readonly db: Connection["db"]
	readonly #memory: Memory
	readonly #presence: Seat
	readonly #free: Seat[]
	readonly #taken = new Set<Seat>()
	readonly #queue: (() => void)[] = []
	readonly #worker: string
	#present = false
	#over = false
	#gone = false

	constructor(memory: Memory, worker: string, seats: Seat[]) {
		this.#memory = memory
		this.#worker = worker
		this.#presence = seats.pop()!
		this.#free = seats
		const pool = { borrow: () => this.#borrow(), giveBack: (handle: Handle) => this.#giveBack(handle) }
		const lenders = pool as unknown as Pool
		const driver = {
			options: memory.converters,
			unsafe: unsafeOf((text, parameters, shape) =>
				within(neverCutOff, (deadline) =>
					lend(lenders, deadline, (slot) => slot.run(text, parameters, shape)),
				),
			),
			begin: <T>(work: (session: Run) => Promise<T>) =>
				transact(
					lenders,
					neverCutOff,
					work,
					(wait) => this.#pause(wait),
					(place) => this.failpoint(place),
				),
		}
		this.db = drizzle({ client: driver as unknown as Sql, schema })
	}

	/** Nobody rings from another process here; what listens says with it that it is alive. */
	async listen(): Promise<() => Promise<void>> {
		if (!this.#present) {
			this.#present = true
			await this.#run(this.#presence, presenceOf(this.#worker), [], "rows")
		}
		return async () => {}
	}

	close(): Promise<void> {
		return this.crash()
	}

	/** From here on nothing is asked or answered any more. */
	halt(): void {
		this.#over = true
	}

	/** Ends at once, as when the process is killed: what was not committed is gone. */
	async crash(): Promise<void> {
		this.halt()
		if (this.#gone) return
		this.#gone = true
		const { blockages } = this.#memory
		const seats = [...this.#taken, this.#presence]
		for (const seat of seats) if (!blockages.has(seat)) await seat.slot.run("rollback")
		await blockages.dropAll(seats)
		await this.#presence.slot.run("select pg_advisory_unlock_all()")
		for (const seat of seats) seat.inTransaction = false
	}

	readonly #handles = new Map<Handle, Seat>()

	#borrow(): Promise<Handle> {
		return new Promise((resolve) => {
			const take = () => {
				const seat = this.#free.pop()!
				this.#taken.add(seat)
				let turn: Promise<unknown> = Promise.resolve()
				const handle: Handle = {
					dead: null,
					onDeath: null,
					destroy: () => {},
					// one statement after the other, as a slot does it
					run: (text, parameters = [], shape = "rows") => {
						const answer = turn.then(() => this.#run(seat, text, parameters, shape))
						turn = answer.catch(() => {})
						return answer
					},
				}
				this.#handles.set(handle, seat)
				resolve(handle)
			}
			if (this.#free.length > 0) take()
			else this.#queue.push(take)
		})
	}

	#giveBack(handle: Handle): void {
		const seat = this.#handles.get(handle)!
		this.#handles.delete(handle)
		this.#taken.delete(seat)
		this.#free.push(seat)
		this.#queue.shift()?.()
	}

	#pause(milliseconds: number): Promise<void> {
		const { scheduler, name } = this.#memory.parts
		return new Promise((resolve) => {
			scheduler.after(milliseconds, `${name} tries a transaction again`, () => {
				if (!this.#over) resolve()
			})
		})
	}

	#run(seat: Seat, text: string, parameters: readonly unknown[], shape: "rows" | "values"): Promise<Answer> {
		const { scheduler, chance, name } = this.#memory.parts
		if (this.#over) return never
		return new Promise((resolve, reject) => {
			scheduler.after(latency(chance), `${name} ${text.slice(0, 70).replace(/\s+/g, " ")}`, async () => {
				const nth = ++this.statements
				if (this.#over || this.dies(nth, "before")) return
				const settle = (outcome: Outcome) => {
					if (this.#over || this.dies(nth, "after")) return
					scheduler.note(`${name} ${"answer" in outcome ? outcome.answer.length : String(outcome.error)}`)
					if ("answer" in outcome) resolve(outcome.answer)
					else reject(outcome.error)
				}
				const { clock, sabotage } = this.#memory.parts
				if (sabotage?.statements.test(text) && chance.happens(sabotage.probability))
					return settle({ answer: [] })
				const statement = { text, parameters, shape }
				// As with now() of PostgreSQL's own, the moment is that at which the transaction began.
				if (text === "begin") statement.text = `begin; set sim.now = '${clock()}'`
				else if (!seat.inTransaction && usesClock.test(text))
					await seat.slot.run(`set sim.now = '${clock()}'`)
				await this.#memory.blockages.run(seat, statement, settle)
			})
		})
	}
}

export type Outcome = { answer: Answer } | { error: unknown }

const usesClock = /^\s*insert|now\(\)/i

/** Mostly well under a millisecond; now and then the database is busy, and rarely very. */
const latency = (chance: Chance): number => {
	const wait = chance.wait(0.5)
	if (chance.happens(0.01)) return wait * 60
	return chance.happens(0.0005) ? wait * 4000 : wait
}
