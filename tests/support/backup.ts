import { sql } from "drizzle-orm"
import { connect } from "../../db/connect.ts"
import { newKeys } from "../../src/people/keys.ts"
import { freshDatabase } from "./database.ts"

const asking = async <T>(
	url: string,
	work: (ask: (text: string) => Promise<Record<string, unknown>[]>) => Promise<T>,
) => {
	const { db, close } = connect(url, { size: 1, transactionDeadline: 60_000 })
	try {
		return await work(async (text) => [...(await db.execute(sql.raw(text)))])
	} finally {
		await close()
	}
}

export const run = (url: string, text: string): Promise<Record<string, unknown>[]> =>
	asking(url, (ask) => ask(text))

export const one = async (url: string, text: string): Promise<Record<string, unknown> | undefined> =>
	(await run(url, text))[0]

/** A database with nothing in it, not even tables. */
export const emptyDatabase = async (): Promise<{ url: string; drop(): Promise<void> }> => {
	const database = await freshDatabase()
	await run(database.url, "drop schema public cascade; create schema public; drop schema drizzle cascade")
	return database
}

/** What a restore changes on purpose. */
const changed: Record<string, string[]> = {
	hosts: ["lease_owner", "lease_until", "next_try_at", "failures", "failing_since", "last_error", "fence"],
	inbox: ["lease_token", "lease_until", "outcome", "attempts", "due_at"],
	events: ["attempts"],
	server: ["setup_token_hash", "setup_token_until"],
}

/** What is not put back: what opens something, and what was about to be sent. */
export const emptied = new Set(["sessions", "push_subscriptions", "feed_keys", "letters"])

/** Every row of every table as PostgreSQL writes it, sorted; without what a restore changes on purpose. */
export const dump = (url: string): Promise<Record<string, string[]>> =>
	asking(url, async (ask) => {
		const tables = await ask("select tablename as name from pg_tables where schemaname = 'public' order by 1")
		const lines: Record<string, string[]> = {}
		for (const { name } of (tables as { name: string }[]).filter((table) => !emptied.has(table.name))) {
			const left = changed[name]
			const row = left ? `(to_jsonb(t) - '{${left.join()}}'::text[])::text` : "t::text"
			const where = name === "events" ? "where type <> 'server-restored'" : ""
			lines[name] = (await ask(`select ${row} as line from public."${name}" t ${where}`))
				.map(({ line }) => String(line))
				.sort()
		}
		return lines
	})

type Column = { table: string; name: string; type: string; nullable: boolean }

// The same in every table for the same row, so that whatever refers to something finds it.
const nasty = String.raw`\N \. \\ \x00 "q" 'q' ${"\t\r\n\b\v"} ${"{}"},()\ü😀‮ ${"﻿"}`
const literal = (text: string): string => `E'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`
const everyByte = Buffer.from(Array.from({ length: 256 }, (_, i) => i)).toString("hex")

const literalFor = ({ table, name, type, nullable }: Column, i: number): string => {
	// whom a block is about: somebody or a server, never both
	if (table === "blocks" && name === "domain") return i === 3 ? literal(nasty) : "null"
	if (nullable && i === 3) return "null"
	if (name === "state") return i === 2 ? "'waiting'" : "'done'"
	const values: Record<string, string> = {
		uuid: `'00000000-0000-7000-8000-00000000000${i}'`,
		text: literal(i === 2 ? `${i}` : `${nasty}${i}`),
		boolean: i === 1 ? "true" : "false",
		bytea: i === 2 ? "''" : `'\\x${everyByte.repeat(200)}'`,
		jsonb: literal(JSON.stringify({ text: nasty.replaceAll("\0", ""), number: 1e100, none: null })),
		"timestamp with time zone": i === 1 ? "'infinity'" : `'0044-03-15 12:00:00.00000${i}+00 BC'`,
	}
	return values[type] ?? String(i)
}

/** Tables that hold one row, and no more. */
const onlyOne = new Set(["server", "push_keys"])

/** Puts rows with everything that is hard to write down into every table there is, and takes some away again. */
export const fillEveryTable = async (url: string, secret: string): Promise<void> => {
	const keys = await newKeys(secret, "00000000-0000-7000-8000-000000000001")
	await asking(url, async (ask) => {
		const columns =
			(await ask(`select c.relname as table, a.attname as name, format_type(a.atttypid, null) as type, not a.attnotnull as nullable
			from pg_class c join pg_attribute a on a.attrelid = c.oid
			where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
			order by c.relname, a.attnum`)) as Column[]
		let waiting = [...Map.groupBy(columns, ({ table }) => table)]
		while (waiting.length > 0) {
			const failed: typeof waiting = []
			for (const [table, own] of waiting) {
				const rows = (onlyOne.has(table) ? [1] : [1, 2, 3]).map(
					(i) => `(${own.map((column) => literalFor(column, i)).join()})`,
				)
				const insert = `insert into public."${table}" (${own.map(({ name }) => `"${name}"`).join()}) values ${rows.join()}`
				await ask(insert).catch((error) => {
					// it refers to a table that is filled later
					if (error.cause?.code !== "23503") throw error
					failed.push([table, own])
				})
			}
			if (failed.length === waiting.length) throw new Error(`cannot fill ${failed.map(([table]) => table)}`)
			waiting = failed
		}
		const sealed = Buffer.from(keys[0]!.sealedPrivateKey).toString("hex")
		await ask(
			`update actor_keys set actor_id = '00000000-0000-7000-8000-000000000001', sealed_private_key = '\\x${sealed}'`,
		)
		await ask(
			"update hosts set lease_until = now() + interval '1 year', next_try_at = now() + interval '1 year', failures = 9",
		)
		await ask(
			"update inbox set due_at = now() + interval '1 year', received_at = now(), lease_token = gen_random_uuid()",
		)
		await ask("update events set handed_over_at = null, error = null where position = 1")
		await ask(
			"insert into inbox (actor_uri, signer_uri, type) select 'gone', 'gone', 'gone' from generate_series(1, 9)",
		)
		await ask("delete from inbox where type = 'gone'")
	})
}
