import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Person, PUBLIC } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

const password = "correct horse battery staple"
let stage: Stage
/** Moderate tea: Max from the Mastodon that Bob and Eve are on, Carol from a Lemmy. */
let max: Person
let carol: Person
let browser: Browser

beforeAll(async () => {
	stage = await Stage.open()
	max = stage.bob.peer.person("max", { ownKey: true })
	carol = (await stage.peer("lemmy")).person("carol", { ownKey: true })
	for (const person of [max, carol]) {
		await stage.join(person)
		await stage.snug.snug("member", "promote", "tea", person.handle)
	}
	browser = new Browser(stage.snug.origin)
	expect((await browser.send("/login", { name: "ana", password })).status).toBe(303)
}, 60_000)
afterAll(() => stage?.close())

const log = async (): Promise<Json[]> => stage.snug.snug("mod", "log", "tea")
const share = async (uri: string): Promise<Json> =>
	(
		await stage.rows(sql`select s.state, s.locked_at is not null as locked, s.pinned_at is not null as pinned
			from shares s join posts p on p.id = s.post_id join actors g on g.id = s.group_id
			where p.uri = ${uri} and g.uri = ${stage.tea.id}`)
	)[0]!
const said = async (by: Person): Promise<string> => {
	const { note, create } = stage.note(by)
	await stage.hear(by, create)
	expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	return note.id
}
const idOf = async (uri: string): Promise<string> =>
	(await stage.rows<{ id: string }>(sql`select id from posts where uri = ${uri}`))[0]!.id
/** All that the group wrote to somebody, as plain words, the newest last. */
const letters = (to: Person): string[] =>
	to.peer.received
		.filter(({ json }) => json?.type === "Create" && json.to?.[0] === to.id)
		.map(({ json }) => json.object.content.replace(/<[^>]+>/g, " "))
const told = (to: Person, words: RegExp) => eventually(() => expect(letters(to).at(-1) ?? "").toMatch(words))
/** An answer to a post, in a Create as it is sent; what became of it. */
const answers = async (by: Person, uri: string, words: string, change: Json = {}): Promise<Json> => {
	const mention = `<span class="h-card"><a href="${stage.tea.id}" class="u-url mention">@<span>tea</span></a></span>`
	const content = `<p>${mention} ${words}</p>`
	const { note, create } = stage.note(by, { inReplyTo: uri, content, ...change }, change)
	return { note, create, outcome: await stage.hear(by, create) }
}
const privately = () => ({ to: [stage.tea.id], cc: [] })

describe("whichever way a moderator goes", () => {
	type Door = {
		name: string
		by: () => Person | null
		does: (verb: string, uri: string, who: Person) => Promise<unknown>
	}
	const why: Record<string, string> = { remove: "Sales", pause: "Calm down", ban: "Spam" }
	const throughAnswer =
		(by: () => Person, change: () => Json): Door["does"] =>
		async (verb, uri) => {
			const time = verb === "pause" ? "3d " : ""
			const { outcome } = await answers(by(), uri, `!${verb} ${time}${why[verb] ?? ""}`, change())
			expect(outcome).toBe("asked of tea: done")
		}
	const doors: Door[] = [
		{
			name: "the desk",
			by: () => null,
			does: async (verb, uri, who) => {
				const post = await idOf(uri)
				const fields = { post, person: who.handle, reason: why[verb] ?? "" }
				expect((await browser.send(`/@tea/desk/${verb}`, fields)).status).toBe(303)
			},
		},
		{
			name: "the command line",
			by: () => null,
			does: (verb, uri, who) => {
				const reason = why[verb] ? ["--reason", why[verb]] : []
				const isPerson = verb === "ban" || verb === "lift"
				return isPerson
					? stage.snug.snug("member", verb, "tea", who.handle, ...reason)
					: stage.snug.snug("post", verb, "tea", uri, ...reason)
			},
		},
		{ name: "a private answer from Mastodon", by: () => max, does: throughAnswer(() => max, privately) },
		{
			name: "a comment from Lemmy",
			by: () => carol,
			does: throughAnswer(
				() => carol,
				() => ({ to: [PUBLIC], cc: [stage.tea.id, stage.bob.id], audience: stage.tea.id }),
			),
		},
	]

	it.each(doors)("by $name it comes to the same", async ({ by, does }) => {
		const who = stage.bob.peer.person(`guest${doors.findIndex((door) => door.does === does)}`, {
			ownKey: true,
		})
		await stage.join(who)
		const uri = await said(who)
		const before = (await log()).length
		const states: Json[] = []
		for (const verb of ["lock", "unlock", "pin", "unpin", "remove", "restore", "ban", "lift"]) {
			await does(verb, uri, who)
			await stage.settled()
			states.push(await share(uri))
		}
		const as = (state: string, locked = false, pinned = false) => ({ state, locked, pinned })
		expect(states).toEqual([
			as("shared", true),
			as("shared"),
			as("shared", false, true),
			as("shared"),
			as("removed"),
			as("shared"),
			as("shared"),
			as("shared"),
		])
		const rows = (await log()).reverse().slice(before)
		expect(rows.map(({ state, reason }) => [state, reason])).toEqual([
			["thread-locked", ""],
			["thread-unlocked", ""],
			["post-pinned", ""],
			["post-unpinned", ""],
			["post-removed", "Sales"],
			["post-restored", ""],
			["member-banned", "Spam"],
			["ban-lifted", ""],
		])
		const moderator = by()
		if (moderator) for (const { handle } of rows) expect(handle).toBe(moderator.handle)
		expect(await stage.isMember(who)).toBe(false)
	})
})

describe("a command", () => {
	it("lets through what waits, and says so to the moderator in their language, with the way back", async () => {
		await stage.snug.snug("filter", "add", "tea", "kettle", "--hold")
		const { note, create } = stage.note(stage.bob, { content: "<p>A kettle!</p>" })
		expect(await stage.hear(stage.bob, create)).toBe("hold in tea")
		const german = {
			contentMap: { de: "<p>@tea !approve</p>" },
			content: "<p>@tea !approve</p>",
			...privately(),
		}
		const { outcome } = await answers(max, note.id, "", german)
		expect(outcome).toBe("asked of tea: done")
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		await told(max, /Der Beitrag ist in @tea@localhost:\d+ geteilt[\s\S]*!remove[\s\S]*\/@tea\/desk/)
		const [letter] = max.peer.received.filter(({ json }) => json?.to?.[0] === max.id).slice(-1)
		expect(letter!.json).toMatchObject({ actor: stage.tea.id, to: [max.id], cc: [] })
		// Answering the group's letter takes it back.
		const back = await answers(max, letter!.json.object.id, "!remove Sales", privately())
		expect([back.outcome, (await share(note.id)).state]).toEqual(["asked of tea: done", "removed"])
		await told(max, /taken out of @tea/)
	})

	it("is answered in the form that Lemmy reads, by the server itself", async () => {
		const uri = await said(stage.bob)
		await answers(carol, uri, "!pin")
		await eventually(() => {
			const chat = carol.peer.received.find(
				({ json }) =>
					json?.type === "Create" &&
					json.object.content.includes("pinned in @tea") &&
					json.to[0] === carol.id,
			)
			expect(chat?.json.actor).toBe(`${stage.snug.origin}/ap/server`)
			expect(chat?.json.object.type).toBe("ChatMessage")
		})
		await answers(carol, uri, "!unpin")
	})

	it("is kept nowhere, shown to nobody, and not shared; a second time, changed or deleted it does nothing", async () => {
		const uri = await said(stage.bob)
		const { note, create } = await answers(max, uri, "!lock Quiet now")
		expect((await share(uri)).locked).toBe(true)
		expect(await stage.post(note.id)).toBeUndefined()
		await stage.snug.snug("post", "unlock", uri)
		await stage.withoutEffect(async () => {
			const context = { "@context": create["@context"], actor: max.id, to: create.to, cc: create.cc }
			for (const activity of [
				create,
				{ ...create, id: `${create.id}2` },
				{
					...context,
					id: `${create.id}3`,
					type: "Update",
					object: { ...note, updated: new Date().toISOString() },
				},
				{ ...context, id: `${create.id}4`, type: "Delete", object: { id: note.id, type: "Tombstone" } },
				{ ...context, id: `${create.id}5`, type: "Create", object: note },
			])
				expect((await max.send(activity, { to: stage.inbox })).status).toBe(202)
		})
		expect((await share(uri)).locked).toBe(false)
		const everything = [...stage.bob.peer.received, ...carol.peer.received].map(({ json }) =>
			JSON.stringify(json),
		)
		expect(everything.filter((text) => text.includes(note.id))).toEqual([])
	})

	it("is never read into a change of an ordinary answer, which stays as it was", async () => {
		const uri = await said(stage.bob)
		const { note, create } = await answers(max, uri, "Just words")
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		const changed = {
			...note,
			content: "<p>!remove Sales</p>",
			updated: new Date(Date.now() + 1000).toISOString(),
		}
		const update = { ...create, id: `${create.id}/update`, type: "Update", object: changed }
		expect(await stage.hear(max, update)).toBe("ignored: What a moderator asks of a group is not a post.")
		expect((await stage.post(note.id))?.html).toContain("Just words")
		expect((await share(uri)).state).toBe("shared")
	})

	it("counts from whoever looks after the group, and is words like any other from everybody else", async () => {
		const uri = await said(stage.bob)
		const { note, outcome } = await answers(stage.eve, uri, "!remove Sales")
		expect([outcome, (await share(uri)).state]).toEqual(["accept in tea", "shared"])
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		// A moderator's words in another's mouth: their own server alone says them.
		const forged = stage.note(max, { inReplyTo: uri, content: "<p>!remove Sales</p>" })
		expect((await stage.eve.send(forged.create, { to: stage.inbox })).status).toBe(401)
		const hearsay = { ...forged.create, id: `${stage.eve.id}/x`, actor: stage.eve.id }
		expect(await stage.hear(stage.eve, hearsay)).toMatch(/^ignored/)
		expect((await share(uri)).state).toBe("shared")
	})

	it("is what its giver says, not what they quote of others", async () => {
		const uri = await said(stage.bob)
		const quoting = "<blockquote><p>!ban 30d Sales</p></blockquote><p>Please do not write such things.</p>"
		const { note, create } = stage.note(max, { inReplyTo: uri, content: quoting })
		expect(await stage.hear(max, create)).toBe("accept in tea")
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
		const content = "<blockquote><p>Buy now!</p></blockquote><p>!remove Sales</p>"
		expect(await stage.hear(max, stage.note(max, { inReplyTo: uri, content }).create)).toBe(
			"asked of tea: done",
		)
		expect((await share(uri)).state).toBe("removed")
	})

	it("is for the group its giver looks after, though the answer names only another that holds the post", async () => {
		const both = { to: [PUBLIC], cc: [stage.tea.id, stage.books.id] }
		await stage.join(stage.eve, stage.books)
		const { note: post, create } = stage.note(stage.eve, both, both)
		await stage.hear(stage.eve, create)
		expect((await stage.sharedIn(post.id)).toSorted()).toEqual(["books", "tea"])
		const named = { to: [PUBLIC], cc: [stage.books.id, stage.eve.id] }
		const { note, outcome } = await answers(max, post.id, "!remove Sales", named)
		expect(outcome).toBe("asked of tea: done")
		expect(await stage.sharedIn(post.id)).toEqual(["books"])
		expect(await stage.post(note.id)).toBeUndefined()
	})

	it("asks for what its giver may not do, or says nothing: then the group says why, and shares nothing", async () => {
		const uri = await said(stage.bob)
		const before = await log()
		for (const [words, answer] of [
			["!remvoe Sales", /That is no word the group knows\.[\s\S]*!restore/],
			["!remove", /Please say why/],
			["!help", /To look after @tea/],
			["!approve", /Nothing was done in @tea[\s\S]*shared already/],
		] as const) {
			const { note } = await answers(max, uri, words)
			await told(max, answer)
			expect(await stage.post(note.id)).toBeUndefined()
		}
		const ours = await stage.snug.snug("post", "submit", "tea", "--as", "ana", "--text", "Good evening")
		await answers(max, ours.uri, "!ban Enough")
		await told(max, /That takes somebody above them/)
		const alone = stage.note(max, { content: "<p>!lock</p>" })
		expect(await stage.hear(max, alone.create)).toBe("asked of tea: help")
		await told(max, /Answer the post that it is about/)
		const hello = stage.note(max, { content: "<p>!hello everybody</p>" })
		expect(await stage.hear(max, hello.create)).toBe("accept in tea")
		expect((await log()).length).toBe(before.length)
	})

	it("waits for the post it is about, which may come after it", async () => {
		const { note, create } = stage.note(stage.bob)
		const command = stage.note(max, { inReplyTo: note.id, content: "<p>!pin</p>" })
		expect((await max.send(command.create, { to: stage.inbox })).status).toBe(202)
		await eventually(async () =>
			expect(
				await stage.rows(
					sql`select 1 from inbox where activity_uri = ${command.create.id} and attempts > 0 and state = 'waiting'`,
				),
			).toHaveLength(1),
		)
		await stage.hear(stage.bob, create)
		await eventually(async () => expect((await share(note.id)).pinned).toBe(true))
	})

	it("is told beforehand on the page where it is written, and what was done afterwards", async () => {
		const uri = await said(stage.bob)
		const path = `/@tea/t/${await idOf(uri)}/reply`
		const look = await browser.send(path, { text: "!lock Enough said", to: await idOf(uri), do: "look" })
		expect(look.text).toContain("This asks something of the group.")
		const wrong = await browser.send(path, { text: "!remove", to: await idOf(uri), do: "send" })
		expect([wrong.status, wrong.text]).toEqual([422, expect.stringContaining("Please say why")])
		const sent = await browser.send(path, { text: "!lock Enough said", to: await idOf(uri), do: "send" })
		expect([sent.status, sent.headers.get("location")]).toEqual([303, "/@tea/desk?done=lock"])
		expect((await browser.open("/@tea/desk?done=lock")).text).toContain("closed to new answers")
		expect((await log())[0]).toMatchObject({ state: "thread-locked", reason: "Enough said" })
	})
})
