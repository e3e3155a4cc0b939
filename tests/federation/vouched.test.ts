import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { findActorByUri } from "../../db/actors.ts"
import { isFollowedHere } from "../../db/following.ts"
import { readThanks, readVouched } from "../../db/reactions.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import { Foot } from "../../src/web/pages/speaking/foot.tsx"
import { type House, openHouse } from "../attacks/house.ts"
import { GroupElsewhere } from "../support/elsewhere.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, PUBLIC, startPeer } from "../support/peer.ts"

// A NodeBB category tells of likes by people of Mastodon, whose server shows them to nobody.
let house: House
let nodebb: GroupElsewhere
let mastodon: Peer
let julian: Person

const hear = async (by: Person, activity: Json): Promise<string> => {
	expect((await by.send(activity, { to: house.inbox })).status).toBe(202)
	return outcome(activity)
}
const outcome = async (activity: Json): Promise<string> => {
	await house.settled()
	const [row] = await house.rows(sql`select outcome from inbox where activity_uri = ${activity.id}`)
	return row?.outcome ?? ""
}
const announced = async (object: unknown, by = nodebb): Promise<string> => outcome(await by.announce(object))

let count = 0
const likeOf = (postUri: string, by: Person = julian, id = `${by.id}#likes/${++count}`): Json => ({
	id,
	type: "Like",
	actor: by.id,
	object: postUri,
})
const undoOf = (like: Json): Json => ({
	id: `${like.id}/undo`,
	type: "Undo",
	actor: like.actor,
	object: like,
})
/** Whose word it is that somebody likes a post; null when nobody says so. */
const wordOf = async (postUri: string): Promise<"own" | "vouched" | null> => {
	const rows =
		await house.rows(sql`select r.vouched_by, g.uri from reactions r join posts p on p.id = r.post_id
		left join actors g on g.id = r.vouched_by where p.uri = ${postUri}`)
	expect(rows.length).toBeLessThanOrEqual(1)
	if (!rows[0]) return null
	if (rows[0].vouched_by) expect(rows[0].uri).toBe(nodebb.group.id)
	return rows[0].vouched_by ? "vouched" : "own"
}
const told = async (postUri: string): Promise<number> =>
	Number(
		(
			await house.rows(sql`select count(*) as n from events e join posts p on p.id = e.post_id
				where p.uri = ${postUri} and e.type = 'post-reacted'`)
		)[0]!.n,
	)
/** A post of the category's own server, which the category shares. */
const written = async (change: Json = {}): Promise<string> => {
	const { note } = nodebb.write(`Words ${++count}`, change)
	expect(await announced(note.id)).toBe("accept from news")
	return note.id
}

beforeAll(async () => {
	house = await openHouse()
	nodebb = await GroupElsewhere.open("nodebb", house.inbox)
	mastodon = await startPeer({ software: "mastodon" })
	julian = mastodon.person("julian", { ownKey: true })
	await hear(nodebb.group, likeOf("http://localhost:9/nothing", nodebb.group))
	const group = (await findActorByUri(house.world.db, nodebb.group.id))!
	await followGroup(house.world, { person: await house.ana(), group })
	await eventually(async () => expect(await isFollowedHere(house.world.db, group.id)).toBe(true))
})
afterAll(async () => {
	await Promise.all([nodebb?.peer.stop(), mastodon?.stop()])
	await house?.close()
})

it("is kept as the word of the group on whose server the post lives", async () => {
	const post = await written()
	expect(await announced(likeOf(post))).toBe("vouched for")
	expect(await wordOf(post)).toBe("vouched")
	expect(await announced(likeOf(post))).toBe("ignored: They did that already.")
	expect(await told(post)).toBe(0)
})

it("is shown as others of that server, by nobody's name, to those who may see the post", async () => {
	const post = await written()
	await announced(likeOf(post))
	await announced(likeOf(post, mastodon.person("max", { ownKey: true })))
	await announced({ ...likeOf(post, mastodon.person("mia", { ownKey: true })), content: "🎉" })
	const [row] = await house.rows(sql`select id from posts where uri = ${post}`)
	const { host } = nodebb.peer
	const shown = [
		{ postId: row!.id, emoji: null, host },
		{ postId: row!.id, emoji: "🎉", host },
	]
	const ana = { actorId: (await house.ana()).id }
	expect(await readVouched(house.world.db, ana, [row!.id])).toEqual(shown)
	expect(await readThanks(house.world.db, ana, { groupId: house.tea.id, postIds: [row!.id] })).toEqual([])
	const words = String(Foot({ foot: { id: row!.id, thanks: [], others: shown } })).replace(/<[^>]+>/g, "")
	expect(words).toBe(`Others at ${host} said thanks🎉 Others at ${host}`)
	await house.rows(sql`update posts set audience = 'people' where id = ${row!.id}`)
	expect(await readVouched(house.world.db, ana, [row!.id])).toEqual([])
})

it("is taken back by the group that gave it", async () => {
	const post = await written()
	const like = likeOf(post)
	await announced(like)
	expect(await announced(undoOf(like))).toBe("taken back")
	expect(await wordOf(post)).toBeNull()
})

it("gives way to what somebody says themselves, and never takes its place", async () => {
	const post = await written()
	const like = likeOf(post)
	await announced(like)
	expect(await hear(julian, like)).toBe("reacted")
	expect(await wordOf(post)).toBe("own")
	expect(await announced({ ...likeOf(post), content: "🎉" })).toBe("ignored: They did that already.")
	expect(await announced(undoOf(like))).toBe("ignored: nobody but the group says so")
	expect(await wordOf(post)).toBe("own")
})

it("gives way to what somebody takes back themselves, for good", async () => {
	const post = await written()
	const like = likeOf(post)
	await announced(like)
	expect(await hear(julian, undoOf(like))).toBe("taken back")
	expect(await wordOf(post)).toBeNull()
	expect(await announced(like)).toBe("ignored: They took it back.")
	const before = likeOf(post)
	await hear(julian, undoOf(before))
	expect(await announced(before)).toBe("ignored: They took it back.")
	expect(await wordOf(post)).toBeNull()
})

it("is passed on by nobody, in a group here that shares the post, until it is somebody's own", async () => {
	const { writer } = nodebb
	expect(await hear(writer, { ...house.note(writer).create, type: "Follow", object: house.tea.uri })).toMatch(
		/joined|follows/,
	)
	const { note, create } = house.note(writer, { cc: [house.tea.uri, nodebb.group.id] })
	nodebb.serve(note)
	await hear(writer, create)
	await announced(note.id)
	expect(await house.sharedIn(note.id)).toEqual(["news", "tea"])
	const like = likeOf(note.id)
	expect(await announced(like)).toBe("vouched for")
	expect(await hear(julian, undoOf(like))).toBe("taken back")
	expect(await told(note.id)).toBe(0)
	const again = likeOf(note.id)
	expect(await announced(again)).toBe("vouched for")
	expect(await hear(julian, again)).toBe("reacted")
	expect(await told(note.id)).toBe(1)
})

it("is worth nothing for posts of other servers, for people of ours, and in a group beside it", async () => {
	const elsewhere = house.note(julian, { cc: [nodebb.group.id] }).note
	julian.kept.set(elsewhere.id, { note: elsewhere, create: {}, inboxes: new Set() })
	await announced(elsewhere.id)
	expect(await house.sharedIn(elsewhere.id)).toEqual(["news"])
	const asked = mastodon.requests.length
	const eve = mastodon.person("eve", { ownKey: true })
	expect(await announced(likeOf(elsewhere.id, eve))).toBe("ignored: nobody but the group says so")
	// Nobody is looked up on the word of a group that may not give it.
	expect(mastodon.requests.slice(asked).map(({ path }) => path)).not.toContain(new URL(eve.id).pathname)
	expect(await wordOf(elsewhere.id)).toBeNull()

	const post = await written()
	const ana = await house.ana()
	for (const id of [`${ana.uri}#likes/1`, `${nodebb.peer.origin}/like/1`])
		expect(await announced({ ...likeOf(post), id, actor: ana.uri })).toBe(
			"ignored: nobody but the group says so",
		)
	const beside = nodebb.peer.person("beside", { type: "Group", ownKey: true })
	await hear(beside, likeOf("http://localhost:9/nothing", beside))
	const group = (await findActorByUri(house.world.db, beside.id))!
	await followGroup(house.world, { person: ana, group })
	await eventually(async () => expect(await isFollowedHere(house.world.db, group.id)).toBe(true))
	const announce = {
		id: `${beside.id}/announce`,
		type: "Announce",
		actor: beside.id,
		to: [PUBLIC],
		object: likeOf(post),
	}
	expect(await hear(beside, announce)).toBe("ignored: There is no such post in that group.")
	expect(await wordOf(post)).toBeNull()
})
