import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js"
import type { Sql } from "postgres"
import { limits } from "../src/limits.ts"
import { type Heard, Listening } from "./connection/listen.ts"
import { Pool } from "./connection/pool.ts"
import { newConverters, openSlot, type SlotSettings } from "./connection/slot.ts"
import {
	type CommitPlace,
	lend,
	runAlone,
	type Session,
	transact,
	unsafeOf,
	within,
} from "./connection/transaction.ts"
import { readDatabaseUrl } from "./database-url.ts"
import { presenceOf } from "./presence.ts"
import * as schema from "./schema/index.ts"

export type Database = PostgresJsDatabase<typeof schema>
/** What a write demands: proof that it runs inside a transaction. */
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0]
export type Connection = {
	db: Database
	/** Calls `heard` for every NOTIFY on the channel, and once with "" after a lost connection was replaced. Resolves to its end. */
	listen(channel: string, heard: Heard): Promise<() => Promise<void>>
	/** Lets what is under way finish, within the deadline, and ends every session. */
	close(): Promise<void>
}
/** A connection that knows how far it is behind: milliseconds that the first in line has waited, 0 when nobody does. */
export type Queueing = Connection & { queueAge(): number }
export type ConnectOptions = {
	/** Sessions at most, beside the one that listens. */
	size?: number
	/** Milliseconds after which a transaction or a lone statement is cut off, waiting for a session included. */
	transactionDeadline?: number
	/** A worker that counts as alive while the session that listens is (`presence.ts`); it begins with the first `listen`. */
	worker?: string
	/** Told when a transaction is about to be committed, and when it has been. */
	failpoint?: (place: CommitPlace) => void | Promise<void>
	/** Told of every call that fails. */
	failed?: (error: unknown) => void
}

/**
 * The way to the database: `postgres` as the driver, made safe against connections that die (docs/decisions/0002).
 * Nothing is opened until the first statement. Throws `AddressRefused`; calls reject with `DatabaseUnavailable`.
 */
export const connect = (url: string, options: ConnectOptions = {}): Queueing => {
	const {
		size = 8,
		transactionDeadline = limits.transactionTime,
		worker,
		failpoint = () => {},
		failed = () => {},
	} = options
	const at = readDatabaseUrl(url)
	const settings: SlotSettings = {
		prologue: prologue(transactionDeadline),
		converters: newConverters(),
		patience: limits.databaseWait,
	}
	const open = () => openSlot(at, settings)
	const pool = new Pool({ open, size, longestWait: limits.databaseWait, persistence: 2000 })
	const listeningPrologue = worker ? `${prologue(0)}; ${presenceOf(worker)}` : prologue(0)
	const listening = new Listening((onNotify) =>
		openSlot(at, { ...settings, prologue: listeningPrologue, onNotify }),
	)
	const telling = <T>(call: Promise<T>): Promise<T> =>
		call.catch((error) => {
			failed(error)
			throw error
		})
	const driver = {
		options: settings.converters,
		unsafe: unsafeOf((text, parameters, shape) =>
			telling(
				within(transactionDeadline, (deadline) =>
					lend(pool, deadline, (slot) => runAlone(slot, text, parameters, shape)),
				),
			),
		),
		begin: <T>(work: (session: Session) => Promise<T>) =>
			telling(transact(pool, transactionDeadline, work, undefined, failpoint)),
	}
	return {
		db: drizzle({ client: driver as unknown as Sql, schema }),
		listen: (channel, heard) => listening.listen(channel, heard),
		queueAge: () => pool.queueAge(),
		close: async () => {
			await Promise.all([pool.close(transactionDeadline), listening.close()])
		},
	}
}

// A little under the deadline, so that the server ends the statement itself and the session lives on.
const prologue = (deadline: number): string => `
	set statement_timeout = ${Math.floor(deadline * 0.9)};
	set lock_timeout = ${Math.floor(deadline * 0.8)};
	set idle_in_transaction_session_timeout = ${deadline};
	set client_min_messages = warning`
