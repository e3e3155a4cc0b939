import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { findActorByUri } from "../../db/actors.ts"
import { isFollowedHere } from "../../db/following.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import { updateGroup } from "../../src/groups/update-group.ts"
import { enact } from "../../src/moderation/enact.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { GroupElsewhere } from "../support/elsewhere.ts"
import { eventually } from "../support/eventually.ts"
import { type Json, type Peer, type Person, startPeer } from "../support/peer.ts"

let house: House
let mastodon: Peer
let bob: Person
let eve: Person

const hear = async (by: Person, activity: Json): Promise<string> => {
	expect((await by.send(activity, { to: house.inbox })).status).toBe(202)
	await house.settled()
	return outcomeOf(activity)
}
const outcomeOf = async (activity: Json): Promise<string> =>
	(await house.rows(sql`select outcome from inbox where activity_uri = ${activity.id}`))[0]?.outcome ?? ""
const follow = (by: Person): Promise<string> =>
	hear(by, { id: `${by.id}#follows/1`, type: "Follow", actor: by.id, object: house.tea.uri })
const serve = (by: Person, note: Json, create: Json): void => {
	by.kept.set(note.id, { note, create, inboxes: new Set() })
}
const threadOf = async (uri: string): Promise<string> =>
	(await house.rows(sql`select thread_id from posts where uri = ${uri}`))[0]?.thread_id

beforeAll(async () => {
	house = await openHouse()
	mastodon = await startPeer({ software: "mastodon" })
	bob = mastodon.person("bob", { ownKey: true })
	eve = mastodon.person("eve", { ownKey: true })
	const change = { posting: "followers" } as const
	const set = await enact(house.world, (tx) =>
		updateGroup(house.world, tx, { groupId: house.tea.id, by: "operator", change }),
	)
	expect(set.ok).toBe(true)
})
afterAll(async () => {
	await mastodon?.stop()
	await house?.close()
})

it("brings in no post that its group did not take, whoever answers it and whoever its author has become", async () => {
	await follow(bob)
	const before = house.note(eve)
	serve(eve, before.note, before.create)
	expect(await hear(eve, before.create)).toBe("refuse in tea")
	expect(await follow(eve)).toMatch(/joined|follows/)
	const reply = house.note(bob, { inReplyTo: before.note.id })
	expect(await hear(bob, reply.create)).toBe("ignored: It answers a post that is not known here.")
	expect(await house.sharedIn(before.note.id)).toEqual([])
	// What nobody refused is found as ever, and its author may bring the other one by a word of their own.
	const lost = house.note(eve)
	serve(eve, lost.note, lost.create)
	await hear(bob, house.note(bob, { inReplyTo: lost.note.id }).create)
	expect(await house.sharedIn(lost.note.id)).toEqual(["tea"])
	const update = { ...before.create, id: `${before.note.id}#updates/1`, type: "Update" }
	expect(await hear(eve, update)).toBe("accept in tea")
})

it("tells whoever answers what is not there any more, which their server did not know", async () => {
	const first = house.note(bob)
	expect(await hear(bob, first.create)).toBe("accept in tea")
	await hear(bob, { id: `${first.note.id}#delete`, type: "Delete", actor: bob.id, object: first.note.id })
	const mia = mastodon.person("mia", { ownKey: true })
	expect(await follow(mia)).toMatch(/joined|follows/)
	const late = house.note(mia, { inReplyTo: first.note.id })
	expect(await hear(mia, late.create)).toMatch(/^ignored/)
	const told = async () =>
		house.rows(sql`select e.reason, e.facts->>'postUri' as uri from events e join actors a on a.id = e.person_id
			where e.type = 'author-told' and a.uri = ${mia.id} order by e.position desc limit 1`)
	expect(await told()).toEqual([
		{ reason: "What it answers is not in the group any more.", uri: late.note.id },
	])
})

it("waits some seconds for what an answer answers, when a group elsewhere shares it, and then no longer", async () => {
	const nodebb = await GroupElsewhere.open("nodebb", house.inbox)
	try {
		await nodebb.group.send(
			{ id: `${nodebb.group.id}#1`, type: "Like", actor: nodebb.group.id, object: `${house.origin}/none` },
			{ to: house.inbox },
		)
		await house.settled()
		const group = (await findActorByUri(house.world.db, nodebb.group.id))!
		await followGroup(house.world, { person: await house.ana(), group })
		await eventually(async () => expect(await isFollowedHere(house.world.db, group.id)).toBe(true))
		let away = true
		mastodon.behave(({ method, path }) =>
			away && method === "GET" && path.includes("/statuses/") ? { status: 503 } : undefined,
		)
		const answerTo = (uri: string) => nodebb.write("An answer", { inReplyTo: uri })
		const parent = house.note(eve, { cc: [nodebb.group.id] })
		serve(eve, parent.note, parent.create)
		const reply = answerTo(parent.note.id)
		const announce = await nodebb.announce(reply.note.id)
		await eventually(async () => expect(await outcomeOf(announce)).toContain("503"))
		away = false
		for (let passed = 0; passed < 2; passed++) await house.pass(11_000)
		await eventually(async () => expect(await house.sharedIn(reply.note.id)).toEqual(["news"]))
		expect(await threadOf(reply.note.id)).toBe(await threadOf(parent.note.id))

		away = true
		const lost = house.note(eve, { cc: [nodebb.group.id] })
		const alone = answerTo(lost.note.id)
		await nodebb.announce(alone.note.id)
		await eventually(async () => {
			await house.pass(11_000)
			expect(await house.sharedIn(alone.note.id)).toEqual(["news"])
		})
	} finally {
		await nodebb.peer.stop()
	}
})
