import { randomUUID } from "node:crypto"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Browser } from "../support/browser.ts"
import { GroupElsewhere } from "../support/elsewhere.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, PUBLIC } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

/** What people here ask of others: whether they may quote them, and what they choose in a poll in another server's group. */
let stage: Stage
let mastodon: Peer
let far: GroupElsewhere
let lemmy: GroupElsewhere
let ana: Json

const get = (uri: string) => fetch(uri, { headers: { accept: "application/activity+json" } })
const document = async (uri: string): Promise<Json> => (await get(uri)).json() as Promise<Json>
const submit = (group: string, ...more: string[]): Promise<Json> =>
	stage.snug.snug("post", "submit", group, "--text", "Listen to this", ...by(more))
const by = (more: string[]): string[] => (more.includes("--as") ? more : ["--as", "ana", ...more])
const say = (actor: Person, type: string, object: unknown, more: Json = {}): Json => ({
	"@context": "https://www.w3.org/ns/activitystreams",
	id: `${actor.id}/activities/${randomUUID()}`,
	type,
	actor: actor.id,
	object,
	...more,
})
const heard = async (person: Person, activity: Json, to = ana.inbox) => {
	expect((await person.send(activity, { to })).status).toBe(202)
	await stage.settled()
	return (await stage.outcomes(activity.id)).at(-1)
}
/** A permission for a post to quote another, found at its address. */
const stamp = (quoting: string, quoted: string, change: Json = {}): Json =>
	far.serve({
		id: `${far.peer.origin}/stamps/${randomUUID()}`,
		type: "QuoteAuthorization",
		attributedTo: far.writer.id,
		interactingObject: quoting,
		interactionTarget: quoted,
		...change,
	}).note
const requestFor = (quoted: string) => far.heard("QuoteRequest", ({ object }) => object === quoted)
const updates = (peer: Peer, uri: string): Json[] =>
	peer.received.filter((r) => r.json?.type === "Update" && r.json.object?.id === uri).map((r) => r.json)
const allowed = async (uri: string): Promise<string | null> =>
	(await stage.rows(sql`select quote_authorization as at from posts where uri = ${uri}`))[0]!.at
/** A post that quotes one from elsewhere, whose author was asked. */
const asked = async (group = "tea") => {
	const { note } = far.write("Quote me if you can")
	const quoting = await submit(group, "--quote", note.id)
	expect(quoting.quote).toBe("asked")
	const { json, verified } = await requestFor(note.id)
	expect(verified).toBe(true)
	return { note, quoting, request: json }
}

beforeAll(async () => {
	stage = await Stage.open()
	mastodon = stage.bob.peer
	ana = await stage.bob.lookUp(`@ana@${stage.snug.host}`)
	far = await GroupElsewhere.open("piefed", stage.inbox)
	lemmy = await GroupElsewhere.open("lemmy", stage.inbox)
	await stage.join(far.writer)
	for (const { group } of [far, lemmy])
		await stage.snug.snug("federation", "follow", group.handle, "--as", "ana")
})
afterAll(async () => {
	await stage?.close()
	await Promise.all([far, lemmy].map((each) => each?.peer.stop()))
})

describe("a quote by somebody here", () => {
	it("is asked for, and said anew once the permission is found on the author's own server", async () => {
		const { note, quoting, request } = await asked()
		expect(request).toMatchObject({
			id: `${quoting.uri}/quote-request`,
			actor: ana.id,
			to: [far.writer.id],
			object: note.id,
			instrument: { id: quoting.uri, type: "Note", attributedTo: ana.id, quote: note.id },
		})
		const before = await document(quoting.uri)
		expect(before.quoteUrl).toBe(note.id)
		expect([before.quote, before.quoteAuthorization]).toEqual([undefined, undefined])

		const permission = stamp(quoting.uri, note.id)
		const accept = say(far.writer, "Accept", request, { result: permission.id })
		expect(await heard(far.writer, accept)).toBe("quote allowed")
		const { json, verified } = await mastodon.waitFor(
			(r) => r.json?.type === "Update" && r.json.object.id === quoting.uri,
		)
		expect(verified).toBe(true)
		expect(json).toMatchObject({
			actor: ana.id,
			object: { quote: note.id, quoteAuthorization: permission.id, quoteUrl: note.id },
		})
		expect(json.object.updated).toBeUndefined()
		await far.heard("Announce", ({ object }) => object.object?.quoteAuthorization === permission.id)
		expect(await document(quoting.uri)).toMatchObject({ quoteAuthorization: permission.id })
		const [row] = await stage.rows(sql`select version, edited_at from posts where uri = ${quoting.uri}`)
		expect(row).toEqual({ version: 1, edited_at: null })
		expect(await heard(far.writer, { ...accept, id: `${accept.id}/2` })).toContain("said so already")

		const revoked = say(far.writer, "Delete", { ...permission, "@context": undefined })
		expect(await heard(far.writer, revoked)).toBe("quote ended")
		await eventually(() => expect(updates(mastodon, quoting.uri)).toHaveLength(2))
		expect(updates(mastodon, quoting.uri)[1]!.object.quoteAuthorization).toBeUndefined()
		const after = await document(quoting.uri)
		expect([after.quote, after.quoteAuthorization, after.quoteUrl]).toEqual([undefined, undefined, note.id])
		expect((await get(json.id)).status).toBe(404)
		expect(await heard(far.writer, { ...accept, id: `${accept.id}/3` })).toContain("nobody here asked")
	})

	it("ORG-29 stands without a permission that nobody was asked for, or that is not the author's own", async () => {
		const { note, quoting, request } = await asked()
		const other = far.peer.person("other", { ownKey: true })
		const { note: unquoted } = far.write("Nobody quotes this")
		const plain = await submit("tea")
		const genuine = stamp(quoting.uri, note.id)
		const yes = (by: Person, object: unknown, result: unknown) => say(by, "Accept", object, { result })
		const ask = (postUri: string, quoteUri: string): Json => ({
			id: `${quoteUri}/quote-request`,
			type: "QuoteRequest",
			actor: ana.id,
			object: postUri,
			instrument: quoteUri,
		})
		const elsewhere = `${lemmy.peer.origin}/stamps/1`
		for (const [by, activity] of [
			[other, yes(other, request, genuine.id)],
			[stage.bob, yes(stage.bob, request, genuine.id)],
			[stage.bob, say(stage.bob, "Reject", request)],
			[far.writer, yes(far.writer, ask(unquoted.id, plain.uri), stamp(plain.uri, unquoted.id).id)],
			[far.writer, yes(far.writer, request, stamp(plain.uri, note.id).id)],
			[far.writer, yes(far.writer, request, stamp(quoting.uri, unquoted.id).id)],
			[far.writer, yes(far.writer, request, stamp(quoting.uri, note.id, { attributedTo: other.id }).id)],
			[far.writer, yes(far.writer, request, stamp(quoting.uri, note.id, { type: "Note" }).id)],
			[far.writer, yes(far.writer, request, `${far.peer.origin}/stamps/nowhere`)],
			[far.writer, yes(far.writer, request, elsewhere)],
			[far.writer, yes(far.writer, request, undefined)],
			[far.writer, say(far.writer, "Accept", `${quoting.uri}x/quote-request`, { result: genuine.id })],
		] as const)
			expect(await heard(by, activity), JSON.stringify(activity)).toMatch(/^ignored/)
		expect(lemmy.peer.requests.some(({ path }) => path === "/stamps/1")).toBe(false)
		expect(await allowed(quoting.uri)).toBeNull()

		expect(await heard(far.writer, say(far.writer, "Reject", request))).toBe("quote refused")
		expect(await heard(far.writer, yes(far.writer, request, genuine.id))).toContain("nobody here asked")
		expect(await allowed(quoting.uri)).toBeNull()
		await stage.control()
		expect(updates(mastodon, quoting.uri)).toEqual([])
		expect((await document(quoting.uri)).quoteUrl).toBe(note.id)
	})

	it("may be allowed by the request's id alone, is taken back by a late no, and by nobody else", async () => {
		const { note, quoting, request } = await asked()
		const permission = stamp(quoting.uri, note.id)
		const accept = say(far.writer, "Accept", request.id, { result: permission })
		expect(await heard(far.writer, accept)).toBe("quote allowed")
		const other = far.peer.person("another", { ownKey: true })
		for (const person of [other, stage.bob])
			expect(await heard(person, say(person, "Delete", permission.id))).toContain("ignored")
		expect(await allowed(quoting.uri)).toBe(permission.id)
		expect(await heard(far.writer, say(far.writer, "Reject", request.id))).toBe("quote ended")
		expect(await allowed(quoting.uri)).toBeNull()

		// Some servers sign a deletion as somebody else of theirs; then it counts once the thing is gone.
		const next = await asked()
		const second = stamp(next.quoting.uri, next.note.id)
		const yes = say(far.writer, "Accept", next.request, { result: second.id })
		expect(await heard(far.writer, yes)).toBe("quote allowed")
		far.tookBack(second.id)
		expect(await heard(other, say(other, "Delete", second.id))).toBe("quote ended")
	})

	it("is asked for again while there is no answer, under a new id, and in the end no more", async () => {
		const waiting = (id: string) => stage.rows(sql`select times from quote_requests where post_id = ${id}`)
		const askedAbout = (uri: string) =>
			far.peer.received.filter((r) => r.json?.type === "QuoteRequest" && r.json.object === uri)
		const isDue = async ({ id }: Json) => {
			await stage.rows(sql`update quote_requests set again_at = now() where post_id = ${id}`)
			await stage.rows(sql`select pg_notify('snug_events', '')`)
		}
		const [silent, late] = [await asked(), await asked()]
		for (const time of [2, 3, 4]) {
			expect(await waiting(silent.quoting.id)).toEqual([{ times: time - 1 }])
			await isDue(silent.quoting)
			await eventually(() => expect(askedAbout(silent.note.id)).toHaveLength(time))
			const { json } = askedAbout(silent.note.id).at(-1)!
			expect(json).toEqual({ ...silent.request, id: `${silent.quoting.uri}/quote-request-${time}` })
			await eventually(async () => {
				const [row] = await stage.rows(sql`select count(*)::int as n from messages
					where activity_uri = ${json.id} and delivered_at is not null`)
				expect(row!.n).toBe(1)
			})
		}
		expect(await waiting(silent.quoting.id)).toEqual([])

		// A server that is away has one question waiting for it, however long it stays away.
		await stage.rows(sql`update messages set delivered_at = null, next_try_at = now() + interval '1 day'
			where activity_uri = ${`${late.quoting.uri}/quote-request`}`)
		await isDue(late.quoting)
		await eventually(async () => expect(await waiting(late.quoting.id)).toEqual([{ times: 2 }]))
		await stage.rows(sql`update messages set delivered_at = now() where delivered_at is null`)
		await isDue(late.quoting)
		await eventually(() => expect(askedAbout(late.note.id)).toHaveLength(2))
		const again = `${late.quoting.uri}/quote-request-3`
		const yes = say(far.writer, "Accept", again, { result: stamp(late.quoting.uri, late.note.id).id })
		expect(await heard(far.writer, yes)).toBe("quote allowed")
		expect(await waiting(late.quoting.id)).toEqual([])
	})

	it("finds what is quoted on a page at its own server, and says before what becomes of it", async () => {
		const browser = new Browser(stage.snug.origin)
		const password = "correct horse battery staple"
		expect((await browser.send("/login", { name: "ana", password })).status).toBe(303)
		const write = (quote: string, what: "preview" | "send") =>
			browser.send("/@tea/write", { text: "Hear this", language: "en", quote, do: what })
		const { note } = far.write("Quote me from a page")
		expect((await write(note.id, "preview")).text).toMatch(/is asked whether you may quote this/)
		expect((await write(note.id, "send")).status).toBe(303)
		const { json } = await requestFor(note.id)
		expect(json).toMatchObject({ actor: ana.id, to: [far.writer.id] })

		// Some servers show to whoever asks what is not for them.
		const closed = far.write("For some", { to: [`${far.writer.id}/followers`], cc: [] }).note
		const headers = { "content-type": "application/activity+json" }
		far.peer.behave(({ method, path }) =>
			method === "GET" && closed.id.endsWith(path)
				? { status: 200, headers, body: JSON.stringify(closed) }
				: undefined,
		)
		for (const what of ["preview", "send"] as const) {
			const { status, text } = await write(closed.id, what)
			expect([status, /What is not for everyone is not quoted elsewhere/.test(text)]).toEqual([422, true])
		}
		const nowhere = `${far.peer.origin}/post/${randomUUID()}`
		expect((await write(nowhere, "preview")).text).toMatch(/could not be read on its own server just now/)
		const sent = await write(nowhere, "send")
		expect(sent.status).toBe(303)
		const id = /#post-(.+)$/.exec(sent.headers.get("location")!)![1]
		await stage.settled()
		expect(await stage.rows(sql`select 1 from quote_requests where post_id = ${id}`)).toEqual([])

		// What only looks again and again is looked up so often, and no more.
		const statuses: number[] = []
		for (let times = 0; times < 20; times++)
			statuses.push((await write(`${nowhere}${times}`, "preview")).status)
		expect(statuses[0]).toBe(200)
		expect(statuses.at(-1)).toBe(429)
		const asked = far.peer.requests.length
		expect((await write(`${nowhere}x`, "send")).text).toMatch(/That was a lot in a short time/)
		expect(far.peer.requests.length).toBe(asked)
	})

	it("of somebody here is allowed at once, until what it quotes is gone", async () => {
		const quoted = await submit("books")
		const page = (await fetch(quoted.url, { headers: { accept: "text/html" } })).url
		const quoting = await submit("tea", "--quote", page)
		expect(quoting.quote).toBe("allowed")
		const { quote, quoteAuthorization } = await document(quoting.uri)
		expect(quote).toBe(quoted.uri)
		expect(await document(quoteAuthorization)).toMatchObject({
			type: "QuoteAuthorization",
			attributedTo: ana.id,
			interactingObject: quoting.uri,
			interactionTarget: quoted.uri,
		})
		await stage.settled()
		expect(updates(mastodon, quoting.uri)).toEqual([])
		await stage.snug.snug("post", "delete", quoted.id, "--as", "ana")
		await eventually(() => expect(updates(mastodon, quoting.uri)).toHaveLength(1))
		expect((await document(quoting.uri)).quoteAuthorization).toBeUndefined()
		expect((await get(quoteAuthorization)).status).toBe(410)
	})

	it("is asked for when a moderator lets it through, and not while it waits", async () => {
		const password = join(mkdtempSync(join(tmpdir(), "snug-")), "password")
		writeFileSync(password, "correct horse battery staple")
		await stage.snug.snug("account", "create", "bea", "--password-file", password)
		await stage.snug.snug("federation", "follow", `@tea@${stage.snug.host}`, "--as", "bea")
		await stage.snug.snug("filter", "add", "tea", "lottery", "--hold")
		const { note } = far.write("Quote me later")
		const held = await submit("tea", "--as", "bea", "--title", "The lottery", "--quote", note.id)
		expect(held).toMatchObject({ state: "held", quote: null })
		await stage.settled()
		expect(await stage.rows(sql`select 1 from messages where activity_uri like ${`${held.uri}%`}`)).toEqual(
			[],
		)
		await stage.snug.snug("post", "approve", "tea", held.id)
		const { json } = await requestFor(note.id)
		expect(json.instrument.id).toBe(held.uri)
	})

	it("tells nobody of a private group, and brings nothing out of one", async () => {
		await stage.rows(sql`update groups set visibility = 'private' from actors a
			where a.id = groups.actor_id and a.handle = 'books'`)
		const { note } = far.write("Public words")
		const inside = await submit("books", "--quote", note.id)
		expect(inside.quote).toBeNull()
		await expect(submit("tea", "--quote", inside.uri)).rejects.toThrow("not for everyone")
		expect((await submit("books", "--quote", inside.uri)).quote).toBeNull()
		await stage.settled()
		const told = await stage.rows(
			sql`select 1 from events where type like 'quot%' and post_id = ${inside.id}`,
		)
		expect(told).toEqual([])
		await stage.rows(sql`update groups set visibility = 'public' from actors a
			where a.id = groups.actor_id and a.handle = 'books'`)
	})

	it("may be made by the address of a page, and of what cannot be read is a link", async () => {
		const page = `${far.peer.origin}/@wes/${randomUUID()}`
		const { note } = far.write("On a page", { url: page })
		const quoting = await submit("tea", "--quote", page)
		expect(quoting.quote).toBe("asked")
		expect((await requestFor(note.id)).json.instrument.quoteUrl).toBe(note.id)
		const nowhere = `${far.peer.origin}/post/nowhere`
		expect((await submit("tea", "--quote", nowhere)).quote).toContain("404")
	})

	it("in a group of another server goes there again when it is allowed", async () => {
		const { note, quoting, request } = await asked(far.group.handle)
		await far.heard("Create", ({ object }) => object.id === quoting.uri)
		const permission = stamp(quoting.uri, note.id)
		const accept = say(far.writer, "Accept", request, { result: permission.id })
		expect(await heard(far.writer, accept)).toBe("quote allowed")
		const { json } = await far.heard("Update", ({ object }) => object.id === quoting.uri)
		expect(json).toMatchObject({ actor: ana.id, object: { quoteAuthorization: permission.id } })
	})

	it("by somebody elsewhere is passed on when it is allowed there, and is no edit", async () => {
		const { note, create } = stage.note(stage.bob)
		await heard(stage.bob, create)
		const permitted = {
			...note,
			quote: `${far.peer.origin}/post/1`,
			quoteAuthorization: `${far.peer.origin}/s/1`,
		}
		const update = say(stage.bob, "Update", permitted, { to: [PUBLIC] })
		expect(await heard(stage.bob, update)).toBe("edited")
		await far.heard("Announce", ({ object }) => object.id === update.id)
		const [row] = await stage.rows(sql`select version, edited_at from posts where uri = ${note.id}`)
		expect(row).toEqual({ version: 1, edited_at: null })
	})
})

describe("a poll of somebody here in a group of another server", () => {
	const poll = (...more: string[]) =>
		submit(far.group.handle, "--poll", "Green", "--poll", "Black", "--closes", "7d", ...more)
	const due = async (id: string, column: "tally_due_at" | "ends_at") => {
		const past = "now() - interval '1 second'"
		await stage.rows(sql.raw(`update polls set ${column} = ${past} where post_id = '${id}'`))
		await stage.rows(sql`select pg_notify('snug_events', '')`)
	}
	const vote = (person: Person, uri: string, choice_text: string) =>
		heard(person, say(person, "PollVote", uri, { choice_text, to: [ana.id] }))

	it("tells its tally to whom it was sent, at its pace, and that it closed", async () => {
		const { note } = far.write("What shall we drink?")
		await far.announce(note.id)
		await stage.settled()
		const { id, uri } = await poll("--reply-to", note.id)
		const { json: create } = await far.heard("Create", ({ object }) => object.id === uri)
		expect(create).toMatchObject({ actor: ana.id, object: { type: "Question", votersCount: 0 } })
		expect(await vote(far.writer, uri, "Green")).toBe("voted")
		const other = far.peer.person("voter", { ownKey: true })
		expect(await vote(other, uri, "Black")).toBe("voted")
		await stage.settled()
		expect(updates(far.peer, uri)).toEqual([])

		await due(id, "tally_due_at")
		const { json, verified } = await far.peer.waitFor(
			(r) => r.json?.type === "Update" && r.json.object?.id === uri,
			{ timeout: 20_000 },
		)
		expect(verified).toBe(true)
		expect(json).toMatchObject({ actor: ana.id, object: { type: "Question", votersCount: 2 } })
		expect(json.object.oneOf.map((option: Json) => option.replies.totalItems)).toEqual([1, 1])
		expect(json.object.updated).toBeUndefined()
		// Once for the group, and once for the person whom it answers.
		await eventually(() => expect(updates(far.peer, uri)).toHaveLength(2))
		expect(new Set(updates(far.peer, uri).map((update) => update.id)).size).toBe(1)

		await due(id, "ends_at")
		await far.heard("Update", ({ object }) => object.id === uri && object.closed !== undefined)
		expect(await vote(stage.bob, uri, "Green")).toContain("ignored")
	})

	it("is not asked where polls are not known", async () => {
		await eventually(async () => {
			const [row] = await stage.rows(sql`select software from hosts where host = ${lemmy.peer.host}`)
			expect(row?.software).toBe("lemmy")
		})
		const words = ["--poll", "Green", "--poll", "Black"]
		await expect(submit(lemmy.group.handle, ...words)).rejects.toThrow("takes no polls")
	})
})
