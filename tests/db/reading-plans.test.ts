import { type SQL, sql } from "drizzle-orm"
import { drizzle } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { afterAll, beforeAll, expect, it } from "vitest"
import { type Connection, connect, type Database } from "../../db/connect.ts"
import { readDatabaseUrl } from "../../db/database-url.ts"
import { listDecisions } from "../../db/events.ts"
import { listMatters, listOwnGroups, readNews } from "../../db/home.ts"
import { listBookmarks } from "../../db/keeping.ts"
import { newSince } from "../../db/read-marks.ts"
import { readConversations, readOutbox, readTagged, readThread } from "../../db/reading.ts"
import * as schema from "../../db/schema/index.ts"
import { nearestBegun, readBegun, readFound } from "../../db/searching.ts"
import { freshDatabase } from "../support/database.ts"

/** Of so many posts in one group, a page may touch this many rows of any table. */
const [all, few] = [4000, 600]
const [group, member, other] = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`) as [
	string,
	string,
	string,
]
const post = (n: number) => `00000001-0000-7000-8000-${String(n).padStart(12, "0")}`

let database: Awaited<ReturnType<typeof freshDatabase>>
let connection: Connection
let client: ReturnType<typeof postgres>
/** Remembers what is asked through it. */
let watched: Database
let asked: { query: string; params: unknown[] }[] = []

const run = (query: SQL) => connection.db.execute(query)

beforeAll(async () => {
	database = await freshDatabase()
	connection = connect(database.url, { size: 1, transactionDeadline: 60_000 })
	const { host, port, path, user, password, database: name } = readDatabaseUrl(database.url)
	client = postgres({
		host,
		port,
		user,
		password,
		database: name,
		max: 1,
		onnotice: () => {},
		// So few rows are quickly read from end to end; what is asked here is whether they need not be.
		connection: { enable_seqscan: "off" },
		...(path && { path }),
	})
	const logger = { logQuery: (query: string, params: unknown[]) => void asked.push({ query, params }) }
	watched = drizzle(client, { schema, logger }) as unknown as Database
	const actor = (
		id: SQL,
		kind: string,
		name: SQL,
	) => sql`insert into actors (id, uri, local, kind, handle, host, name, url, inbox)
		select ${id}, 'https://h.example/' || n, true, ${kind}, ${kind} || n, 'h.example', ${name}, 'https://h.example/' || n, 'https://h.example/in'`
	await run(sql`${actor(sql`${group}::uuid`, "group", sql`'Tea'`)} from (values (1)) t(n)`)
	await run(sql`${actor(sql`${other}::uuid`, "group", sql`'Books'`)} from (values (2)) t(n)`)
	await run(
		sql`${actor(sql`case when n = 3 then ${member}::uuid else gen_random_uuid() end`, "person", sql`'Person ' || n`)} from generate_series(3, 60) n`,
	)
	await run(sql`insert into groups (actor_id) values (${group}), (${other})`)
	await run(sql`insert into members (group_id, actor_id, role) select g.actor_id, a.id, case when a.id = ${member} then 'owner' else 'member' end
		from groups g cross join actors a where a.kind = 'person'`)
	const time = sql`timestamptz '2020-01-01' + n * interval '3 hours'`
	const thread = sql`('00000001-0000-7000-8000-' || lpad((n - n % 5)::text, 12, '0'))::uuid`
	await run(sql`insert into posts (id, uri, url, author_id, kind, html, audience, thread_id, published_at, language)
		select ('00000001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, 'https://h.example/p/' || n, 'https://h.example/p/' || n,
			(select id from actors where handle = 'person' || (3 + n % 58)), 'note', '<p>The kettle sings, number ' || n || case when n % 1000 = 7 then ' quince' else '' end || '.</p>',
			'public', ${thread}, ${time}, 'en' from generate_series(0, ${all - 1}) n`)
	await run(sql`insert into shares (group_id, post_id, thread_id, top_level, state, shared_at, active_at, event_id)
		select case when n % 10 = 9 then ${other}::uuid else ${group}::uuid end, ('00000001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid, ${thread}, n % 5 = 0, 'shared', ${time}, ${time}, gen_random_uuid()
		from generate_series(0, ${all - 1}) n`)
	await run(sql`insert into post_tags (tag, post_id) select case when n % 2 = 0 then 'tea' else 'cup' end, ('00000001-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid
		from generate_series(0, ${all - 1}) n`)
	await run(sql`insert into events (id, at, type, group_id, actor_id, facts, handed_over_at)
		select gen_random_uuid(), ${time}, case when n % 20 = 0 then 'post-pinned' else 'post-shared' end, ${group}::uuid, ${member}::uuid, '{}', now()
		from generate_series(0, ${all - 1}) n`)
	await run(
		sql`insert into bookmarks (actor_id, post_id) select ${member}::uuid, id from posts order by id limit 50`,
	)
	await run(
		sql`insert into read_marks (actor_id, group_id, place_id, seen_at) values (${member}, ${group}, ${group}, '2020-06-01')`,
	)
	for (const table of ["actors", "groups", "members", "posts", "shares", "post_tags", "events", "bookmarks"])
		await run(sql.raw(`analyze ${table}`))
}, 60_000)
afterAll(async () => {
	await client?.end()
	await connection?.close()
	await database?.drop()
})

type Plan = {
	"Node Type": string
	"Relation Name"?: string
	"Index Name"?: string
	"Actual Rows": number
	"Actual Loops": number
	"Rows Removed by Filter"?: number
	"Rows Removed by Index Recheck"?: number
	Plans?: Plan[]
}
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** What a node had to look at, all its rounds together. */
const touched = (node: Plan): number =>
	(node["Actual Rows"] +
		(node["Rows Removed by Filter"] ?? 0) +
		(node["Rows Removed by Index Recheck"] ?? 0)) *
	node["Actual Loops"]

/** Where a statement reads or sorts more than a page needs. */
const faults = async (read: () => Promise<unknown>): Promise<string[]> => {
	asked = []
	await read()
	const statements = asked
	expect(statements.length).toBeGreaterThan(0)
	const found: string[] = []
	for (const { query, params } of statements) {
		const [row] = await client.unsafe(
			`explain (analyze, timing off, format json) ${query}`,
			params as never[],
		)
		const plans = nodes((row!["QUERY PLAN"] as [{ Plan: Plan }])[0].Plan)
		const heavy = plans.filter((node) => touched(node) > few)
		found.push(
			...heavy.map(
				(node) =>
					`${node["Node Type"]} ${node["Relation Name"] ?? node["Index Name"] ?? ""} ${touched(node)}: ${query.slice(0, 120)}`,
			),
		)
	}
	return found
}

const from = (n: number) => new Date(Date.UTC(2020, 0, 1) + n * 3 * 3_600_000)
const words = (text: string) => ({ words: text, languages: ["en"], after: null, limit: 21 })

it.each(["anyone", { actorId: member }] as const)(
	"reads pages of a group by index, however many posts there are, for %j",
	async (viewer) => {
		const middle = { activeAt: from(all / 2), postId: post(all / 2) }
		const reads: Record<string, () => Promise<unknown>> = {
			"the newest conversations": () => readConversations(watched, viewer, group, { after: null, limit: 21 }),
			"conversations of long ago": () =>
				readConversations(watched, viewer, group, { after: middle, limit: 21 }),
			"a conversation": () => readThread(watched, viewer, group, post(2000)),
			"what it shares": () => readOutbox(watched, viewer, group, 30),
			"a tag": () => readTagged(watched, viewer, group, "tea", { before: null, limit: 31 }),
			"a word that few posts have": () => readFound(watched, viewer, group, words("quince")),
			"a word that all of them have": () => readFound(watched, viewer, group, words("kettle")),
			"a word of the next page": () =>
				readFound(watched, viewer, group, { ...words("kettle"), after: post(2001) }),
			"a week": () =>
				readBegun(watched, viewer, group, { from: from(2000), to: from(2056), after: null, limit: 51 }),
			"the week before": () => nearestBegun(watched, viewer, group, from(2000), "before"),
			"the week after": () => nearestBegun(watched, viewer, group, from(2000), "from"),
		}
		for (const [name, read] of Object.entries(reads)) expect([name, await faults(read)]).toEqual([name, []])
	},
)

it("reads what is somebody's own, and what was decided, by index", async () => {
	const reads: Record<string, () => Promise<unknown>> = {
		"their groups": () => listOwnGroups(watched, member),
		"what is new": () => readNews(watched, member),
		"what waits": () => listMatters(watched, member),
		"when they last looked": () =>
			newSince(watched, { actorId: member, groupId: group, placeId: group }, from(all)),
		"what they keep": () => listBookmarks(watched, member, { before: null, limit: 31 }),
		"what was decided": () => listDecisions(watched, group, { before: null, limit: 30 }),
	}
	for (const [name, read] of Object.entries(reads)) expect([name, await faults(read)]).toEqual([name, []])
})
