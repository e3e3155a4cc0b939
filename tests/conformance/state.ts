import { sql } from "drizzle-orm"
import type { Connection } from "../../db/connect.ts"

type Database = Connection["db"]

/** What a server writes down to do its work, and what nobody would call a change. */
const bookkeeping = [
	"inbox",
	"remote_keys",
	"hosts",
	"cursors",
	"tombstones",
	"undelivered",
	"server",
	"sessions",
]
const volatile = [
	"handed_over_at",
	"attempts",
	"error",
	"delivered_at",
	"fetched_at",
	"updated_at",
	"log_position",
]

/** Everything a server holds: each row by its table and a digest; actors by their address too. */
export type State = ReadonlyMap<string, string>

/** Reads the state, bookkeeping left out: what people see, who belongs, what happened, what is sent. */
export const readState = async (db: Database): Promise<State> => {
	const tables = await db.execute<{ name: string }>(sql`
		select table_name as name from information_schema.tables
		where table_schema = 'public' and table_type = 'BASE TABLE'`)
	const list = `'{${volatile.join(",")}}'::text[]`
	const selects = tables
		.filter(({ name }) => !bookkeeping.includes(name))
		.map(({ name }) => {
			const key = name === "actors" ? "t.uri" : "md5(t::text)"
			const which = name === "events" ? "where type not like '%-refused'" : ""
			return `select '${name} ' || ${key} as key, md5((to_jsonb(t) - ${list})::text) as digest from "${name}" t ${which}`
		})
	const rows = await db.execute<{ key: string; digest: string }>(sql.raw(selects.join(" union all ")))
	return new Map(
		rows.map(({ key, digest }) => [
			key.startsWith("actors ") ? key : `${key.split(" ")[0]} ${digest}`,
			digest,
		]),
	)
}

/** The tables in which something changed. Somebody met for the first time is no change; that they say something new is. */
export const changesBetween = (before: State, after: State): string[] => {
	const table = (key: string) => key.split(" ")[0]!
	const changed = [...after].filter(([key, digest]) =>
		table(key) === "actors" ? before.has(key) && before.get(key) !== digest : !before.has(key),
	)
	const gone = [...before.keys()].filter((key) => !after.has(key))
	return [...new Set([...changed.map(([key]) => table(key)), ...gone.map(table)])]
}

/** What became of the last thing that was heard. */
export type Outcome = { state: string; outcome: string | null }

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/**
 * Waits until everything heard is dealt with and everything that follows from it is handed over. What the server puts
 * off is told that this is its last try, since what it waits for will not come. @throws after half a minute.
 */
export const settle = async (db: Database): Promise<Outcome | null> => {
	for (const end = Date.now() + 30_000; Date.now() < end; await pause(15)) {
		const [open] = await db.execute<{ heard: number; late: number; events: number }>(sql`
			select (select count(*)::int from inbox where state = 'waiting') as heard,
				(select count(*)::int from inbox where state = 'waiting' and lease_token is null and due_at > now()) as late,
				(select count(*)::int from events where handed_over_at is null and error is null) as events`)
		if (open!.late > 0)
			await db.execute(sql`
				update inbox set attempts = greatest(attempts, 4), due_at = now()
				where state = 'waiting' and lease_token is null and due_at > now()`)
		if (open!.heard > 0 || open!.events > 0) continue
		const [last] = await db.execute<Outcome>(
			sql`select state, outcome from inbox order by position desc limit 1`,
		)
		return last ?? null
	}
	throw new Error("The server did not finish what it heard within half a minute.")
}
