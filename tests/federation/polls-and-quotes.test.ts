import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, PUBLIC } from "../support/peer.ts"
import { say } from "../support/say.ts"
import { Stage } from "../support/stage.ts"

const context = "https://www.w3.org/ns/activitystreams"
let stage: Stage
let mastodon: Peer
let lemmy: Peer
let piefed: Peer
let kei: Person
let pip: Person
let ana: Json

const ask = (...more: string[]): Promise<Json> =>
	stage.snug.snug(
		"post",
		"submit",
		"tea",
		"--as",
		"ana",
		"--title",
		"Next book",
		"--text",
		"What shall we read?",
		"--poll",
		"The Book of Tea",
		"--poll",
		"Siddhartha",
		...more,
	)
const get = (uri: string) => fetch(uri, { headers: { accept: "application/activity+json" } })
const document = async (uri: string): Promise<Json> => (await get(uri)).json() as Promise<Json>
const heard = (person: Person, activity: Json, to = ana.inbox) => stage.hear(person, activity, { to })
/** A vote as Mastodon, Misskey and GoToSocial send it. */
const voteOf = (person: Person, poll: Json, name: string): Json => {
	const id = `${person.id}#votes/${randomUUID()}`
	const note = { id, type: "Note", name, attributedTo: person.id, to: ana.id, inReplyTo: poll.uri }
	return {
		"@context": context,
		id: `${id}/activity`,
		type: "Create",
		actor: person.id,
		to: ana.id,
		object: note,
	}
}
const vote = (person: Person, poll: Json, name: string) => heard(person, voteOf(person, poll, name))
const tally = async (poll: Json): Promise<number[]> => {
	const { oneOf, anyOf } = await document(poll.uri)
	return (oneOf ?? anyOf).map((option: Json) => option.replies.totalItems)
}
const sent = (peer: Peer, type: string, objectId: string) =>
	peer.received.filter(({ json }) => json.type === type && (json.object?.id ?? json.object) === objectId)
/** As if time had passed; the server is rung at, since it sleeps until the moment that it knew of. */
const due = async (poll: Json, column: "tally_due_at" | "ends_at") => {
	const past = "now() - interval '1 second'"
	await stage.rows(sql.raw(`update polls set ${column} = ${past} where post_id = '${poll.id}'`))
	await stage.rows(sql`select pg_notify('snug_events', '')`)
}

beforeAll(async () => {
	stage = await Stage.open()
	mastodon = stage.bob.peer
	kei = (await stage.peer("misskey")).person("kei", { ownKey: true })
	lemmy = await stage.peer("lemmy")
	piefed = await stage.peer("piefed")
	pip = piefed.person("pip", { ownKey: true })
	await stage.join(kei)
	await stage.join(lemmy.person("lem"))
	await stage.join(pip)
	ana = await stage.bob.lookUp(`@ana@${stage.snug.host}`)
})
afterAll(() => stage?.close())

describe("a poll of somebody here", () => {
	it("is a Question at its address, boosted to Mastodon and told whole to communities", async () => {
		const poll = await ask("--closes", "7d")
		const question = await document(poll.uri)
		expect(question).toMatchObject({
			id: poll.uri,
			type: "Question",
			attributedTo: ana.id,
			to: [PUBLIC, stage.tea.id],
			votersCount: 0,
			oneOf: [
				{ type: "Note", name: "The Book of Tea", replies: { type: "Collection", totalItems: 0 } },
				{ type: "Note", name: "Siddhartha", replies: { type: "Collection", totalItems: 0 } },
			],
		})
		expect(question.anyOf).toBeUndefined()
		expect(question.closed).toBeUndefined()
		expect(question.updated).toBeUndefined()
		expect(Date.parse(question.endTime) - Date.parse(question.published)).toBe(7 * 86_400_000)
		await mastodon.waitFor(({ json }) => json.type === "Announce" && json.object === poll.uri)
		await eventually(() => expect(stage.bob.home()[0]?.note.type).toBe("Question"))
		const passed = await piefed.waitFor(({ json }) => json.object?.object?.id === poll.uri)
		expect(passed.json).toMatchObject({ type: "Announce", object: { type: "Create", actor: ana.id } })
		expect(passed.json.object.object).toMatchObject({ type: "Question", oneOf: question.oneOf })
		// Lemmy knows no polls: it is told of what comes after one, and not of the poll.
		const { note, create } = stage.note(stage.bob)
		await heard(stage.bob, create)
		await lemmy.waitFor(({ json }) => json.object?.object?.id === note.id)
		expect(JSON.stringify(lemmy.received.map(({ json }) => json))).not.toContain(poll.uri)
	})

	it("counts each person once, from Mastodon, Misskey and PieFed, and shows nobody's vote", async () => {
		const poll = await ask()
		expect(await vote(stage.bob, poll, "Siddhartha")).toBe("voted")
		expect(await vote(kei, poll, "Siddhartha")).toBe("voted")
		const piefeds = say(pip, "PollVote", poll.uri, { choice_text: "The Book of Tea", to: [ana.id] })
		expect(await heard(pip, piefeds)).toBe("voted")
		expect(await vote(stage.bob, poll, "The Book of Tea")).toBe("ignored: They voted already.")
		expect(await vote(stage.eve, poll, "War and Peace")).toBe("ignored: That is not among the options.")
		expect(await tally(poll)).toEqual([1, 2])
		expect((await document(poll.uri)).votersCount).toBe(3)
		const votes = await stage.rows(sql`select 1 from posts where uri like '%#votes/%'`)
		expect(votes).toEqual([])
		expect((await document(`${poll.uri}/replies`)).totalItems).toBe(0)
		expect(
			JSON.stringify(await stage.rows(sql`select convert_from(body, 'UTF8') as b from log`)),
		).not.toContain("#votes/")
	})

	it("counts the same vote once however often it comes, and two at once one by one", async () => {
		const poll = await ask("--multiple")
		const first = voteOf(stage.bob, poll, "Siddhartha")
		await Promise.all([stage.bob.send(first, { to: ana.inbox }), stage.bob.send(first, { to: stage.inbox })])
		const crowd = await Promise.all(
			Array.from({ length: 6 }, async (_, number) => mastodon.person(`voter-${number}`)),
		)
		await Promise.all(
			crowd.flatMap((person) =>
				["Siddhartha", "The Book of Tea", "Siddhartha"].map((name) =>
					person.send(voteOf(person, poll, name), { to: ana.inbox }),
				),
			),
		)
		await stage.settled()
		expect(await tally(poll)).toEqual([6, 7])
		const { anyOf, votersCount } = await document(poll.uri)
		expect(anyOf).toHaveLength(2)
		expect(votersCount).toBe(7)
	})

	it("is said again to those who show notes when the tally is due, once, with no mark of an edit", async () => {
		const poll = await ask()
		await vote(stage.bob, poll, "Siddhartha")
		const [row] = await stage.rows(
			sql`select extract(epoch from tally_due_at - now()) as wait from polls where post_id = ${poll.id}`,
		)
		expect(Number(row!.wait)).toBeGreaterThan(100)
		await vote(kei, poll, "Siddhartha")
		await due(poll, "tally_due_at")
		const { json } = await mastodon.waitFor(
			({ json }) => json.type === "Update" && json.object.id === poll.uri,
			{ timeout: 20_000 },
		)
		expect(json).toMatchObject({ actor: ana.id, to: [PUBLIC, stage.tea.id], object: { votersCount: 2 } })
		expect(json.object.oneOf.map((option: Json) => option.replies.totalItems)).toEqual([0, 2])
		expect(json.object.updated).toBeUndefined()
		expect((await get(json.id)).status).toBe(200)
		expect(await stage.rows(sql`select tally_due_at from polls where post_id = ${poll.id}`)).toEqual([
			{ tally_due_at: null },
		])
		await stage.control()
		expect(sent(mastodon, "Update", poll.uri)).toHaveLength(1)
		expect(lemmy.received.filter(({ json }) => json.object?.type === "Update")).toEqual([])
	})

	it("closes by itself, says so, and takes no more votes", async () => {
		const poll = await ask()
		await vote(stage.bob, poll, "Siddhartha")
		await due(poll, "ends_at")
		expect(await vote(kei, poll, "Siddhartha")).toBe("ignored: The poll is closed.")
		const { json } = await mastodon.waitFor(
			({ json }) => json.type === "Update" && json.object.id === poll.uri,
			{ timeout: 20_000 },
		)
		expect(json.object.closed).toBe(json.object.endTime)
		expect(json.object.oneOf[1].replies.totalItems).toBe(1)
		expect((await document(poll.uri)).closed).toBeDefined()
		const shown = await stage.snug.snug("post", "show", poll.id)
		expect(shown).toMatchObject({ poll: "closed", options: "The Book of Tea: 0, Siddhartha: 1", voters: 1 })
		await stage.control()
		expect(sent(mastodon, "Update", poll.uri)).toHaveLength(1)
	})

	it("takes no vote of somebody who is banned, or in another's name", async () => {
		const poll = await ask()
		const mal = mastodon.person("mal")
		await stage.join(mal)
		await stage.snug.snug("member", "ban", "tea", mal.handle)
		await stage.settled()
		expect(await vote(mal, poll, "Siddhartha")).toContain("ignored")
		const forged = voteOf(stage.bob, poll, "Siddhartha")
		const theirs = { ...forged, id: `${stage.mallet.id}#votes/1/activity`, actor: stage.mallet.id }
		expect(await heard(stage.mallet, theirs)).toContain("ignored")
		expect(await tally(poll)).toEqual([0, 0])
	})

	it("loses no vote when the server is killed before the tally is said", async () => {
		const poll = await ask()
		await vote(stage.bob, poll, "Siddhartha")
		await due(poll, "tally_due_at")
		await stage.again()
		await mastodon.waitFor(({ json }) => json.type === "Update" && json.object.id === poll.uri, {
			timeout: 20_000,
		})
		expect(await tally(poll)).toEqual([0, 1])
	})

	it("is voted in from the command line and the page, and its count is shown to those who voted", async () => {
		const poll = await ask()
		const strangers = await fetch(poll.url, { headers: { accept: "text/html" } })
		const page = await strangers.text()
		expect(page).toContain("Siddhartha")
		expect(page).not.toMatch(/\d votes?\b|<form[^>]*vote/)
		const browser = new Browser(stage.snug.origin)
		await browser.send("/login", { name: "ana", password: "correct horse battery staple" })
		const path = new URL(strangers.url).pathname
		const form = (await browser.open(path)).text
		const action = /<form[^>]*action="([^"]*vote[^"]*)"/.exec(form)![1]!
		expect((await browser.send(action, { option: "Milk" })).status).toBe(422)
		expect((await browser.send(action, { option: "Siddhartha" })).status).toBe(303)
		expect((await browser.open(path)).text).toMatch(/Siddhartha<\/bdi><span class="quiet"> 1 vote<\/span>/)
		expect((await browser.send(action, { option: "The Book of Tea" })).status).toBe(303)
		expect(await tally(poll)).toEqual([0, 1])
		await expect(stage.snug.snug("post", "vote", poll.id, "--as", "ana", "Siddhartha")).rejects.toThrow(
			"They voted already.",
		)
		const other = await ask()
		const told = await stage.snug.snug("post", "vote", other.uri, "--as", "ana", "The Book of Tea")
		expect(told.state).toBe("voted")
		expect(await tally(other)).toEqual([1, 0])
		await expect(ask("--closes", "1m")).rejects.toThrow("at least five minutes")
	})

	it("of a private group is nothing to outsiders: no document, no vote, no page, no activity", async () => {
		await stage.rows(sql`update groups set visibility = 'private' from actors a
			where a.id = groups.actor_id and a.handle = 'books'`)
		const words = ["--text", "Psst", "--poll", "Whisper", "--poll", "Shout"]
		const poll = await stage.snug.snug("post", "submit", "books", "--as", "ana", ...words)
		expect((await get(poll.uri)).status).toBe(404)
		const mia = mastodon.person("mia")
		expect(await vote(mia, poll, "Shout")).toContain("ignored")
		const page = await fetch(poll.url, { headers: { accept: "text/html" } })
		expect([page.status, await page.text()]).toEqual([404, expect.not.stringContaining("Whisper")])
		await due(poll, "ends_at")
		await eventually(async () => {
			const rows = await stage.rows(
				sql`select 1 from events where type = 'poll-closed' and post_id = ${poll.id}`,
			)
			expect(rows).toHaveLength(1)
		}, 20_000)
		await stage.settled()
		expect(await stage.rows(sql`select 1 from log where object_uri = ${poll.uri}`)).toEqual([])
		await stage.rows(sql`update groups set visibility = 'public' from actors a
			where a.id = groups.actor_id and a.handle = 'books'`)
	})
})

describe("a poll of another server", () => {
	const question = (change: Json = {}) =>
		stage.note(stage.bob, {
			type: "Question",
			content: "<p>Which one?</p>",
			endTime: "2030-01-01T00:00:00Z",
			votersCount: 1,
			oneOf: ["One", "Other"].map((name, index) => ({
				type: "Note",
				name,
				replies: { type: "Collection", totalItems: index },
			})),
			...change,
		})
	const kept = async (uri: string) =>
		(
			await stage.rows(sql`select p.version, p.edited_at, q.options, q.voters from polls q
				join posts p on p.id = q.post_id where p.uri = ${uri}`)
		)[0]

	it("is kept with its tally, refreshed without an edit, and voted in where it was asked", async () => {
		const { note, create } = question()
		expect(await heard(stage.bob, create)).toContain("accept")
		expect(await kept(note.id)).toMatchObject({ options: [{ votes: 0 }, { votes: 1 }], voters: 1 })
		const oneOf = note.oneOf.map((option: Json) => ({ ...option, replies: { totalItems: 5 } }))
		const update = say(stage.bob, "Update", { ...note, oneOf, votersCount: 10 }, { to: [PUBLIC] })
		expect(await heard(stage.bob, update)).toBe("edited")
		expect(await kept(note.id)).toMatchObject({
			options: [{ votes: 5 }, { votes: 5 }],
			voters: 10,
			version: 1,
			edited_at: null,
		})
		const events = await stage.rows(sql`select 1 from events e join posts p on p.id = e.post_id
			where e.type = 'post-edited' and p.uri = ${note.id}`)
		expect(events).toEqual([])
		const [post] = await stage.rows(sql`select id from posts where uri = ${note.id}`)
		const { text } = await new Browser(stage.snug.origin).open(`/@tea/t/${post!.id}`)
		expect(text).toMatch(/asked on another server: <a [^>]*>vote there<\/a>/)
		await expect(stage.snug.snug("post", "vote", post!.id, "--as", "ana", "One")).rejects.toThrow(
			"another server",
		)
	})

	it("is edited when it asks something else", async () => {
		const { note, create } = question()
		await heard(stage.bob, create)
		const oneOf = [...note.oneOf, { type: "Note", name: "Neither", replies: { totalItems: 0 } }]
		const updated = new Date(Date.now() + 1000).toISOString()
		await heard(stage.bob, say(stage.bob, "Update", { ...note, oneOf, updated }, { to: [PUBLIC] }))
		expect(await kept(note.id)).toMatchObject({ version: 2, options: [{}, {}, { text: "Neither" }] })
	})
})

describe("a quote", () => {
	const post = (): Promise<Json> =>
		stage.snug.snug("post", "submit", "tea", "--as", "ana", "--text", "Quote me")
	const request = (
		person: Person,
		target: Json,
		instrument: unknown = `${person.id}/statuses/${randomUUID()}`,
	) => say(person, "QuoteRequest", target.uri, { instrument })
	const answerTo = (activity: Json) =>
		mastodon.waitFor(({ json }) => ["Accept", "Reject"].includes(json.type) && json.object.id === activity.id)

	it("of a public post is allowed by its author, which anybody can look up", async () => {
		const target = await post()
		const policy = (await document(target.uri)).interactionPolicy.canQuote
		expect(policy.automaticApproval).toEqual([PUBLIC])
		const activity = request(stage.bob, target)
		await heard(stage.bob, activity)
		const { json } = await answerTo(activity)
		expect(json).toMatchObject({
			type: "Accept",
			actor: ana.id,
			to: [stage.bob.id],
			object: {
				type: "QuoteRequest",
				actor: stage.bob.id,
				object: target.uri,
				instrument: activity.instrument,
			},
		})
		expect(json.result.startsWith(`${target.uri}/quotes/`)).toBe(true)
		expect(await document(json.result)).toMatchObject({
			id: json.result,
			type: "QuoteAuthorization",
			attributedTo: ana.id,
			interactingObject: activity.instrument,
			interactionTarget: target.uri,
		})
		const again = request(stage.bob, target, {
			id: activity.instrument,
			type: "Note",
			attributedTo: stage.bob.id,
		})
		await heard(stage.bob, again)
		expect((await answerTo(again)).json.result).toBe(json.result)
		await stage.snug.snug("post", "delete", target.id, "--as", "ana")
		const revoked = await mastodon.waitFor(
			({ json: one }) => one.type === "Delete" && one.object?.id === json.result,
		)
		expect(revoked.json).toMatchObject({ actor: ana.id, object: { type: "QuoteAuthorization" } })
		expect((await get(json.result)).status).toBe(410)
	})

	it("is refused to whom the group keeps out, and of what is gone or not for everyone", async () => {
		const target = await post()
		const mean = mastodon.person("mean")
		await stage.join(mean)
		await stage.snug.snug("member", "ban", "tea", mean.handle)
		const gone = await post()
		await stage.snug.snug("post", "delete", gone.id, "--as", "ana")
		const removed = await post()
		await stage.snug.snug("post", "remove", removed.id)
		await stage.settled()
		for (const [person, what] of [
			[mean, target],
			[stage.bob, gone],
			[stage.bob, removed],
		] as const) {
			const activity = request(person, what)
			await heard(person, activity)
			const { json } = await answerTo(activity)
			expect(json).toMatchObject({ type: "Reject", actor: ana.id, to: [person.id] })
			expect(json.result).toBeUndefined()
		}
	})

	it("is asked for by its author alone, and of a post that is here", async () => {
		const target = await post()
		const elsewhere = `${kei.id}/statuses/1`
		const neighbour = { id: `${stage.eve.id}/1`, type: "Note", attributedTo: stage.eve.id }
		for (const instrument of [elsewhere, neighbour, null, "javascript:alert(1)"])
			expect(await heard(stage.bob, request(stage.bob, target, instrument))).toContain("ignored")
		expect(await heard(stage.bob, request(stage.bob, { uri: `${target.uri}x` }))).toContain("ignored")
	})

	it("in a post from elsewhere stands beside its words, once", async () => {
		const target = await post()
		const line = `<p class="quote-inline">RE: <a href="${target.uri}">${target.uri}</a></p>`
		const { note, create } = stage.note(stage.bob, { quote: target.uri, content: `${line}<p>So true</p>` })
		await heard(stage.bob, create)
		expect((await stage.post(note.id))?.html).toBe("<p>So true</p>")
		const [row] = await stage.rows(sql`select id, quote_uri from posts where uri = ${note.id}`)
		expect(row!.quote_uri).toBe(target.uri)
		const { text } = await new Browser(stage.snug.origin).open(`/@tea/t/${row!.id}`)
		expect(text).toContain(`Quoting <a href="${target.uri}"`)
	})

	it("by somebody here is said in the words others know, with a line for the rest", async () => {
		const uri = `${stage.bob.id}/statuses/7`
		const words = ["--text", "So true", "--quote", uri]
		const quoting = await stage.snug.snug("post", "submit", "tea", "--as", "ana", ...words)
		const note = await document(quoting.uri)
		expect(note).toMatchObject({ quoteUrl: uri, quoteUri: uri, _misskey_quote: uri })
		expect(note.content).toContain(`<p class="quote-inline">RE: <a href="${uri}">`)
		expect(note.tag).toContainEqual(expect.objectContaining({ type: "Link", href: uri }))
	})
})

describe("a reaction", () => {
	const reactions = async (uri: string) =>
		await stage.rows(
			sql`select r.kind, r.emoji from reactions r join posts p on p.id = r.post_id where p.uri = ${uri}`,
		)
	const fresh = async (): Promise<string> => {
		const { note, create } = stage.note(stage.bob)
		await heard(stage.bob, create)
		return note.id
	}

	it("with an emoji is kept as Pleroma and Misskey say it, and passed on to communities", async () => {
		const uri = await fresh()
		const react = say(kei, "EmojiReact", uri, { content: "🔥", to: [PUBLIC] })
		expect(await heard(kei, react)).toBe("reacted")
		expect(await reactions(uri)).toEqual([{ kind: "like", emoji: "🔥" }])
		await piefed.waitFor(({ json }) => json.type === "Announce" && json.object?.id === react.id)
		const tag = [
			{ type: "Emoji", name: ":blobcat:", icon: { type: "Image", url: `${kei.peer.origin}/cat.png` } },
		]
		const like = say(kei, "Like", uri, { content: ":blobcat@.:", _misskey_reaction: ":blobcat@.:", tag })
		expect(await heard(kei, like)).toBe("reacted")
		expect(await reactions(uri)).toEqual([{ kind: "like", emoji: ":blobcat:" }])
		expect(await heard(kei, { ...like, id: `${like.id}/2` })).toBe("ignored: They did that already.")
		expect(kei.peer.requests.some(({ path }) => path === "/cat.png")).toBe(false)
		// the one that was replaced is not there any more to be taken back
		expect(await heard(kei, say(kei, "Undo", react))).toContain("ignored")
		expect(await heard(kei, say(kei, "Undo", like.id))).toBe("taken back")
		expect(await reactions(uri)).toEqual([])
	})

	it("with what is no emoji is a plain like, and Lemmy takes one back under a new id", async () => {
		const uri = await fresh()
		expect(await heard(kei, say(kei, "EmojiReact", uri, { content: "👌👌" }))).toBe("reacted")
		expect(await reactions(uri)).toEqual([{ kind: "like", emoji: null }])
		expect(await heard(kei, say(kei, "Undo", { ...say(kei, "Like", uri), "@context": undefined }))).toBe(
			"taken back",
		)
		expect(await reactions(uri)).toEqual([])
	})

	it("to what is not known is passed over", async () => {
		expect(await heard(kei, say(kei, "EmojiReact", `${kei.id}/nothing`, { content: "🔥" }))).toContain(
			"ignored",
		)
	})
})
