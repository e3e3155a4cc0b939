import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { type Json, type Person, PUBLIC } from "../support/peer.ts"
import { say } from "../support/say.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage

const heard = (...said: Parameters<Stage["hear"]>) => stage.hear(...said)
const posted = async (person = stage.bob, change: Json = {}): Promise<Json> => {
	const { note, create } = stage.note(person, change)
	await heard(person, create)
	return note
}
const newcomer = async (): Promise<Person> =>
	stage.peers[0]!.person(`p${randomUUID().slice(0, 8)}`, { ownKey: true })
const roleOf = async (person: Person, group: Json): Promise<string | undefined> => {
	const rows = await stage.rows<{ role: string }>(sql`select m.role from members m
		join actors p on p.id = m.actor_id join actors g on g.id = m.group_id where p.uri = ${person.id} and g.uri = ${group.id}`)
	return rows[0]?.role
}
const toldTo = async (objectUri: string, dialect: string): Promise<string[]> => {
	const rows = await stage.rows<{ body: Buffer }>(
		sql`select body from log where object_uri = ${objectUri} and dialect = ${dialect} order by position`,
	)
	return rows.map(({ body }) => JSON.parse(Buffer.from(body).toString()).object?.type ?? "id")
}

beforeAll(async () => {
	stage = await Stage.open()
	await stage.snug.snug("group", "set", "books", "--join", "approval")
})
afterAll(() => stage?.close())

// The lines of what a group's inbox hears that have no story of their own elsewhere; polls, quotes, moderators, moves,
// groups of other servers and what is not for everyone have theirs beside this file.
describe("what a group's inbox hears", () => {
	it("Follow: a member of an open group, a follower of one that approves, and nobody when banned", async () => {
		const dora = await newcomer()
		await stage.join(dora, stage.tea)
		await stage.join(dora, stage.books)
		expect([await roleOf(dora, stage.tea), await roleOf(dora, stage.books)]).toEqual(["member", "follower"])
		await stage.snug.snug("member", "ban", "tea", dora.id, "--reason", "Enough.")
		const follow = say(dora, "Follow", stage.tea.id)
		await heard(dora, follow)
		await dora.peer.waitFor(({ json }) => json?.type === "Reject" && json.object.id === follow.id)
		expect(await roleOf(dora, stage.tea)).toBeUndefined()
	})

	it("Join and Leave: the same in Mobilizon's words, answered in them", async () => {
		const dora = await newcomer()
		const join = say(dora, "Join", stage.books.id)
		await heard(dora, join)
		const yes = await dora.peer.waitFor(({ json }) => json?.type === "Accept" && json.object.id === join.id)
		expect(yes.json!.object).toMatchObject({ type: "Join", actor: dora.id, object: stage.books.id })
		expect(await roleOf(dora, stage.books)).toBe("follower")
		await heard(dora, say(dora, "Leave", stage.books.id))
		expect(await roleOf(dora, stage.books)).toBeUndefined()
	})

	it("Create of a reply: taken while the conversation is open, refused when it is closed", async () => {
		const first = await posted()
		const open = await posted(stage.eve, { inReplyTo: first.id })
		await stage.snug.snug("post", "lock", first.id)
		const closed = await posted(stage.eve, { inReplyTo: first.id })
		expect([await stage.sharedIn(open.id), await stage.sharedIn(closed.id)]).toEqual([["tea"], []])
	})

	it("Delete before its Create: remembered, and the late Create is not taken", async () => {
		for (const object of [(id: string) => id, (id: string) => ({ id, type: "Tombstone" })]) {
			const { note, create } = stage.note(stage.bob)
			await heard(stage.bob, say(stage.bob, "Delete", object(note.id), { to: [PUBLIC] }))
			await heard(stage.bob, create)
			expect(await stage.post(note.id)).toBeUndefined()
		}
	})

	it("Delete before its Create by somebody else: the Create is taken", async () => {
		const { note, create } = stage.note(stage.bob)
		await heard(stage.eve, say(stage.eve, "Delete", note.id, { to: [PUBLIC] }))
		await heard(stage.bob, create)
		expect(await stage.sharedIn(note.id)).toEqual(["tea"])
	})

	it("Update of an actor: what its own address says counts", async () => {
		const dora = await newcomer()
		await stage.join(dora)
		const name = () => stage.rows<{ name: string }>(sql`select name from actors where uri = ${dora.id}`)
		Object.assign(dora, { displayName: "Dora the Second" })
		await heard(dora, say(dora, "Update", { ...dora.actor, name: "Somebody Important" }))
		expect((await name())[0]!.name).toBe("Dora the Second")
	})

	it("Like, EmojiReact, Dislike and their Undo: once for each person, told to communities", async () => {
		const note = await posted()
		for (const type of ["Like", "EmojiReact", "Dislike"]) {
			const reaction = say(stage.eve, type, note.id, type === "EmojiReact" ? { content: "🍵" } : {})
			await heard(stage.eve, reaction)
			await heard(stage.eve, { ...reaction, id: `${reaction.id}/again` })
			const told = await toldTo(note.id, "threadiverse")
			expect(told.filter((each) => each === type)).toHaveLength(1)
			await heard(stage.eve, say(stage.eve, "Undo", reaction))
			expect((await toldTo(note.id, "threadiverse")).at(-1)).toBe("Undo")
		}
		expect(await toldTo(note.id, "microblog")).toHaveLength(1)
	})

	it("Announce of a post by a person: noted, and never announced again", async () => {
		const note = await posted()
		const before = [await toldTo(note.id, "microblog"), await toldTo(note.id, "threadiverse")]
		const boost = say(stage.eve, "Announce", note.id, { to: [PUBLIC] })
		await heard(stage.eve, boost)
		expect(await stage.outcomes(boost.id)).toEqual(["noted"])
		expect([await toldTo(note.id, "microblog"), await toldTo(note.id, "threadiverse")]).toEqual(before)
	})

	it("Block of the group by a person: they follow no more, and nothing is sent for them", async () => {
		const peer = await stage.peer("mastodon")
		const dora = peer.person("dora", { ownKey: true })
		await stage.join(dora)
		await heard(dora, say(dora, "Block", stage.tea.id))
		expect(await roleOf(dora, stage.tea)).toBeUndefined()
		const left = await stage.rows(sql`select 1 from cursors where host = ${new URL(peer.origin).host}`)
		expect(left).toEqual([])
	})

	it("Accept, Reject, Join, Leave and whatever else nobody asked for: taken, and nothing comes of it", async () => {
		const note = await posted()
		const pointless = [
			"Accept",
			"Reject",
			"TentativeAccept",
			"Join",
			"Leave",
			"View",
			"Listen",
			"Arrive",
			"Travel",
		]
		const unheardOf = [
			"Invite",
			"Offer",
			"Ignore",
			"ChatMessage",
			"Quack",
			"constructor",
			"https://x.test/ns#Type",
		]
		await stage.withoutEffect(async () => {
			for (const type of [...pointless, ...unheardOf])
				for (const object of [note.id, { type: "Follow", actor: stage.tea.id, object: stage.bob.id }])
					await heard(stage.bob, say(stage.bob, type, object, { target: stage.tea.id }))
			await heard(stage.bob, {
				type: "Note",
				actor: stage.bob.id,
				content: "bare",
				id: `${stage.bob.id}/bare`,
			})
		})
	})
})

describe("an honest post in an odd shape", () => {
	const shapes: Record<string, Json> = {
		"null ids and a list of replies (Akkoma, BookWyrm, PieFed)": {
			tag: [
				{
					id: null,
					type: "Emoji",
					name: ":tea:",
					icon: { id: null, type: "Image", url: "https://x.test/t.png" },
				},
			],
			replies: [{ id: null, type: "Note" }],
			attachment: [{ id: null, type: "Document", url: "https://x.test/a.png", name: null }],
		},
		"a duration in seconds and dates without a zone": {
			type: "Video",
			name: "Film",
			duration: 61,
			published: "2026-01-02T03:04:05.678901",
			updated: 1_767_323_045,
		},
		"its words by language only": {
			content: null,
			contentMap: { en: "<p>Words by language</p>" },
			summaryMap: { en: "CW" },
		},
		"its words with a language beside them": { content: { "@value": "<p>Words</p>", "@language": "en" } },
		"a meeting": {
			type: "Event",
			name: "Tea",
			startTime: "2026-12-05T19:00:00Z",
			location: { type: "Place", name: "Tea House", address: { streetAddress: "Leaf St. 1" } },
			attachment: "https://x.test/map.png",
		},
		"no title where there should be one": { type: "Article", name: null, summary: "<p>Words in short</p>" },
		"lists of one everywhere": {
			type: ["Note"],
			content: ["<p>Words</p>"],
			inReplyTo: [],
			url: [],
			sensitive: [true],
		},
		"a picture with addresses": {
			type: "Image",
			name: "Cup",
			url: [{ type: "Link", mediaType: "image/png", href: "https://x.test/cup.png" }],
		},
	}
	for (const [name, change] of Object.entries(shapes))
		it(`is taken: ${name}`, async () => {
			const note = await posted(stage.bob, change)
			expect(await stage.sharedIn(note.id)).toEqual(["tea"])
			expect((await stage.post(note.id))?.html).toContain("Words")
		})

	it("is taken from a clock that is almost twelve hours wrong, either way", async () => {
		for (const scheme of ["cavage", "rfc9421"] as const)
			for (const hours of [-11.9, 11.9]) {
				const { note, create } = stage.note(stage.bob)
				const date = new Date(Date.now() + hours * 3_600_000)
				expect((await stage.bob.send(create, { to: stage.inbox, scheme, date })).status).toBe(202)
				await stage.settled()
				expect(await stage.sharedIn(note.id)).toEqual(["tea"])
			}
	})

	it("is taken from a member of a group of their server, which only their server can say (Mobilizon)", async () => {
		const { note, create } = stage.note(stage.bob, { actor: stage.bob.id })
		const attributedTo = `${stage.bob.peer.origin}/@circle`
		const served = { ...note, attributedTo }
		await stage.bob.peer.behave(({ method, path }) =>
			method === "GET" && path === new URL(note.id).pathname
				? {
						status: 200,
						headers: { "content-type": "application/activity+json" },
						body: JSON.stringify(served),
					}
				: undefined,
		)
		await heard(stage.bob, { ...create, object: { ...served, content: "<p>Not what is served</p>" } })
		expect(await stage.post(note.id)).toMatchObject({ html: note.content, author: stage.bob.id })
		expect((await toldTo(note.id, "threadiverse"))[0]).toBe("id")
	})
})
