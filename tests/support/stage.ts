import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { expect } from "vitest"
import { type Connection, connect } from "../../db/connect.ts"
import { eventually } from "./eventually.ts"
import { type Json, type Peer, type Person, PUBLIC, startPeer } from "./peer.ts"
import { type Server, type Snug, startSnug } from "./snug.ts"
import { startHere } from "./snug-here.ts"
import { withOwner } from "./with-owner.ts"

/** The tables that say what is so here; what was heard, fetched and sent is not among them. */
const domain = ["posts", "post_versions", "shares", "members", "events", "tombstones", "log"]

/** A Snug server with two groups, and servers of honest people and of others around it. */
export class Stage<S extends Server = Server> {
	snug: S
	readonly connection: Connection
	readonly peers: Peer[] = []
	tea!: Json
	books!: Json
	/** Follows both groups, with Eve; Mallet has an account on the same server and follows nothing. */
	bob!: Person
	eve!: Person
	mallet!: Person

	private constructor(snug: S) {
		this.snug = snug
		this.connection = connect(snug.databaseUrl, { size: 2 })
	}

	/** With the server in this process. */
	static async open(environment: Record<string, string> = {}): Promise<Stage> {
		return Stage.#around(await startHere(environment))
	}

	/** With the server in a process of its own, which can be killed. */
	static async apart(environment: Record<string, string> = {}): Promise<Stage<Snug>> {
		return Stage.#around(await startSnug(environment))
	}

	static async #around<S extends Server>(snug: S): Promise<Stage<S>> {
		await withOwner(snug, "tea", "books")
		const stage = new Stage(snug)
		const peer = await stage.peer("mastodon")
		stage.bob = peer.person("bob", { ownKey: true })
		stage.eve = peer.person("eve", { ownKey: true })
		stage.mallet = peer.person("mallet", { ownKey: true })
		stage.tea = await stage.bob.lookUp(`@tea@${snug.host}`)
		stage.books = await stage.bob.lookUp(`@books@${snug.host}`)
		for (const person of [stage.bob, stage.eve])
			for (const group of [stage.tea, stage.books]) await stage.join(person, group)
		return stage
	}

	async peer(software: string, options: Parameters<typeof startPeer>[0] = {}): Promise<Peer> {
		const peer = await startPeer({ software, ...options })
		this.peers.push(peer)
		return peer
	}

	/** Ends the server if it still runs, one in its own process as kill -9 would, and starts it again. */
	async again(environment: Record<string, string> = {}): Promise<void> {
		this.snug = (await this.snug.again(environment)) as S
	}

	get inbox(): string {
		return `${this.snug.origin}/inbox`
	}

	async join(person: Person, group = this.tea): Promise<void> {
		await person.follow(group)
		await eventually(() => expect(person.follows(group.id)).toBe(true))
	}

	// biome-ignore lint/suspicious/noExplicitAny: rows are checked by the tests themselves
	async rows<T = Record<string, any>>(query: ReturnType<typeof sql>): Promise<T[]> {
		return (await this.connection.db.execute(query)) as unknown as T[]
	}

	/** One text for all that is so here. */
	async state(): Promise<string> {
		const parts = domain.map(
			(table) =>
				`select '${table}' as name, md5(string_agg(t::text, '|' order by t::text)) as sum from ${table} t`,
		)
		const rows = await this.rows<{ name: string; sum: string }>(
			sql.raw(`${parts.join(" union all ")} order by 1`),
		)
		return rows.map(({ name, sum }) => `${name} ${sum}`).join("\n")
	}

	/** Everything heard is dealt with, and everything that happened is handed over. */
	async settled(longest = 60_000): Promise<void> {
		await eventually(async () => {
			const [row] = await this.rows<{ heard: string; events: string }>(sql`select
				(select count(*) from inbox where state = 'waiting') as heard,
				(select count(*) from events where handed_over_at is null and error is null) as events`)
			expect(row).toEqual({ heard: "0", events: "0" })
		}, longest)
	}

	/** The same without the waiting: what is to be tried again later is tried now, and what that saves counts as time. */
	async settledSooner(longest = 60_000): Promise<void> {
		let saved = 0
		await eventually(async () => {
			const due = await this.rows<{ after: number }>(sql`with sooner as (
				update inbox i set due_at = now() from (select position, due_at from inbox for update) before
				where i.position = before.position and i.state = 'waiting' and i.due_at > now() and i.lease_until is null
				returning extract(epoch from before.due_at - now()) * 1000 as after)
				select after::float8 as after, pg_notify('snug_inbox', '') from sooner`)
			saved += Math.max(0, ...due.map(({ after }) => after))
			await this.settled(0)
		}, longest)
		expect(saved).toBeLessThan(longest)
	}

	async post(
		uri: string,
	): Promise<{ html: string; author: string; deleted: boolean; title: string | null } | undefined> {
		const rows = await this.rows(
			sql`select p.*, a.uri as author from posts p join actors a on a.id = p.author_id where p.uri = ${uri}`,
		)
		return (
			rows[0] && {
				html: rows[0].html,
				author: rows[0].author,
				deleted: rows[0].deleted_at !== null,
				title: rows[0].title,
			}
		)
	}

	/** The handles of the groups that share a post. */
	async sharedIn(uri: string): Promise<string[]> {
		const rows = await this.rows<{
			handle: string
		}>(sql`select g.handle from shares s join posts p on p.id = s.post_id
			join actors g on g.id = s.group_id where p.uri = ${uri} and s.state = 'shared' order by 1`)
		return rows.map((row) => row.handle)
	}

	async isMember(person: { id: string }, group = this.tea): Promise<boolean> {
		const rows =
			await this.rows(sql`select 1 from members m join actors p on p.id = m.actor_id join actors g on g.id = m.group_id
			where p.uri = ${person.id} and g.uri = ${group.id}`)
		return rows.length > 0
	}

	/** What became of everything heard under an id, newest last. */
	async outcomes(activityUri: string): Promise<string[]> {
		return (
			await this.rows<{ outcome: string }>(
				sql`select outcome from inbox where activity_uri = ${activityUri} order by position`,
			)
		).map((row) => row.outcome)
	}

	/** Sends what is honest, and waits until it has been dealt with; what became of it. */
	async hear(
		person: Person,
		activity: Json,
		how: Partial<Parameters<Person["send"]>[1]> = {},
	): Promise<string | undefined> {
		expect((await person.send(activity, { to: this.inbox, ...how })).status).toBe(202)
		await this.settled()
		return activity.id === undefined ? undefined : (await this.outcomes(activity.id)).at(-1)
	}

	/** A public note to a group in a Create, unsent; `change` is laid over the note, `around` over the Create. */
	note(author: Person, change: Json = {}, around: Json = {}): { note: Json; create: Json } {
		const id = `${author.id}/statuses/${randomUUID()}`
		const to = [PUBLIC]
		const cc = [this.tea.id]
		const content = `<p>Words ${randomUUID()}</p>`
		const note = {
			id,
			type: "Note",
			attributedTo: author.id,
			to,
			cc,
			content,
			published: new Date().toISOString(),
			...change,
		}
		const context = "https://www.w3.org/ns/activitystreams"
		const create = {
			"@context": context,
			id: `${note.id}/activity`,
			type: "Create",
			actor: author.id,
			to,
			cc,
			object: note,
			...around,
		}
		return { note, create }
	}

	/** After whatever was tried before, an honest person is still heard, and the server is well. */
	async control(): Promise<void> {
		const { note, create } = this.note(this.bob)
		expect((await this.bob.send(create, { to: this.inbox })).status).toBe(202)
		await this.settled()
		expect(await this.sharedIn(note.id)).toEqual(["tea"])
		expect(this.snug.runs()).toBe(true)
	}

	/** Whatever is done leaves everything as it was; then the control. */
	async withoutEffect(deed: () => Promise<void>): Promise<void> {
		await this.settled()
		const before = await this.state()
		await deed()
		await this.settled()
		expect(await this.state()).toBe(before)
		await this.control()
	}

	async close(): Promise<void> {
		await this.connection.close()
		await this.snug.close()
		await Promise.all(this.peers.map((peer) => peer.stop()))
	}
}
