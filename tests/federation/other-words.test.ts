import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { findActorByUri } from "../../db/actors.ts"
import { isFollowedHere } from "../../db/following.ts"
import { findGroup } from "../../db/groups.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { GroupElsewhere } from "../support/elsewhere.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, PUBLIC, startPeer } from "../support/peer.ts"

// What servers really send beside what groups are made of: each has its answer, and none of it does harm.
let house: House
let mastodon: Peer
let bob: Person

let count = 0
const hear = async (by: Person, activity: Json): Promise<string> => {
	const said = { id: `${by.id}/activities/${++count}`, actor: by.id, to: [PUBLIC], ...activity }
	expect((await by.send(said, { to: house.inbox })).status).toBe(202)
	await house.settled()
	const [row] = await house.rows(sql`select outcome from inbox where activity_uri = ${said.id}`)
	return row?.outcome ?? ""
}
const written = async (groupUri: string): Promise<{ id: string; uri: string }> => {
	const { world } = house
	const group = (await findGroup(world.db, (await findActorByUri(world.db, groupUri))!.id))!
	const writing = { author: await house.ana(), group, title: null, text: "Words", inReplyTo: null }
	const written = await writePost(world, writing)
	if (!written.ok) throw new Error(written.reason)
	return written.value
}

beforeAll(async () => {
	house = await openHouse()
	mastodon = await startPeer({ software: "mastodon" })
	bob = mastodon.person("bob", { ownKey: true })
	await hear(bob, { type: "Follow", object: house.tea.uri })
})
afterAll(async () => {
	await mastodon?.stop()
	await house?.close()
})

it("passes over who comes to a meeting, here or elsewhere: whoever holds it answers", async () => {
	const { uri } = await written(house.tea.uri)
	const { note: event, create } = house.note(bob, {
		type: "Event",
		name: "A walk",
		startTime: "2027-05-01T10:00:00Z",
	})
	expect(await hear(bob, create)).toBe("accept in tea")
	const before = await house.rows(sql`select count(*)::int as n from members`)
	for (const object of [uri, event.id, `${house.origin}/ap/posts/nothing`]) {
		// Mobilizon, Gancio (FEP-8a8e), and Friendica, where yes, perhaps and no are these.
		const words =
			/nothing here that it could join|nobody they have to do with|nobody here asked|means nothing/
		for (const type of ["Join", "Leave", "Accept", "TentativeAccept", "Reject"])
			expect(await hear(bob, { type, object }), `${type} ${object}`).toMatch(words)
	}
	expect(await house.rows(sql`select count(*)::int as n from members`)).toEqual(before)
})

it("takes a film of PeerTube for its maker's, and no list of anybody's for one of ours", async () => {
	const channel = mastodon.person("channel", { type: "Group", ownKey: true })
	const { note, create } = house.note(bob, {
		type: "Video",
		name: "How to pour",
		content: "Watch",
		duration: "PT7M",
		attributedTo: [
			{ type: "Person", id: bob.id },
			{ type: "Group", id: channel.id },
		],
	})
	expect(await hear(bob, create)).toBe("accept in tea")
	const [row] = await house.rows(
		sql`select a.uri from posts p join actors a on a.id = p.author_id where p.uri = ${note.id}`,
	)
	expect(row!.uri).toBe(bob.id)
	// Mastodon's pinned posts, a conversation's container (FEP-171b), a request to be featured.
	const lists = [`${bob.id}/collections/featured`, `${bob.id}/conversations/1`]
	for (const target of lists)
		expect(await hear(bob, { type: "Add", object: note.id, target })).toMatch(/^ignored/)
	expect(await hear(bob, { type: "FeatureRequest", object: house.tea.uri })).toMatch(/^ignored/)
})

it("believes a community that says by itself that it did not take a post from here (PieFed)", async () => {
	const piefed = await GroupElsewhere.open("piefed", house.inbox)
	try {
		const { group } = piefed
		await hear(group, { type: "Like", object: `${house.origin}/nothing` })
		const actor = (await findActorByUri(house.world.db, group.id))!
		await followGroup(house.world, { person: await house.ana(), group: actor })
		await eventually(async () => expect(await isFollowedHere(house.world.db, actor.id)).toBe(true))
		const { uri } = await written(group.id)
		const ours = await written(house.tea.uri)
		expect(await house.sharedIn(uri)).toEqual(["news"])
		expect(await hear(group, { type: "Delete", object: ours.uri })).toMatch(/^ignored/)
		expect(await hear(group, { type: "Delete", object: uri })).toBe("removed")
		expect([await house.sharedIn(uri), await house.sharedIn(ours.uri)]).toEqual([[], ["tea"]])
	} finally {
		await piefed.peer.stop()
	}
})
