import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { connect } from "../../db/connect.ts"
import { eventually } from "../support/eventually.ts"
import type { Json, Person } from "../support/peer.ts"
import type { Snug } from "../support/snug.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage<Snug>
let [pat, rex]: Person[] = []
let resolved: string
let flag: Json

const complaint = (about: Person, words: string): Json => ({
	"@context": "https://www.w3.org/ns/activitystreams",
	id: `${about.peer.origin}/flags/${words}`,
	type: "Flag",
	actor: about.peer.instance.id,
	content: words,
	object: [about.id],
	to: stage.tea.id,
})

/** Everything that the verbs change, as moderators see it. */
const all = async () => {
	const { snug } = stage.snug
	const rows = async (...words: string[]): Promise<Record<string, string>[]> => snug(...words)
	const log = await rows("mod", "log", "tea")
	return {
		roles: Object.fromEntries((await rows("member", "list", "tea")).map((row) => [row.handle, row.state])),
		waiting: (await rows("member", "list", "tea", "--waiting")).map(({ handle }) => handle).sort(),
		filters: (await rows("filter", "list", "tea")).map(({ id: _, ...row }) => row),
		domains: (await rows("domain", "list")).map(({ id, state }) => ({ id, state })),
		reports: (await rows("report", "list", "tea")).map(({ words, state }) => ({ words, state })),
		log: log.map(({ state }) => state).sort(),
		server: (await rows("mod", "log")).map(({ state }) => state).sort(),
	}
}

/** What a moderator says, all of it at once. */
const said = (): string[][] => [
	["member", "approve", "tea", pat!.handle],
	["member", "reject", "tea", rex!.handle],
	["member", "promote", "tea", stage.bob.handle],
	["member", "demote", "tea", stage.eve.handle],
	["filter", "add", "tea", "chamomile", "--hold"],
	["filter", "remove", "tea", "rooibos"],
	["domain", "block", "a.example"],
	["domain", "limit", "b.example"],
	["domain", "allow", "c.example"],
	["report", "resolve", resolved],
]

/** So many have written what they decided, and wait to record it; nothing is committed. */
const halfway = (count: number) =>
	eventually(async () => {
		const waiting = sql`select pid from pg_stat_activity
			where datname = current_database() and wait_event_type = 'Lock' and backend_xid is not null`
		expect(await stage.rows(waiting)).toHaveLength(count)
	}, 30_000)

/** No change of a process that died is still on its way. */
const quiet = () =>
	eventually(async () => {
		const open = sql`select pid from pg_stat_activity where datname = current_database() and backend_xid is not null`
		expect(await stage.rows(open)).toEqual([])
	})

/** Nothing that happens can be written down meanwhile. */
const withEventsHeld = async (deed: () => Promise<void>): Promise<void> => {
	const { db, close } = connect(stage.snug.databaseUrl, { size: 1, transactionDeadline: 60_000 })
	try {
		await db.transaction(async (tx) => {
			await tx.execute(sql`lock table events in share row exclusive mode`)
			await deed()
		})
	} finally {
		await close()
	}
}

beforeAll(async () => {
	stage = await Stage.apart()
	const { snug } = stage.snug
	await snug("group", "set", "tea", "--join", "approval")
	;[pat, rex] = [stage.bob.peer.person("pat"), stage.bob.peer.person("rex")]
	await stage.join(pat)
	await stage.join(rex)
	await snug("filter", "add", "tea", "rooibos", "--hold")
	await snug("domain", "block", "c.example")
	const peer = stage.bob.peer
	await peer.instance.send(complaint(stage.bob, "before"), { to: stage.inbox })
	resolved = await eventually(async () => {
		const [report] = await snug("report", "list", "tea")
		expect(report).toBeDefined()
		return report.id
	})
	flag = complaint(stage.eve, "during")
	await stage.settled()
})
afterAll(() => stage?.close())

describe("what moderators decide survives kill -9, whole or not at all", () => {
	let before: Awaited<ReturnType<typeof all>>
	const after = () => ({
		roles: {
			...before.roles,
			[pat!.handle]: "member",
			[stage.bob.handle]: "moderator",
			[stage.eve.handle]: "follower",
		},
		waiting: [],
		filters: [{ word: "chamomile", pattern: false, state: "hold" }],
		domains: [
			{ id: "a.example", state: "block" },
			{ id: "b.example", state: "limit" },
		],
		reports: expect.arrayContaining([
			{ words: "before", state: "resolved" },
			{ words: "during", state: "open" },
		]),
		log: [
			...before.log,
			...["member-admitted", "request-declined", "role-changed", "role-changed"],
			...["filter-changed", "filter-changed", "report-resolved"],
		].sort(),
		server: [
			...before.server,
			...["member-admitted", "request-declined", "role-changed", "role-changed"],
			...["filter-changed", "filter-changed", "report-resolved"],
			...["domain-limited", "domain-limited", "domain-limited"],
		].sort(),
	})

	it("leaves nothing of what was written but not committed", async () => {
		before = await all()
		const verbs = stage.snug.verbs()
		await verbs.run(["filter", "list", "tea"])
		await withEventsHeld(async () => {
			expect((await stage.bob.peer.instance.send(flag, { to: stage.inbox })).status).toBe(202)
			await halfway(1)
			await stage.snug.kill("SIGKILL")
			const saying = expect(verbs.run(said())).rejects.toThrow("ended by itself")
			await halfway(1 + said().length)
			verbs.kill()
			await saying
		})
		await quiet()
		expect(await all()).toEqual(before)
	}, 60_000)

	it("makes one report of a Flag it had answered with 202, though it dies again as soon as that is committed", async () => {
		await stage.again({ FAILPOINT: "inbox:committed" })
		await eventually(() => expect(stage.snug.process.signalCode).toBe("SIGKILL"), 30_000)
		await stage.again({ FAILPOINT: "" })
		await stage.settled()
		expect((await stage.bob.peer.instance.send(flag, { to: stage.inbox })).status).toBe(202)
		await stage.settled()
		expect((await all()).reports.filter(({ words }) => words === "during")).toHaveLength(1)
	}, 60_000)

	it("leaves all of what a verb has answered, once, and handed over once", async () => {
		const verbs = stage.snug.verbs()
		const told = await verbs.run(said())
		expect(told).toMatchObject({ code: 0, stderr: "" })
		await stage.snug.kill("SIGKILL")
		expect(await all()).toEqual(after())
		await stage.again()
		await stage.settled()
		expect(await all()).toEqual(after())
		const again = await verbs.run(said().filter(([, verb]) => verb === "approve" || verb === "resolve"))
		verbs.kill()
		expect(again).toMatchObject({ code: 1, stdout: "" })
		expect(again.stderr).toContain("They are a member already.")
		expect(again.stderr).toContain("It is resolved already.")
		expect(await all()).toEqual(after())
		await stage.control()
	}, 60_000)

	it("goes on with an account that was deleted, wherever it died", async () => {
		const folder = mkdtempSync(join(tmpdir(), "snug-password-"))
		writeFileSync(join(folder, "password"), "otter lamp quilt seven")
		const leo = await stage.snug.snug("account", "create", "leo", "--password-file", join(folder, "password"))
		rmSync(folder, { recursive: true })
		const [id, origin] = [leo.id as string, stage.snug.origin]
		await stage.rows(sql`insert into posts (id, uri, url, author_id, kind, html, audience, thread_id, published_at)
			select p, ${`${origin}/ap/posts/`} || p, ${origin}, ${id}, 'note', 'words', 'public', p, now()
			from (select gen_random_uuid() as p from generate_series(1, 200)) one`)
		const left = async () => (await stage.rows(sql`select 1 from posts where html = 'words'`)).length
		expect(await stage.snug.snug("account", "delete", "leo")).toMatchObject({ state: "kept", posts: 200 })
		expect(await stage.snug.snug("account", "list", "leo")).toHaveLength(1)
		expect(await stage.snug.snug("account", "delete", "leo", "--apply")).toMatchObject({ state: "deleted" })
		await eventually(async () => expect(await left()).toBeLessThan(200))
		await stage.snug.kill("SIGKILL")
		await stage.again()
		await eventually(async () => {
			expect(await left()).toBe(0)
			expect(await stage.rows(sql`select 1 from departures where told_at is null`)).toEqual([])
		}, 30_000)
		const told = await stage.rows(
			sql`select 1 from events where type = 'person-departed' and person_id = ${id}`,
		)
		expect(told).toHaveLength(1)
		expect(await stage.snug.snug("account", "list", "leo")).toEqual([])
	}, 60_000)

	it("tells everybody of a group that was closed, wherever it died", async () => {
		const host = stage.snug.host
		const dry = await stage.snug.snug("group", "delete", "books")
		expect(dry).toMatchObject({ state: "open", handle: `@books@${host}` })
		expect(await stage.snug.snug("group", "delete", "books", "--apply")).toMatchObject({ state: "closed" })
		await stage.snug.kill("SIGKILL")
		await stage.again()
		const told = await stage.bob.peer.waitFor(
			({ json }) => json?.type === "Delete" && json.object === stage.books.id,
		)
		expect(told.verified).toBe(true)
		const all = await stage.snug.snug("group", "list")
		expect(all).not.toContainEqual(expect.objectContaining({ handle: `@books@${host}` }))
	}, 60_000)
})
