import type { Session } from "./session.ts"

/** A table and the columns that can be written, in their order. */
export type TableShape = { name: string; columns: string[] }
/** Where the numbers of a column have got to; null when none was given out. */
export type Sequence = { table: string; column: string; last: string | null }
/** A migration that was applied, as drizzle notes it. */
export type Applied = { hash: string; at: number }

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const tableName = (name: string): string => `public.${quoted(name)}`
export const columnList = (columns: string[]): string => columns.map(quoted).join(", ")

// What an extension brought along is the extension's to make again.
const ours = `c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not exists (
	select 1 from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')`

/** Every table of the schema `public`. Columns that PostgreSQL computes are left out. */
export const listTables = (session: Session): Promise<TableShape[]> =>
	session.rows(`select c.relname as name, json_agg(a.attname order by a.attnum) as columns
		from pg_class c join pg_attribute a on a.attrelid = c.oid
		where ${ours} and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
		group by c.relname order by c.relname`)

export const listSequences = (session: Session): Promise<Sequence[]> =>
	session.rows(`select c.relname as "table", a.attname as "column", pg_sequence_last_value(s.oid)::text as last
		from pg_class s
		join pg_depend p on p.classid = 'pg_class'::regclass and p.objid = s.oid
			and p.refclassid = 'pg_class'::regclass and p.deptype in ('a', 'i')
		join pg_class c on c.oid = p.refobjid
		join pg_attribute a on a.attrelid = c.oid and a.attnum = p.refobjsubid
		where s.relkind = 'S' and ${ours} order by 1, 2`)

/** The migrations that brought the tables to where they are, oldest first. */
export const listApplied = async (session: Session): Promise<Applied[]> => {
	const [found] = await session.rows<{ name: string | null }>(
		`select to_regclass('drizzle.__drizzle_migrations')::text as name`,
	)
	if (!found?.name) return []
	return session.rows(
		"select hash, created_at::float8 as at from drizzle.__drizzle_migrations order by created_at, id",
	)
}

/** PostgreSQL's version as a number, 150018 for 15.18, and in words. */
export const serverVersion = async (session: Session): Promise<{ number: number; name: string }> =>
	(
		await session.rows<{ number: number; name: string }>(
			`select current_setting('server_version_num')::int as number, split_part(current_setting('server_version'), ' ', 1) as name`,
		)
	)[0]!
