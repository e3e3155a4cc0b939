import { sql } from "drizzle-orm"
import type { Database } from "../../db/connect.ts"

type Outcome = "acknowledged" | "refused" | "unknown" | "hung"
type Entry = { id: number; wanted: "commit" | "rollback"; outcome: Outcome; error?: unknown }
export type Load = { entries: Entry[]; stop(): Promise<void> }

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
/** Far beyond the deadline of a transaction: what is not settled then never will be. */
const hangLimit = 15_000
let lastId = 0

export const prepareLedger = (db: Database) =>
	db.execute(sql`create table ledger (id int not null, part text not null, primary key (id, part))`)

/**
 * Writers that each keep one transaction of two rows going: three of four want it kept, one takes it back. A writer
 * whose transaction died goes on writing into it, as code that knows nothing of it does; those rows are "ghosts".
 */
export const startLoad = (db: Database, writers: number, think = 2): Load => {
	const entries: Entry[] = []
	let going = true
	const write = async () => {
		while (going) {
			const entry = await limited(oneTransaction(db, ++lastId, think))
			entries.push(entry)
			// refusals can come at once: without a pause nothing else would get a turn
			if (entry.outcome !== "acknowledged") await pause(1)
		}
	}
	const all = Array.from({ length: writers }, write)
	return {
		entries,
		stop: async () => {
			going = false
			await Promise.all(all)
		},
	}
}

/** A transaction that waits longer than the server lets it, and then goes on as if nothing had happened. */
export const outliveSession = (db: Database, id: number): Promise<void> =>
	db.transaction(async (tx) => {
		await tx.execute(sql`set local idle_in_transaction_session_timeout = 150`)
		await tx.execute(sql`insert into ledger values (${id}, 'first')`)
		await pause(400)
		for (let n = 0; n < 20; n++) {
			tx.execute(sql`insert into ledger values (${id}, ${`ghost ${n}`})`).catch(() => {})
			await pause(7)
		}
		if (id % 2 === 0) throw new Error("taken back")
	})

const limited = async (work: { entry: Entry; done: Promise<void> }): Promise<Entry> => {
	const timer = setTimeout(() => finish(), hangLimit)
	let finish = () => {}
	const hung = new Promise<void>((resolve) => {
		finish = () => resolve()
	})
	await Promise.race([work.done, hung])
	clearTimeout(timer)
	// a copy: what a hung call does later no longer counts as its outcome
	return { ...work.entry }
}

const oneTransaction = (db: Database, id: number, think: number) => {
	const entry: Entry = { id, wanted: id % 4 === 0 ? "rollback" : "commit", outcome: "hung" }
	const insert = (part: string) => sql`insert into ledger values (${id}, ${part})`
	const done = db
		.transaction(async (tx) => {
			await tx.execute(insert("first"))
			await pause(think)
			await tx.execute(insert("second")).catch(async (error) => {
				await pause(20)
				for (const part of ["ghost 1", "ghost 2"]) await tx.execute(insert(part)).catch(() => {})
				throw error
			})
			if (entry.wanted === "rollback") throw new Error("taken back")
		})
		.then(
			() => {
				entry.outcome = "acknowledged"
			},
			(error: Error & { trouble?: string }) => {
				entry.outcome = error.trouble === "commit_unknown" ? "unknown" : "refused"
				entry.error = error
			},
		)
	return { entry, done }
}

/** What the database holds that it must not, and lacks that it must: one sentence each. */
export const faults = async (db: Database, entries: Entry[]): Promise<string[]> => {
	const rows = await db.execute<{ id: number; part: string }>(sql`select id, part from ledger`)
	const parts = new Map<number, string[]>()
	for (const { id, part } of rows) parts.set(id, [...(parts.get(id) ?? []), part])
	const found = rows
		.filter(({ part }) => part.startsWith("ghost"))
		.map(({ id }) => `${id}: written after its end`)
	for (const { id, outcome, wanted } of entries) {
		const count = parts.get(id)?.length ?? 0
		if (outcome === "hung") found.push(`${id}: never settled`)
		if (outcome === "acknowledged" && count !== 2) found.push(`${id}: acknowledged, ${count} rows kept`)
		if (outcome === "acknowledged" && wanted === "rollback")
			found.push(`${id}: acknowledged what was taken back`)
		if (outcome === "refused" && count !== 0) found.push(`${id}: refused, ${count} rows kept`)
		if (outcome === "unknown" && count % 2 !== 0) found.push(`${id}: half of it kept`)
	}
	return found
}
