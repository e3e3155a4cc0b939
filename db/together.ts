import { type AnyColumn, getTableColumns, getTableName, type SQL, sql } from "drizzle-orm"
import type { PgTable } from "drizzle-orm/pg-core"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { isDatabasesFault, isTooSlow } from "./database-errors.ts"

type Asked<K, V> = { key: K; resolve(value: V): void; reject(error: unknown): void }
type Queue<K, V> = { waiting: Asked<K, V>[]; underWay: number; woken: boolean }

/**
 * Makes one statement of what is asked at the same moment, and of what is asked while that statement runs the next one:
 * a lone question waits for nobody, and many cost little more than one. What is asked of two transactions, or of a
 * transaction and the plain connection, is never put together. `run` answers in the order of the keys.
 */
export const together = <D extends Database | Transaction, K, V>(
	run: (db: D, keys: K[]) => Promise<V[]>,
): ((db: D, key: K) => Promise<V>) => {
	const queues = new WeakMap<D, Queue<K, V>>()

	const next = async (db: D, queue: Queue<K, V>): Promise<void> => {
		const asked = queue.waiting.splice(0, limits.readTogether)
		queue.underWay++
		try {
			const values = await run(
				db,
				asked.map(({ key }) => key),
			)
			for (const [index, { resolve }] of asked.entries()) resolve(values[index]!)
		} catch (error) {
			if (asked.length === 1 || isTransaction(db) || isDatabasesFault(error) || isTooSlow(error))
				for (const { reject } of asked) reject(error)
			// One question that cannot be asked must not leave the others without an answer.
			else
				for (const { key, resolve, reject } of asked)
					await run(db, [key]).then(([value]) => resolve(value!), reject)
		}
		queue.underWay--
		if (queue.waiting.length > 0) void next(db, queue)
	}

	return (db, key) =>
		new Promise<V>((resolve, reject) => {
			const queue = queues.get(db) ?? { waiting: [], underWay: 0, woken: false }
			queues.set(db, queue)
			queue.waiting.push({ key, resolve, reject })
			if (queue.woken) return
			queue.woken = true
			setImmediate(() => {
				queue.woken = false
				const most = isTransaction(db) ? 1 : limits.batchesUnderWay
				if (queue.waiting.length > 0 && queue.underWay < most) void next(db, queue)
			})
		})
}

/** The same for what answers nothing. */
export const doneTogether = <D extends Database | Transaction, K>(
	run: (db: D, keys: K[]) => Promise<void>,
): ((db: D, key: K) => Promise<void>) =>
	together(async (db: D, keys: K[]) => {
		await run(db, keys)
		return new Array<undefined>(keys.length).fill(undefined)
	})

const isTransaction = (db: Database | Transaction): db is Transaction => "rollback" in db

const turns = new WeakMap<Transaction, Map<string, Promise<unknown>>>()

/**
 * Does what has a name after whatever has the same name in the same transaction: locks keep out other transactions only,
 * and several activities may share one.
 */
export const inTurn = <T>(tx: Transaction, name: string, work: () => Promise<T>): Promise<T> => {
	const named = turns.get(tx) ?? new Map<string, Promise<unknown>>()
	turns.set(tx, named)
	const done = (named.get(name) ?? Promise.resolve()).then(work)
	named.set(
		name,
		done.catch(() => {}),
	)
	return done
}

/** Whether a column holds one of some values, given as one parameter: one text for lists of any length, prepared once. */
export const oneOf = (column: AnyColumn, values: readonly (string | number)[], type: "text" | "uuid"): SQL =>
	sql`${column} = any(${sql.param(values)}::${sql.raw(type)}[])`

/** Two ids, as of somebody in a group, and the one text by which they are compared. */
export type Pair = readonly [string, string]
export const pairText = (one: string, other: string): string => `${one} ${other}`

/** Whether two columns hold one of some pairs of ids. */
export const onePairOf = (columns: readonly [AnyColumn, AnyColumn], pairs: readonly Pair[]): SQL =>
	sql`(${columns[0]}, ${columns[1]}) in (select * from unnest(
		${sql.param(pairs.map(([one]) => one))}::uuid[], ${sql.param(pairs.map(([, other]) => other))}::uuid[]))`

/** The rows to each key, none or several, in the order of the keys. */
export const rowsFor = <K, R>(keys: readonly K[], rows: readonly R[], keyOf: (row: R) => K): R[][] => {
	const found = Map.groupBy(rows, keyOf)
	return keys.map((key) => found.get(key) ?? [])
}

/** The row to each key, or null, in the order of the keys. */
export const rowFor = <K, R>(keys: readonly K[], rows: readonly R[], keyOf: (row: R) => K): (R | null)[] => {
	const found = new Map(rows.map((row) => [keyOf(row), row]))
	return keys.map((key) => found.get(key) ?? null)
}

/**
 * Rows as the source of an INSERT, given as one parameter: `(columns) select … from …`. A column that no row has a value
 * for is left to its default; one that some have is null in the others.
 */
export const rowsInto = <T extends PgTable>(table: T, rows: readonly T["$inferInsert"][]): SQL => {
	const given = rows as readonly Record<string, unknown>[]
	const all = getTableColumns(table)
	const keys = Object.keys(all).filter((key) => given.some((row) => row[key] !== undefined))
	const names = sql.raw(keys.map((key) => `"${all[key]!.name}"`).join(", "))
	const values = given.map((row) => {
		const value: Record<string, unknown> = {}
		for (const key of keys) value[all[key]!.name] = written(row[key])
		return value
	})
	const source = sql`json_populate_recordset(null::${sql.raw(getTableName(table))}, ${JSON.stringify(values)}::json)`
	return sql`${table} (${names}) select ${names} from ${source}`
}

/** The news of a row that is there already, for its columns of these names. */
export const excluded = (table: PgTable, keys: readonly string[]): SQL => {
	const columns = getTableColumns(table)
	const names = keys.flatMap((key) => columns[key]?.name ?? [])
	return sql.raw(names.map((name) => `"${name}" = excluded."${name}"`).join(", "))
}

const written = (value: unknown): unknown =>
	value instanceof Uint8Array
		? `\\x${Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString("hex")}`
		: value
