import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, PUBLIC } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
let mastodon: Peer
let lemmy: Peer
let mbin: Peer
/** Moderate tea from a Lemmy and an Mbin; Otto owns it from a PieFed, beside Ana, who is of this server. */
let carol: Person
let mia: Person
let otto: Person
/** Moderates books only, from the same Lemmy as Carol; Nora has an account there and no role anywhere. */
let dora: Person
let nora: Person

const context = "https://www.w3.org/ns/activitystreams"
/** An activity about tea as Lemmy makes it: public, with the community in `cc` and `audience`. */
const deed = (by: Person, type: string, object: unknown, more: Json = {}): Json => ({
	"@context": ["https://join-lemmy.org/context.json", context],
	id: `${by.peer.origin}/activities/${type.toLowerCase()}/${randomUUID()}`,
	actor: by.id,
	type,
	to: [PUBLIC],
	object,
	cc: [stage.tea.id],
	audience: stage.tea.id,
	...more,
})
const bare = ({ "@context": _, ...activity }: Json): Json => activity
const undo = (by: Person, undone: Json, more: Json = {}) => deed(by, "Undo", bare(undone), more)
const list = (name: string) => ({ target: `${stage.tea.id}/${name}` })

/** Sends it to the group or, as Mbin and Mastodon may, to the shared inbox, and says what became of it. */
const does = async (by: Person, activity: Json, to = stage.tea.inbox): Promise<string | undefined> => {
	expect((await by.send(activity, { to })).status).toBe(202)
	await stage.settled()
	return (await stage.outcomes(activity.id)).at(-1)
}

const log = async (): Promise<Json[]> => stage.snug.snug("mod", "log", "tea")
const heard = (peer: Peer, holds: (json: Json) => boolean) =>
	peer.waitFor(({ json }) => json !== undefined && holds(json))
/** What the Lemmy server was told, word for word as the moderator said it, and took. */
const passedOn = async (activity: Json): Promise<void> => {
	const { json, bytes, answered } = await heard(lemmy, ({ object }) => object?.id === activity.id)
	expect(json).toMatchObject({
		type: "Announce",
		actor: stage.tea.id,
		to: [PUBLIC],
		cc: [stage.tea.followers],
	})
	expect(bytes.toString()).toContain(JSON.stringify(activity))
	expect(answered).toBe(200)
}
/** What the Lemmy server was told in the words of somebody of this server, and took. */
const inOurWords = async (type: string, holds: (inner: Json) => boolean): Promise<Json> => {
	const { json, answered } = await heard(
		lemmy,
		({ object }) => object?.type === type && object.id.startsWith(`${stage.snug.origin}/`) && holds(object),
	)
	expect([json.object.actor.startsWith(`${stage.snug.origin}/ap/people/`), answered]).toEqual([true, 200])
	return json.object
}
const unboosted = (uri: string) =>
	heard(mastodon, ({ type, object }) => type === "Undo" && object?.object === uri)
const boosts = (uri: string) => mastodon.received.filter(({ json }) => json?.object === uri).length

const shared = async (by = stage.bob): Promise<string> => {
	const { note, create } = stage.note(by)
	await does(by, create)
	expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	await heard(mastodon, ({ object }) => object === note.id)
	await heard(lemmy, ({ object }) => object?.object?.id === note.id)
	return note.id
}
const share = async (uri: string): Promise<Json> =>
	(
		await stage.rows(sql`select s.state, s.locked_at is not null as locked, s.pinned_at is not null as pinned
			from shares s join posts p on p.id = s.post_id join actors g on g.id = s.group_id
			where p.uri = ${uri} and g.uri = ${stage.tea.id}`)
	)[0]!
const roleOf = async (person: Person): Promise<string | undefined> =>
	(
		await stage.rows<{ role: string }>(sql`select m.role from members m join actors a on a.id = m.actor_id
			join actors g on g.id = m.group_id where a.uri = ${person.id} and g.uri = ${stage.tea.id}`)
	)[0]?.role

/** A Follow, and as many steps up as it takes. */
const join = async (person: Person, group: string, steps: number): Promise<void> => {
	await stage.join(person, group === "tea" ? stage.tea : stage.books)
	for (let step = 0; step < steps; step++) await stage.snug.snug("member", "promote", group, person.handle)
}

beforeAll(async () => {
	stage = await Stage.open()
	mastodon = stage.bob.peer
	lemmy = await stage.peer("lemmy")
	mbin = await stage.peer("mbin")
	const piefed = await stage.peer("piefed")
	carol = lemmy.person("carol", { ownKey: true })
	dora = lemmy.person("dora", { ownKey: true })
	nora = lemmy.person("nora", { ownKey: true })
	mia = mbin.person("mia", { ownKey: true })
	otto = piefed.person("otto", { ownKey: true })
	await join(carol, "tea", 1)
	await join(mia, "tea", 1)
	await join(otto, "tea", 2)
	await join(dora, "books", 1)
	for (const person of [dora, nora]) await join(person, "tea", 0)
	await stage.settled()
}, 60_000)
afterAll(() => stage?.close())

describe("a moderator of another server", () => {
	it("is announced to communities, in the name of somebody who runs the group here", async () => {
		const { json } = await heard(lemmy, ({ object }) => object?.type === "Add" && object.object === mia.id)
		const [ana] = await stage.rows<{ uri: string }>(
			sql`select uri from actors where handle = 'ana' and local`,
		)
		expect(json).toEqual({
			"@context": expect.anything(),
			id: expect.stringContaining(`${stage.snug.origin}/ap/activities/`),
			type: "Announce",
			actor: stage.tea.id,
			to: [PUBLIC],
			cc: [stage.tea.followers],
			audience: stage.tea.id,
			published: expect.stringMatching(/Z$/),
			object: {
				"@context": expect.anything(),
				id: expect.stringContaining(`${stage.snug.origin}/ap/activities/`),
				type: "Add",
				actor: ana!.uri,
				to: [PUBLIC],
				cc: [stage.tea.id],
				audience: stage.tea.id,
				object: mia.id,
				target: `${stage.tea.id}/moderators`,
			},
		})
		expect(lemmy.community(stage.tea.id).moderators).toContain(mia.id)
		expect(mastodon.received.filter(({ json }) => json?.type === "Add")).toEqual([])
	})

	it("pins and unpins, and the log says so as it does of the operator", async () => {
		const uri = await shared()
		const pin = deed(carol, "Add", uri, list("featured"))
		expect(await does(carol, pin)).toBe("pinned")
		expect((await share(uri)).pinned).toBe(true)
		await passedOn(pin)
		expect(lemmy.community(stage.tea.id).featured).toContain(uri)
		const unpin = deed(mia, "Remove", uri, { ...list("pinned"), audience: undefined })
		expect(await does(mia, unpin, stage.inbox)).toBe("unpinned")
		await passedOn(unpin)
		await stage.snug.snug("post", "pin", uri)
		await stage.snug.snug("post", "unpin", uri)
		const rows = (await log()).slice(0, 4).reverse()
		expect(rows.map(({ state, handle }) => [state, handle])).toEqual([
			["post-pinned", carol.handle],
			["post-unpinned", mia.handle],
			["post-pinned", ""],
			["post-unpinned", ""],
		])
		expect(new Set(rows.map(({ post }) => post)).size).toBe(1)
	})

	it("closes a conversation and opens it again, also when the second arrives before the first", async () => {
		const uri = await shared()
		const lock = deed(mia, "Lock", uri, { cc: [stage.tea.id, `${mia.id}/followers`], audience: undefined })
		expect(await does(mia, lock, stage.inbox)).toBe("locked")
		await passedOn(lock)
		const reply = stage.note(stage.eve, { inReplyTo: uri })
		expect(await does(stage.eve, reply.create, stage.inbox)).toMatch(/^refuse/)
		expect(await does(carol, deed(carol, "Lock", uri))).toMatch(/^ignored: That is so already/)

		const open = undo(carol, deed(carol, "Lock", uri, { summary: "Calm again" }))
		expect(await does(carol, open)).toBe("unlocked")
		await passedOn(open)
		expect(await share(uri)).toMatchObject({ locked: false })
		expect((await log())[0]).toMatchObject({ state: "thread-unlocked", handle: carol.handle })

		const late = deed(carol, "Lock", uri)
		expect(await does(carol, undo(carol, late))).toMatch(/^ignored/)
		expect(await does(carol, late)).toBe("ignored: it was undone before it came")
		expect(await share(uri)).toMatchObject({ locked: false })
	})

	it("closes a conversation whose first post is still under way", async () => {
		const { note, create } = stage.note(stage.bob)
		const lock = deed(carol, "Lock", note.id)
		expect((await carol.send(lock, { to: stage.tea.inbox })).status).toBe(202)
		await eventually(async () => {
			const rows = await stage.rows(
				sql`select 1 from inbox where activity_uri = ${lock.id} and attempts > 0 and state = 'waiting'`,
			)
			expect(rows).toHaveLength(1)
		})
		await does(stage.bob, create, stage.inbox)
		await eventually(async () => expect(await stage.outcomes(lock.id)).toEqual(["locked"]))
	})

	it("takes a post out, with a reason or without, and puts it back", async () => {
		const uri = await shared()
		const removal = deed(carol, "Delete", uri, { summary: "No <b>sales</b> here" })
		expect(await does(carol, removal)).toBe("removed")
		await passedOn(removal)
		await unboosted(uri)
		expect((await share(uri)).state).toBe("removed")
		expect((await stage.post(uri))?.deleted).toBe(false)
		expect((await log())[0]).toMatchObject({
			state: "post-removed",
			handle: carol.handle,
			reason: "No sales here",
		})
		const back = undo(mia, deed(mia, "Delete", uri, { summary: "No sales here" }))
		expect(await does(mia, back, stage.inbox)).toBe("restored")
		await passedOn(back)
		await eventually(() => expect(boosts(uri)).toBe(2))
		// The same Undo again does not undo what was decided since.
		await does(carol, deed(carol, "Delete", uri))
		expect(await does(mia, back, stage.inbox)).toBe("ignored: it was heard before")
		expect((await share(uri)).state).toBe("removed")

		const late = deed(carol, "Delete", uri)
		const other = await shared(stage.eve)
		const early = { ...late, object: other }
		expect(await does(carol, undo(carol, early))).toMatch(/^ignored: The post is shared/)
		expect(await does(carol, early)).toBe("ignored: it was undone before it came")
	})

	it("takes out a post of this server, and nothing of another's goes on inside what they said", async () => {
		const ours = await stage.snug.snug("post", "submit", "tea", "--as", "ana", "--text", "Kettles for sale")
		await heard(lemmy, ({ object }) => object?.object?.id === ours.uri)
		const tombstone = { id: ours.uri, type: "Tombstone" }
		const removal = deed(mia, "Delete", tombstone, {
			summary: " ",
			to: [PUBLIC, stage.bob.id],
			cc: [stage.tea.id],
			audience: undefined,
		})
		expect(await does(mia, removal, stage.inbox)).toBe("removed")
		expect(await inOurWords("Delete", ({ object }) => object === ours.uri)).toMatchObject({
			summary: "Removed by a moderator",
			cc: [stage.tea.id],
		})
		await unboosted(ours.uri)
		expect((await log())[0]).toMatchObject({ state: "post-removed", handle: mia.handle })
		const forged = { type: "Person", id: stage.eve.id, inbox: `${lemmy.origin}/mine` }
		expect(await does(carol, deed(carol, "Add", forged, list("moderators")))).toBe("appointed")
		await inOurWords("Add", ({ object }) => object === stage.eve.id)
		await does(carol, deed(carol, "Remove", stage.eve.id, list("moderators")))
	})

	it("bans with an end and takes everything out, and lifts the ban", async () => {
		const spammer = mastodon.person("spammer", { ownKey: true })
		await stage.join(spammer)
		const early = await shared(spammer)
		const over = { target: stage.tea.id, removeData: true, endTime: "2020-01-01T00:00:00Z" }
		expect(await does(carol, deed(carol, "Block", spammer.id, over))).toBe("taken out")
		await inOurWords("Delete", ({ object }) => object === early)
		expect(await roleOf(spammer)).toBe("member")
		const uris = [await shared(spammer), await shared(spammer)]
		const endTime = "2031-02-03T00:00:00Z"
		const ban = deed(carol, "Block", spammer.id, {
			target: stage.tea.id,
			removeData: true,
			summary: "Spam",
			endTime,
		})
		expect(await does(carol, ban)).toBe("banned")
		await passedOn(ban)
		await heard(mastodon, ({ type, object }) => type === "Reject" && object.actor === spammer.id)
		for (const uri of uris) {
			await inOurWords("Delete", ({ object, summary }) => object === uri && summary === "Spam")
			await unboosted(uri)
		}
		expect(await roleOf(spammer)).toBeUndefined()
		expect(await stage.snug.snug("member", "list", "tea", "--banned")).toEqual([
			expect.objectContaining({
				handle: spammer.handle,
				reason: "Spam",
				until: new Date(endTime).toISOString(),
			}),
		])
		expect((await log()).slice(0, 3).map(({ state, handle }) => [state, handle])).toEqual([
			["post-removed", carol.handle],
			["post-removed", carol.handle],
			["member-banned", carol.handle],
		])
		expect(await does(mia, { ...ban, id: `${mbin.origin}/f/object/1`, actor: mia.id })).toMatch(
			/^ignored: They are banned already/,
		)
		const lift = undo(mia, deed(mia, "Block", spammer.id, { target: stage.tea.id, expires: endTime }))
		expect(await does(mia, lift, stage.inbox)).toBe("lifted")
		await passedOn(lift)
		expect((await log())[0]).toMatchObject({ state: "ban-lifted", handle: mia.handle })

		const expires = deed(mia, "Block", spammer.id, { target: stage.tea.id, expires: endTime })
		expect(await does(mia, undo(mia, expires))).toMatch(/^ignored/)
		expect(await does(mia, expires)).toBe("ignored: it was undone before it came")
		for (const end of ["soon", "2020-01-01T00:00:00Z"])
			expect(await does(mia, deed(mia, "Block", spammer.id, { target: stage.tea.id, endTime: end }))).toMatch(
				/^ignored/,
			)
	})

	it("appoints who follows the group, and dismisses those appointed after", async () => {
		const stranger = mastodon.person("stranger")
		await stranger.peer.remote.actor(stage.tea.id)
		const add = deed(carol, "Add", stage.bob.id, list("moderators"))
		expect(await does(carol, deed(carol, "Add", stranger.id, list("moderators")))).toMatch(/^ignored/)
		expect(await does(carol, add)).toBe("appointed")
		await passedOn(add)
		expect(await roleOf(stage.bob)).toBe("moderator")
		expect((await log())[0]).toMatchObject({
			state: "role-changed",
			handle: carol.handle,
			person: stage.bob.handle,
		})
		expect(await does(carol, { ...add, id: `${add.id}2` })).toMatch(/^ignored: They are moderator already/)
		for (const above of [carol, otto]) {
			const dismiss = deed(stage.bob, "Remove", above.id, list("moderators"))
			expect(await does(stage.bob, dismiss)).toMatch(/^ignored/)
		}
		const ban = deed(stage.bob, "Block", mia.id, { target: stage.tea.id })
		expect(await does(stage.bob, ban)).toMatch(/^ignored: That takes somebody above/)
		const remove = deed(carol, "Remove", stage.bob.id, list("moderators"))
		expect(await does(carol, remove)).toBe("dismissed")
		await passedOn(remove)
		expect(await roleOf(stage.bob)).toBe("member")
	})

	it("describes the group; who may post is its owners' to say", async () => {
		const document = await lemmy.remote.byId(stage.tea.id)
		const said = {
			...document,
			name: "A finer circle",
			summary: "<p>All about <strong>tea</strong></p>",
			source: { content: "All about **tea**", mediaType: "text/markdown" },
			postingRestrictedToMods: true,
			inbox: `${lemmy.origin}/mine`,
			publicKey: { ...document.publicKey, publicKeyPem: "-----BEGIN PUBLIC KEY-----" },
		}
		expect(await does(carol, deed(carol, "Update", said))).toBe("updated")
		expect(await stage.snug.snug("group", "show", "tea")).toMatchObject({
			name: "A finer circle",
			posting: "followers",
		})
		expect((await log())[0]).toMatchObject({ state: "group-updated", handle: carol.handle })
		for (const peer of [lemmy, mastodon]) {
			const update = await heard(peer, ({ type, object }) => type === "Update" && object?.name === said.name)
			expect(update.json).toMatchObject({ actor: stage.tea.id, object: { inbox: stage.tea.inbox } })
			expect(update.json.object.publicKey).toEqual(document.publicKey)
		}
		expect(await does(carol, deed(carol, "Update", said))).toMatch(/^ignored: nothing is new/)
		expect(await does(otto, deed(otto, "Update", said))).toBe("updated")
		expect(await stage.snug.snug("group", "show", "tea")).toMatchObject({ posting: "moderators" })
		await does(otto, deed(otto, "Update", { ...said, postingRestrictedToMods: false }))
		expect(await stage.snug.snug("group", "show", "tea")).toMatchObject({ posting: "followers" })
	})
})

describe("a moderator's deed", () => {
	const every = (by: Person, uri: string, more: Json = {}): Json[] => {
		const ban = deed(by, "Block", stage.bob.id, { target: stage.tea.id, removeData: true, ...more })
		const lock = deed(by, "Lock", uri, more)
		const removal = deed(by, "Delete", uri, { summary: "Away with it", ...more })
		return [
			ban,
			undo(by, ban, more),
			lock,
			undo(by, lock, more),
			removal,
			undo(by, removal, more),
			deed(by, "Add", uri, { ...list("featured"), ...more }),
			deed(by, "Remove", carol.id, { ...list("moderators"), ...more }),
			deed(by, "Add", by.id, { ...list("moderators"), ...more }),
			deed(by, "Update", { id: stage.tea.id, type: "Group", name: "Mine" }, more),
		]
	}

	it("MOD-01, MOD-02 is nothing by anybody else: a member, a moderator of another group, one of the same server, one who is banned, one from a blocked server", async () => {
		const { note } = await stage.bob.post({ text: "Still there at its origin.", mention: stage.tea })
		const uri = note.id
		await stage.settled()
		const banned = lemmy.person("banned", { ownKey: true })
		const blocked = (await stage.peer("lemmy")).person("blocked", { ownKey: true })
		for (const person of [banned, blocked]) await join(person, "tea", 1)
		await stage.snug.snug("member", "demote", "tea", banned.handle)
		await stage.snug.snug("member", "promote", "tea", banned.handle)
		await stage.snug.snug("member", "ban", "tea", banned.handle, "--reason", "Enough")
		await stage.snug.snug("domain", "block", blocked.peer.host, "--group", "tea")
		await stage.withoutEffect(async () => {
			for (const person of [nora, dora, stage.mallet, banned, blocked])
				for (const activity of every(person, uri))
					for (const to of [stage.inbox, stage.tea.inbox])
						expect((await person.send(activity, { to })).status).toBe(202)
			// Dora's own group is named, but the post is not in it.
			for (const activity of every(dora, uri, { cc: [stage.books.id], audience: stage.books.id }))
				expect((await dora.send(activity, { to: stage.inbox })).status).toBe(202)
		})
	}, 60_000)

	it("is nothing in somebody else's mouth, nor a second time", async () => {
		const uri = await shared()
		const lock = deed(carol, "Lock", uri)
		await does(carol, lock)
		await does(carol, undo(carol, lock))
		await stage.withoutEffect(async () => {
			expect((await carol.send(lock, { to: stage.inbox })).status).toBe(202)
			for (const activity of every(carol, uri)) {
				expect((await nora.send(activity, { to: stage.inbox })).status).toBe(401)
				const signed = { ...activity, signature: { type: "RsaSignature2017", signatureValue: "x" } }
				expect((await nora.send(signed, { to: stage.inbox })).status).toBeLessThan(402)
			}
			const announced = deed(nora, "Announce", bare(deed(carol, "Lock", uri)))
			expect((await nora.send(announced, { to: stage.inbox })).status).toBe(202)
		})
	})
})

describe("an author", () => {
	it("may think again about a deletion, where the group still takes the post", async () => {
		const uri = await shared(nora)
		const gone = deed(nora, "Delete", uri)
		expect(await does(nora, gone)).toBe("deleted")
		await unboosted(uri)
		const { note } = stage.note(nora, { id: uri, content: "<p>After all</p>" })
		await lemmy.behave(({ method, path }) =>
			method === "GET" && lemmy.origin + path === uri
				? {
						status: 200,
						headers: { "content-type": "application/activity+json" },
						body: JSON.stringify({ "@context": context, ...note }),
					}
				: undefined,
		)
		const back = undo(nora, gone)
		expect(await does(nora, back)).toBe("brought back")
		expect(await stage.post(uri)).toMatchObject({ deleted: false, html: "<p>After all</p>" })
		await eventually(() => expect(boosts(uri)).toBe(2))
		await passedOn(back)
		// What a moderator took out stays out, whatever its author does.
		await does(carol, deed(carol, "Delete", uri, { summary: "Off topic" }))
		const again = deed(nora, "Delete", uri)
		await does(nora, again)
		expect(await does(nora, undo(nora, again))).toBe("ignored: No group here takes it back.")
		expect(await stage.sharedIn(uri)).toEqual([])
		await lemmy.behave("ok")
	})
})
