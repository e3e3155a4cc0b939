import type { Socket } from "node:net"
import postgres from "postgres"
import { limits } from "../../src/limits.ts"
import { DatabaseUnavailable, unreachable } from "../database-errors.ts"
import type { Address } from "../database-url.ts"
import { arrayParsers, arraySerializers } from "./arrays.ts"
import { driverOptions } from "./driver-options.ts"
import { Line, openSocket } from "./socket.ts"

/** Converters by type number, as the driver and drizzle share them. */
export type Converters = { parsers: Record<number, unknown>; serializers: Record<number, unknown> }

export type SlotSettings = {
	/** SQL run before anything else on the session. */
	prologue: string
	converters: Converters
	/** Milliseconds until a connection that is not ready counts as failed. */
	patience: number
	onNotify?: (channel: string, payload: string) => void
}

/** What a statement answers: rows, with the command tag of the last statement. */
export type Answer = { command?: string } & readonly unknown[]

// The driver ties the statement and its parameters to each error, and keeps the text of every failed statement for
// ever while it does so. An error that has a `query` is left alone.
Object.defineProperty(postgres.PostgresError.prototype, "query", { value: undefined, configurable: true })

const terminate = Buffer.from([0x58, 0, 0, 0, 4])

/** The converters a pool starts with; drizzle adds its own to them. */
export const newConverters = (): Converters => ({ parsers: arrayParsers(), serializers: arraySerializers() })

/**
 * One session with the database, used by one borrower at a time, one statement after the other. When its connection
 * fails it is dead for good: every statement after that is refused, and nothing is ever written to another session.
 */
export class Slot {
	dead: Error | null = null
	/** Told once, when the session dies. */
	onDeath: ((cause: Error) => void) | null = null
	readonly #socket: Socket
	readonly #line: Line
	readonly #client: postgres.Sql
	readonly #prepared = new Set<string>()
	#turn: Promise<unknown> = Promise.resolve()
	#giveUp: ((cause: Error) => void) | null = null

	constructor(socket: Socket, at: Address, settings: SlotSettings) {
		this.#socket = socket
		this.#line = new Line(socket)
		socket.on("error", (error) => this.destroy(lost(error)))
		socket.on("close", () => this.destroy(lost()))
		this.#client = postgres({
			...driverOptions(at, () => this.#line),
			prepare: true,
			onnotify: settings.onNotify,
		} as never)
		Object.assign(this.#client.options.parsers, settings.converters.parsers)
		Object.assign(this.#client.options.serializers, settings.converters.serializers)
	}

	/** Runs one statement after those before it. Rejects with PostgreSQL's error, or with why the session is dead. */
	run(text: string, parameters: readonly unknown[] = [], shape: "rows" | "values" = "rows"): Promise<Answer> {
		const answer = this.#turn.then(() => this.#send(text, parameters, shape))
		this.#turn = answer.catch(() => {})
		return answer
	}

	#send(text: string, parameters: readonly unknown[], shape: "rows" | "values"): Promise<Answer> {
		return new Promise<Answer>((resolve, reject) => {
			if (this.dead) return reject(this.dead)
			this.#giveUp = reject
			const query = this.#client.unsafe(text, [...parameters] as never[], { prepare: this.#prepares(text) })
			const answer = shape === "values" ? query.values() : query
			answer.then(resolve as (rows: unknown) => void, reject)
		}).finally(() => {
			this.#giveUp = null
		})
	}

	// A statement text is kept parsed on the server; the limit is for lists of varying length, each a text of its own.
	#prepares(text: string): boolean {
		if (this.#prepared.size < limits.statementsPrepared) this.#prepared.add(text)
		return this.#prepared.has(text)
	}

	/** Ends the session at once. The server rolls back what was not committed. */
	destroy(cause: Error): void {
		if (this.dead) return
		this.dead = cause
		this.#line.cut()
		this.#socket.destroy()
		this.#giveUp?.(cause)
		// the driver must forget it too, or a statement it still holds would wait for ever
		this.#client.end({ timeout: 0 }).catch(() => {})
		this.onDeath?.(cause)
	}

	/** Says goodbye to the server, as libpq's PQfinish does. */
	async end(): Promise<void> {
		if (this.dead) return
		this.onDeath = null
		const closed = new Promise<void>((resolve) => this.#socket.once("close", () => resolve()))
		this.#socket.end(terminate)
		const timer = setTimeout(() => this.#socket.destroy(), 1000)
		await closed
		clearTimeout(timer)
		this.destroy(new DatabaseUnavailable("closed", "The connection to the database was closed."))
	}
}

const lost = (cause?: Error) =>
	new DatabaseUnavailable("lost", "The connection to the database was lost.", cause)

/** Opens a session and makes it ready, or throws a `DatabaseUnavailable` an operator can act on. */
export const openSlot = async (at: Address, settings: SlotSettings): Promise<Slot> => {
	try {
		const slot = new Slot(await openSocket(at, settings.patience), at, settings)
		const late = Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" })
		const timer = setTimeout(() => slot.destroy(late), settings.patience)
		try {
			await slot.run(settings.prologue)
			return slot
		} catch (error) {
			slot.destroy(lost())
			throw error
		} finally {
			clearTimeout(timer)
		}
	} catch (error) {
		throw unreachable(at, error)
	}
}
