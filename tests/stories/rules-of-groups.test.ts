import { sql } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import type { Json, Person } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

const password = "correct horse battery staple"

let stage: Stage
let owner: Browser

const set = (...rules: string[]) => stage.snug.snug("group", "policy", "set", "tea", ...rules)
/** What became of a post in tea: its state, and why. */
const standing = async (note: Json): Promise<string | undefined> => {
	const [row] = await stage.rows<{ state: string; reason: string | null }>(
		sql`select s.state, s.reason from shares s join posts p on p.id = s.post_id where p.uri = ${note.id}`,
	)
	return row && [row.state, row.reason].filter(Boolean).join(": ")
}
const sends = async (person: Person, change: Json = {}): Promise<Json> => {
	const { note, create } = stage.note(person, change)
	await stage.hear(person, create)
	return note
}
const edits = async (person: Person, note: Json, content: string): Promise<void> => {
	const object = { ...note, content, updated: new Date().toISOString() }
	await stage.hear(person, {
		"@context": "https://www.w3.org/ns/activitystreams",
		id: `${note.id}#${Math.random()}`,
		type: "Update",
		actor: person.id,
		to: note.to,
		cc: note.cc,
		object,
	})
}
/** Lets the turn of everything that waits come now. */
const letTimePass = async (): Promise<void> => {
	await stage.rows(
		sql`update shares set due_at = now() - interval '1 second' where due_at is not null and state = 'held'`,
	)
	await stage.rows(sql`select pg_notify('snug_events', '')`)
}

beforeAll(async () => {
	stage = await Stage.open()
	owner = new Browser(stage.snug.origin)
	expect((await owner.send("/login", { name: "ana", password, next: "/" })).status).toBe(303)
})
afterEach(async () => {
	await set(
		"newcomer_posts=",
		"newcomer_links=on",
		"links=",
		"places=",
		"media=anyone",
		"mentions=",
		"languages=",
		"slow_minutes=",
		"cap=",
	)
})
afterAll(() => stage?.close())

describe("a group's rules", () => {
	it("hold newcomers from any server, who hear why, until a moderator lets one in", async () => {
		await set("newcomer_posts=1", "--reason", "We had visitors")
		const first = await sends(stage.bob)
		expect(await standing(first)).toMatch(/^held: Whoever is new here is met by a moderator first/)
		const told = await stage.bob.peer.waitFor(
			(r) => r.json?.type === "Create" && r.json.to?.[0] === stage.bob.id && r.json.actor === stage.tea.id,
		)
		expect(told.json.object.content).toContain("met by a moderator first")
		await stage.snug.snug("post", "approve", "tea", first.id)
		expect(await standing(await sends(stage.bob))).toBe("shared")
		const [line] = await stage.snug
			.snug("mod", "log", "tea", "--limit", "200")
			.then((rows: Json[]) => rows.filter(({ state }) => state === "policy-changed").reverse())
		expect(line).toMatchObject({ what: "newcomers", reason: "We had visitors" })
		const [held] = await stage.rows(
			sql`select facts from events where type = 'post-held' order by position limit 1`,
		)
		expect(held!.facts).toMatchObject({ rule: "newcomer", policy: 1 })
	})

	it("can be tried on what was written, which changes nothing", async () => {
		const note = await sends(stage.eve, { content: '<p>See <a href="https://a.example/">a</a></p>' })
		expect(await standing(note)).toBe("shared")
		const before = await stage.state()
		const [tried]: Json[] = await stage.snug.snug("group", "policy", "try", "tea", "links=0")
		expect(tried).toMatchObject({ uri: note.id, state: "would wait", rule: "many-links" })
		const page = await owner.send("/@tea/settings/policy", { try: "7", links: "0", answering: "same" })
		expect(page.status).toBe(200)
		expect(page.text).toContain("would have waited")
		expect(page.text).toContain("It holds more links than this group takes without a look.")
		expect(await stage.state()).toBe(before)
	})

	it("judge an edit anew, and do not meet anybody twice", async () => {
		await set("places=shop.example", "newcomer_posts=1")
		const note = await sends(stage.bob)
		expect(await standing(note)).toBe("shared")
		await edits(stage.bob, note, '<p>Buy at <a href="https://cheap.shop.example/x">this</a></p>')
		expect((await stage.post(note.id))?.html).not.toContain("shop.example")
		await edits(stage.bob, note, "<p>Green, I meant</p>")
		expect((await stage.post(note.id))?.html).toContain("Green, I meant")
		expect(await standing(note)).toBe("shared")
	})

	it("let in by itself what its author has mended", async () => {
		await set("links=0")
		const note = await sends(stage.eve, { content: '<p><a href="https://a.example/">a</a></p>' })
		expect(await standing(note)).toMatch(/^held: It holds more links/)
		await edits(stage.eve, note, "<p>No link any more</p>")
		expect(await standing(note)).toBe("shared")
		await stage.eve.peer.waitFor((r) => r.json?.type === "Announce" && r.json.object === note.id)
	})

	it("do not let an author change what a moderator took out", async () => {
		const note = await sends(stage.eve)
		await stage.snug.snug("post", "remove", note.id, "--reason", "No")
		await edits(stage.eve, note, "<p>Other words</p>")
		expect(await standing(note)).toBe("removed: No")
	})

	it("give what comes too fast its turn, in order, with its last words", async () => {
		await set("slow_minutes=30", "slow_whose=group")
		const line = [await sends(stage.bob), await sends(stage.eve), await sends(stage.bob)]
		const turn = "held: This group takes its time. The post is shared by itself when its turn has come."
		const last = line[2]!
		expect(await standing(last)).toBe(turn)
		await edits(stage.bob, last, "<p>Better words</p>")
		expect(await standing(last)).toBe(turn)
		for (const [n, note] of line.entries()) {
			await letTimePass()
			await eventually(async () => expect(await standing(note)).toBe("shared"))
			// The turns of the others were put off by this one.
			for (const later of line.slice(n + 1)) expect(await standing(later)).toBe(turn)
		}
		expect((await stage.post(last.id))?.html).toContain("Better words")
	})

	it("empty the line when the pace is given up, but not of what was deleted meanwhile", async () => {
		await set("slow_minutes=60", "slow_whose=each")
		const [, two, three] = [await sends(stage.bob), await sends(stage.bob), await sends(stage.bob)]
		expect(await standing(three!)).toMatch(/^held: This group takes its time/)
		await stage.hear(stage.bob, {
			"@context": "https://www.w3.org/ns/activitystreams",
			id: `${two!.id}#delete`,
			type: "Delete",
			actor: stage.bob.id,
			to: two!.to,
			object: { id: two!.id, type: "Tombstone" },
		})
		await set("slow_minutes=")
		await eventually(async () => expect(await standing(three!)).toBe("shared"))
		expect(await standing(two!)).toMatch(/^deleted/)
	})

	it("keep places for so many, and a line for those who come after them", async () => {
		const [first, second] = [stage.mallet, stage.peers[0]!.person("late", { ownKey: true })]
		const members = await stage.rows(
			sql`select 1 from members m join groups g on g.actor_id = m.group_id join actors a on a.id = g.actor_id
				where a.handle = 'tea' and m.role <> 'follower'`,
		)
		await set(`cap=${members.length}`)
		for (const person of [first, second]) await stage.join(person)
		const roles = async () =>
			(
				await stage.rows<{ role: string; waits: boolean }>(
					sql`select m.role, m.requested_at is not null as waits from members m join actors p on p.id = m.actor_id
					join actors g on g.id = m.group_id where g.handle = 'tea' and p.handle in ('mallet', 'late') order by p.handle desc`,
				)
			).map(({ role, waits }) => (waits ? `${role} in line` : role))
		expect(await roles()).toEqual(["follower in line", "follower in line"])
		const rows: Json[] = await stage.snug.snug("member", "list", "tea")
		const bob = rows.find(({ handle }) => handle.startsWith("@eve@"))!
		await stage.snug.snug("member", "ban", "tea", bob.handle, "--reason", "Rude")
		expect(await roles()).toEqual(["member", "follower in line"])
		await set("cap=")
		await eventually(async () => expect(await roles()).toEqual(["member", "member"]))
		await stage.snug.snug("member", "lift", "tea", bob.handle)
	})
})

describe("the page on which they are set", () => {
	it("is for those who look after the group, and keeps one change from undoing another", async () => {
		const other = new Browser(stage.snug.origin)
		expect((await other.open("/@books/settings/policy")).status).toBe(303)
		expect((await owner.open("/@none/settings/policy")).status).toBe(404)
		expect((await owner.send("/@none/settings/policy", { since: "0", mentions: "1" })).status).toBe(404)
		const wish = { since: "0", answering: "same", media: "anyone", slow_whose: "each", quiet_zone: "UTC" }
		const wrong = await owner.send("/@books/settings/policy", { ...wish, mentions: "three", places: "a b/c" })
		expect(wrong.status).toBe(422)
		expect(wrong.text).toContain('<a href="#mentions">')
		expect(wrong.text).toContain('value="three"')
		const set = await owner.send("/@books/settings/policy", {
			...wish,
			mentions: "3",
			links_wait: "yes",
			reason: "Calm",
		})
		expect(set.status).toBe(303)
		const again = await owner.send("/@books/settings/policy", { ...wish, mentions: "9" })
		expect(again.status).toBe(422)
		expect(again.text).toContain("Somebody else changed these rules a moment ago")
		const words = await new Browser(stage.snug.origin).open("/@books/about/rules")
		expect(words.text).toContain("Posts that name more people than this wait for a moderator: 3.")
		expect(words.text).toContain("Links from somebody new wait for a moderator.")
		expect(words.text).toContain("Calm")
		expect((await new Browser(stage.snug.origin).open("/@books/about")).text).toContain(
			"Links from somebody new wait",
		)
		expect((await new Browser(stage.snug.origin).open("/@books/decisions")).text).toContain(
			"The group changed its rules for posts: links and how many people a post may name.",
		)
	})
})

describe("what the server asks of every group", () => {
	const demand = (...rules: string[]) => stage.snug.snug("server", "policy", "set", ...rules)

	beforeAll(async () => {
		await stage.rows(sql`update accounts set operator = true from actors a
			where a.id = actor_id and a.handle = 'ana' and a.local`)
	})
	afterAll(async () => {
		await demand("newcomer_posts=", "newcomer_links=on", "mentions=", "strangers=on")
		await stage.rows(sql`update accounts set operator = false from actors a
			where a.id = actor_id and a.handle = 'ana' and a.local`)
	})

	it("holds where a group asks for less, says so there, and is undone without a trace in its rules", async () => {
		const before: Json = await stage.snug.snug("group", "policy", "show", "tea")
		await stage.snug.snug("group", "set", "tea", "--posting", "anyone")
		const stranger = stage.peers[0]!.person("passer-by", { ownKey: true })
		const open = new Browser(stage.snug.origin)
		expect((await open.open("/@tea/about")).text).toContain("Anybody may begin a conversation.")
		await demand("newcomer_posts=5", "strangers=off", "--reason", "Floods since Monday")
		expect(await standing(await sends(stranger))).toBeUndefined()
		const newcomer = stage.peers[0]!.person("newcomer", { ownKey: true })
		await stage.join(newcomer)
		expect(await standing(await sends(newcomer))).toMatch(/^held: Whoever is new here/)
		expect((await open.open("/@tea/about")).text).not.toContain("Anybody may begin a conversation.")
		const welcome = await fetch(`${stage.tea.id}/welcome`, {
			headers: { accept: "application/activity+json" },
		})
		expect(((await welcome.json()) as Json).content).toContain("Everybody who follows may post")
		const settings = await owner.open("/@tea/settings/policy")
		expect(settings.text).toContain("No group here is open to posts of people who do not follow it.")
		expect(settings.text).not.toContain("Floods since Monday")
		const bound: Json = await stage.snug.snug("group", "policy", "show", "tea")
		expect(bound).toMatchObject({
			version: before.version,
			newcomer_posts: "",
			overruled: "posting newcomers",
		})
		await demand("newcomer_posts=", "strangers=on")
		expect(await standing(await sends(stranger))).toBe("shared")
		await stage.snug.snug("group", "set", "tea", "--posting", "followers")
	})

	it("is set on a page of the operator, which undoes nobody's change unseen", async () => {
		const { version }: Json = await stage.snug.snug("server", "policy", "show")
		const form = { since: String(version), mentions: "4", links_wait: "yes", reason: "Calm waters" }
		const wrong = await owner.send("/admin/policy", { ...form, flood_posts: "3", links: "many" })
		expect(wrong.status).toBe(422)
		expect(wrong.text).toContain('<a href="#links">')
		expect(wrong.text).toContain('value="many"')
		expect(wrong.text).toContain('value="Calm waters"')
		expect((await owner.send("/admin/policy", { ...form, reason: "x".repeat(501) })).status).toBe(422)
		expect((await owner.send("/admin/policy", form)).status).toBe(303)
		const late = await owner.send("/admin/policy", { ...form, mentions: "9" })
		expect(late.status).toBe(422)
		expect(late.text).toContain("Somebody else changed these rules a moment ago")
		expect(late.text).toContain('value="4"')
		const page = await owner.open("/admin/policy")
		expect(page.text).toContain("Posts that name more people than this wait for a moderator: 4.")
		expect(page.text).toContain("Calm waters")
		expect((await owner.open("/admin/log")).text).toContain("changed what every group keeps to.")
		const shown: Json = await stage.snug.snug("server", "policy", "show")
		expect(shown).toMatchObject({
			version: version + 1,
			mentions: "4",
			newcomer_links: "off",
			strangers: "on",
		})
		expect((await new Browser(stage.snug.origin).open("/@tea/about/rules")).text).toContain(
			"Links from somebody new wait for a moderator.",
		)
		expect((await new Browser(stage.snug.origin).open("/@tea/decisions")).text).not.toContain("Calm waters")
	})
})
