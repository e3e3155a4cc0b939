import { mkdtemp, rm } from "node:fs/promises"
import { join } from "node:path"
import { is, sql } from "drizzle-orm"
import { getTableConfig, PgDialect, PgTable } from "drizzle-orm/pg-core"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { startEmbedded } from "../../db/embedded.ts"
import { DatabaseRefusal, migrate } from "../../db/migrate.ts"
import * as schema from "../../db/schema/index.ts"
import { freshDatabase } from "../support/database.ts"

const tables = Object.values(schema).filter((value) => is(value, PgTable)) as unknown as PgTable[]
const dialect = new PgDialect()
const textOf = (part: unknown) =>
	dialect
		.sqlToQuery(part as never)
		.sql.replaceAll('"', "")
		.replaceAll(/\s+/g, " ")
const sorted = (lines: string[]) => [...lines].sort()

let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection

beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url, { size: 2 })
})
afterAll(async () => {
	await connection.close()
	await database.drop()
})

const lines = async (query: ReturnType<typeof sql>): Promise<string[]> => {
	const rows = await connection.db.execute<{ line: string }>(query)
	return sorted(rows.map(({ line }) => line))
}
// one spelling for what drizzle and PostgreSQL call differently
const typeName = (type: string) =>
	type
		.replace("bigserial", "bigint")
		.replace("serial", "integer")
		.replace(/^timestamp with time zone$/, "timestamptz")

test("the tables are those of the schema", async () => {
	const found = await lines(
		sql`select table_name as line from information_schema.tables where table_schema = 'public'`,
	)
	expect(found).toEqual(sorted(tables.map((table) => getTableConfig(table).name)))
})

test("every column has the type, the default and the obligation the schema gives it", async () => {
	const wanted = tables.flatMap((table) => {
		const { name, columns } = getTableConfig(table)
		return columns.map((column) => {
			const given =
				column.hasDefault && (column.default !== undefined || column.getSQLType().includes("serial"))
			const identity = column.generatedIdentity ? ` identity ${column.generatedIdentity.type}` : ""
			const type = typeName(column.getSQLType())
			return `${name}.${column.name} ${type}${column.notNull ? " not null" : ""}${given ? " default" : ""}${identity}`
		})
	})
	const found = await lines(sql`
		select c.relname || '.' || a.attname || ' ' || replace(format_type(a.atttypid, a.atttypmod), 'timestamp with time zone', 'timestamptz')
			|| case when a.attnotnull then ' not null' else '' end || case when a.atthasdef then ' default' else '' end
			|| case a.attidentity when 'a' then ' identity always' when 'd' then ' identity byDefault' else '' end as line
		from pg_attribute a join pg_class c on c.oid = a.attrelid
		where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`)
	expect(found).toEqual(sorted(wanted))
})

test("primary keys and unique columns are those of the schema", async () => {
	const wanted = tables.flatMap((table) => {
		const { name, columns, primaryKeys, uniqueConstraints } = getTableConfig(table)
		const list = (of: { name: string }[]) => of.map((column) => column.name).join(", ")
		return [
			...columns.filter((column) => column.primary).map((column) => `${name} PRIMARY KEY (${column.name})`),
			...primaryKeys.map((key) => `${name} PRIMARY KEY (${list(key.columns)})`),
			...columns.filter((column) => column.isUnique).map((column) => `${name} UNIQUE (${column.name})`),
			...uniqueConstraints.map(
				(key) => `${name} UNIQUE${key.nullsNotDistinct ? " NULLS NOT DISTINCT" : ""} (${list(key.columns)})`,
			),
		]
	})
	const found = await lines(sql`
		select conrelid::regclass || ' ' || replace(pg_get_constraintdef(oid), '"', '') as line
		from pg_constraint where connamespace = 'public'::regnamespace and contype in ('p', 'u')`)
	expect(found).toEqual(sorted(wanted))
})

test("foreign keys are those of the schema", async () => {
	const wanted = tables.flatMap((table) =>
		getTableConfig(table).foreignKeys.map((key) => {
			const { columns, foreignTable, foreignColumns } = key.reference()
			const list = (of: { name: string }[]) => of.map((column) => column.name).join(", ")
			const rule = (event: string, action?: string) =>
				action && action !== "no action" ? ` ON ${event} ${action.toUpperCase()}` : ""
			const to = `${getTableConfig(foreignTable).name}(${list(foreignColumns)})`
			const rules = rule("UPDATE", key.onUpdate) + rule("DELETE", key.onDelete)
			return `${getTableConfig(table).name} FOREIGN KEY (${list(columns)}) REFERENCES ${to}${rules}`
		}),
	)
	const found = await lines(sql`
		select conrelid::regclass || ' ' || replace(pg_get_constraintdef(oid), '"', '') as line
		from pg_constraint where connamespace = 'public'::regnamespace and contype = 'f'`)
	expect(found).toEqual(sorted(wanted))
})

test("indexes are those of the schema", async () => {
	const wanted = tables.flatMap((table) =>
		getTableConfig(table).indexes.map(({ config }) => {
			const parts = config.columns.map((part) => {
				const order = "indexConfig" in part && part.indexConfig?.order === "desc" ? " desc" : ""
				return ("name" in part && typeof part.name === "string" ? part.name : textOf(part)) + order
			})
			const name = getTableConfig(table).name
			return `${name} ${config.name}${config.unique ? " unique" : ""} ${config.method ?? "btree"}${config.where ? " partial" : ""} ${parts.length}`
		}),
	)
	const found = await lines(sql`
		select t.relname || ' ' || c.relname || case when i.indisunique then ' unique' else '' end || ' ' || m.amname
			|| case when i.indpred is null then '' else ' partial' end || ' ' || i.indnkeyatts as line
		from pg_index i join pg_class c on c.oid = i.indexrelid join pg_class t on t.oid = i.indrelid join pg_am m on m.oid = c.relam
		where c.relnamespace = 'public'::regnamespace
			and not exists (select from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u'))`)
	expect(found).toEqual(sorted(wanted))
})

test("migrating again does nothing, and several at once do it once", async () => {
	expect(await migrate(database.url)).toEqual({ applied: 0 })
	const folder = await mkdtemp("/tmp/snug-migrations-")
	const server = await startEmbedded(join(folder, "db"), undefined, { fsync: "off" })
	try {
		const all = await Promise.all([1, 2, 3].map(() => migrate(server.url)))
		expect(all.map(({ applied }) => applied > 0).filter(Boolean)).toHaveLength(1)
	} finally {
		await server.stop({ force: true })
		await rm(folder, { recursive: true, force: true })
	}
})

test("a database a newer build has changed is refused and left alone", async () => {
	const later = 99_999_999_999_999
	const add = sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('later', ${later})`
	await connection.db.execute(add)
	await expect(migrate(database.url)).rejects.toThrow(DatabaseRefusal)
	await connection.db.execute(sql`delete from drizzle.__drizzle_migrations where created_at = ${later}`)
	expect(await migrate(database.url)).toEqual({ applied: 0 })
})
