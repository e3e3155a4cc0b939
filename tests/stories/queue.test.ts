import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { eventually as within } from "../support/eventually.ts"
import { type Json, type Peer, startPeer } from "../support/peer.ts"
import { type Snug, startSnug, verbsFor } from "../support/snug.ts"
import { withOwner } from "../support/with-owner.ts"

describe("what waits for other servers", { timeout: 90_000 }, () => {
	let snug: Snug
	let connection: Connection
	let [fine, strict, down]: Peer[] = []
	let first: Json

	// every look is a process of its own, and the machine may be busy
	const eventually = (expectations: () => unknown) => within(async () => void (await expectations()), 30_000)
	// biome-ignore lint/suspicious/noExplicitAny: what the command prints is checked below
	const status = async (...words: string[]): Promise<any[]> => snug.snug("queue", "status", ...words)
	const about = async (host: string, kind = "host") =>
		(await status()).find((row) => row.host === host && row.kind === kind)
	const arrivals = (peer: Peer, id: string) =>
		peer.received.filter((received) => received.json?.object === id)
	const submit = (text: string): Promise<Json> =>
		snug.snug("post", "submit", "tea", "--as", "ana", "--text", text)
	const scalar = async (query: ReturnType<typeof sql>): Promise<number> =>
		((await connection.db.execute<{ n: number }>(query))[0] as { n: number }).n
	const runs = (...words: string[]) =>
		verbsFor({
			DATABASE_URL: snug.databaseUrl,
			SECRET_KEY: "a secret of the tests, long enough to be taken",
		}).run(words)

	beforeAll(async () => {
		snug = await startSnug()
		connection = connect(snug.databaseUrl, { size: 2 })
		await withOwner(snug, "tea")
		const peers = await Promise.all([0, 1, 2].map(() => startPeer({ software: "mastodon" })))
		;[fine, strict, down] = peers
		for (const peer of peers) {
			const person = peer.person("bob")
			const tea = await person.lookUp(`@tea@${snug.host}`)
			await person.follow(tea)
			await eventually(() => expect(person.follows(tea.id)).toBe(true))
		}
	}, 60_000)
	afterAll(async () => {
		await connection?.close()
		await Promise.all([snug?.close(), fine?.stop(), strict?.stop(), down?.stop()])
	})

	it("is nothing while all is well", async () => {
		await eventually(async () => expect(await status()).toEqual([]))
	})

	it("is told of in one line for each server and reason", async () => {
		await strict!.behave({ status: 422 })
		await down!.behave("down")
		first = await submit("Is anybody there?")
		await fine!.waitFor((received) => received.json?.object === first.uri, { timeout: 30_000 })
		await eventually(async () => {
			expect(await about(down!.host)).toMatchObject({
				...{
					id: down!.host,
					state: "backing-off",
					software: "mastodon",
					reason: expect.stringContaining("unreachable"),
				},
				...{
					failures: expect.any(Number),
					since: expect.stringMatching(/^\d{4}-/),
					next: expect.stringMatching(/^\d{4}-/),
				},
			})
			expect((await about(down!.host)).waiting).toBeGreaterThan(0)
			const aside = { state: "set-aside", host: strict!.host, reason: "HTTP 422", failures: null }
			expect(await about(strict!.host, "undelivered")).toMatchObject(aside)
			expect(await about(fine!.host)).toBeUndefined()
		})
		const { stdout } = await runs("queue", "status")
		expect(stdout).toMatch(new RegExp(`^host +backing-off +${down!.host}`, "m"))
	})

	it("is sent again on demand, the same bytes, once however often it is asked for", async () => {
		const [refused] = arrivals(strict!, first.uri)
		await strict!.behave("ok")
		const answers = await Promise.all([1, 2].map(() => snug.snug("queue", "retry", strict!.host)))
		const had = answers.reduce((sum, { undelivered }) => sum + undelivered, 0)
		expect(had).toBeGreaterThan(0)
		expect(answers[0]).toMatchObject({ id: strict!.host, state: "waiting", heard: 0, events: 0 })
		await eventually(() =>
			expect(arrivals(strict!, first.uri).filter(({ answered }) => answered < 300)).toHaveLength(1),
		)
		expect(await snug.snug("queue", "retry", strict!.host)).toMatchObject({ undelivered: 0 })
		expect(arrivals(strict!, first.uri).at(-1)!.bytes.equals(refused!.bytes)).toBe(true)
		await down!.behave("ok")
		await snug.snug("queue", "retry", "all")
		await eventually(async () => expect(await status()).toEqual([]))
		expect(arrivals(down!, first.uri)).toHaveLength(1)
		expect(arrivals(strict!, first.uri).filter(({ answered }) => answered < 300)).toHaveLength(1)
	})

	it("takes up again what was heard and what happened, if it was set aside", async () => {
		const bob = fine!.person("bob")
		const tea = await bob.lookUp(`@tea@${snug.host}`)
		const { note } = await bob.post({ text: "Here I am.", mention: tea })
		await strict!.waitFor((received) => received.json?.object === note.id, { timeout: 30_000 })
		await eventually(async () => expect(await status()).toEqual([]))
		// as they stand after having failed for good
		await connection.db.execute(
			sql`update inbox set state = 'set_aside', attempts = 9, outcome = 'out of paper' where type = 'Create'`,
		)
		await connection.db.execute(sql`
			update events set handed_over_at = null, attempts = 5, error = 'out of ink' where type = 'post-shared' and post_id is not null`)
		// A delivery of before may still be on its way to being written down.
		await eventually(async () =>
			expect(await status()).toEqual([
				expect.objectContaining({
					kind: "heard",
					state: "set-aside",
					host: fine!.host,
					software: "Create",
					reason: "out of paper",
				}),
				expect.objectContaining({
					kind: "event",
					state: "set-aside",
					software: "post-shared",
					reason: "out of ink",
				}),
				expect.objectContaining({
					kind: "event",
					state: "set-aside",
					software: "post-shared",
					reason: "out of ink",
				}),
			]),
		)
		expect(await snug.snug("queue", "retry", "--inbox")).toMatchObject({
			id: "all",
			undelivered: 0,
			heard: 1,
			events: 2,
		})
		await eventually(async () => expect(await status()).toEqual([]))
		const dealtWith = sql`select count(*)::int as n from inbox where type = 'Create' and state = 'done'`
		await eventually(async () => expect(await scalar(dealtWith)).toBe(1))
		expect(await scalar(sql`select count(*)::int as n from posts`)).toBe(2)
	})

	it("is dropped only when one insists, and that is written down", async () => {
		await down!.behave("down")
		const lost = await submit("Nobody will hear this there.")
		await fine!.waitFor((received) => received.json?.object === lost.uri, { timeout: 30_000 })
		await eventually(async () => expect(await about(down!.host)).toMatchObject({ state: "backing-off" }))
		const would = await snug.snug("queue", "drop", down!.host)
		expect(would).toMatchObject({ id: down!.host, state: "kept", undelivered: 0, messages: 0 })
		expect(would.entries).toBeGreaterThan(0)
		expect((await about(down!.host)).waiting).toBe(would.entries)
		expect(await snug.snug("queue", "drop", down!.host, "--apply")).toEqual({ ...would, state: "dropped" })
		expect((await about(down!.host))?.waiting).toBe(0)
		const [decision] = await snug.snug("mod", "log")
		expect(decision).toMatchObject({ state: "queue-dropped" })
		await down!.behave("ok")
		await snug.snug("queue", "retry", down!.host)
		const next = await submit("This they will.")
		await down!.waitFor((received) => received.json?.object === next.uri, { timeout: 30_000 })
		expect(arrivals(down!, lost.uri)).toEqual([])
	})

	it("says what it does not know, and what it needs", async () => {
		const words = [["retry", "nowhere.example"], ["retry"], ["drop"]]
		expect(await Promise.all(words.map((verb) => runs("queue", ...verb)))).toMatchObject([
			{ code: 1, stderr: expect.stringContaining("nowhere.example") },
			{ code: 1, stderr: expect.stringContaining("Say which server") },
			{ code: 2 },
		])
		expect(await status("--dropped")).toEqual([])
		await connection.db.execute(sql`
			update hosts set dropped_at = now(), failures = 40, failing_since = now() - interval '31 days' where host = ${down!.host}`)
		expect(await status("--dropped")).toMatchObject([{ id: down!.host, state: "dropped", failures: 40 }])
	})

	it("is spoken to again once the server speaks", async () => {
		// who has spoken is remembered for a minute
		snug = await snug.again()
		await connection.db.execute(
			sql`update cursors set closed_at = (select dropped_at from hosts where host = ${down!.host}) where host = ${down!.host}`,
		)
		const missed = await submit("While you were out.")
		await fine!.waitFor((received) => received.json?.object === missed.uri, { timeout: 30_000 })
		expect(arrivals(down!, missed.uri)).toEqual([])
		const bob = down!.person("bob")
		await bob.post({ text: "I am back.", mention: await bob.lookUp(`@tea@${snug.host}`) })
		await down!.waitFor((received) => received.json?.object === missed.uri, { timeout: 30_000 })
		expect(await status("--dropped")).toEqual([])
	})
})
