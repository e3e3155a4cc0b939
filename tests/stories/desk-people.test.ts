import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { changeRole } from "../../src/moderation/change-role.ts"
import { pauseMember } from "../../src/moderation/desk/pause-member.ts"
import { enact } from "../../src/moderation/enact.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

const password = "correct horse battery staple"
const hour = 3_600_000
let house: House
let ana: Browser
let mo: Browser
let bo: Browser

const actor = async (name: string) => (await findLocalActor(house.world.db, name))!
const signIn = async (name: string): Promise<Browser> => {
	const browser = new Browser(house.origin)
	expect((await browser.send("/login", { name, password })).status).toBe(303)
	return browser
}
const write = async (name: string, text: string) =>
	writePost(house.world, { author: await actor(name), group: house.tea, title: null, inReplyTo: null, text })
const events = (type: string) => house.rows(sql`select * from events where type = ${type} order by position`)
const day = (ahead: number) => new Date(house.now().getTime() + ahead * 24 * hour).toISOString().slice(0, 10)

beforeAll(async () => {
	house = await openHouse()
	for (const name of ["mo", "bo", "cy"]) {
		await signUp(house.world, { name, displayName: name.toUpperCase(), password, email: null })
		const person = await actor(name)
		await enact(house.world, (tx) =>
			joinGroup(house.world, tx, { group: house.tea, person, followUri: null }),
		)
	}
	const deed = { groupId: house.tea.id, person: await actor("mo"), by: "operator", reason: "" } as const
	await enact(house.world, (tx) => changeRole(house.world, tx, "promote", deed))
	;[ana, mo, bo] = [await signIn("ana"), await signIn("mo"), await signIn("bo")]
})
afterAll(() => house?.close())

describe("a pause", () => {
	const pause = async (name: string, more: Record<string, string> = {}) =>
		mo.send("/@tea/desk/pause", {
			person: (await actor(name)).id,
			reason: "Let us all sleep on it",
			until: day(2),
			...more,
		})

	it("needs a reason and an end that is not far away, and is for nobody who helps to run the group", async () => {
		expect((await pause("bo", { reason: "" })).status).toBe(422)
		expect((await pause("bo", { until: "" })).status).toBe(422)
		expect((await pause("bo", { until: day(200) })).status).toBe(422)
		expect((await pause("ana")).status).toBe(403)
		const moderator = {
			groupId: house.tea.id,
			person: await actor("mo"),
			by: "operator",
			reason: "",
		} as const
		const until = new Date(house.now().getTime() + hour)
		const refused = await enact(house.world, (tx) => pauseMember(house.world, tx, { ...moderator, until }))
		expect(refused).toMatchObject({ ok: false, code: "forbidden" })
		expect(await events("member-paused")).toEqual([])
		expect((await write("bo", "Still here")).ok).toBe(true)
	})

	it("lets somebody belong and read, and write nothing; they and the moderators know, nobody else who", async () => {
		expect((await pause("bo")).headers.get("location")).toBe("/@tea/desk?done=pause")
		expect(await write("bo", "One more thing")).toMatchObject({ ok: false, reason: /for a while/ })
		expect((await write("cy", "Good night")).ok).toBe(true)
		expect((await bo.open("/notifications")).text).toContain("Let us all sleep on it")
		expect((await mo.open("/@tea/desk")).text).toMatch(/pauses\s+until/)
		const log = (await new Browser(house.origin).open("/@tea/decisions")).text
		expect(log).toContain("Somebody was asked to write nothing until")
		expect(log).not.toMatch(/sleep on it|@bo\b/)
		expect((await pause("bo")).status).toBe(409)
	})

	it("ends by itself, or when a moderator ends it", async () => {
		await house.pass(49 * hour)
		expect((await write("bo", "Good morning")).ok).toBe(true)
		expect((await ana.send("/@tea/desk/unpause", { person: (await actor("bo")).id })).status).toBe(404)
		expect((await pause("bo", { until: day(3) })).status).toBe(303)
		expect((await write("bo", "Now?")).ok).toBe(false)
		expect((await ana.send("/@tea/desk/unpause", { person: (await actor("bo")).id })).status).toBe(303)
		expect((await write("bo", "Now.")).ok).toBe(true)
		expect((await bo.open("/notifications")).text).toContain("You may write in")
	})
})

const deskOf = async (name: string) => `/@tea/desk/who/${(await actor(name)).id}`
const seenOn = (page: string): string => /name="seen" value="(\d+)"/.exec(page)?.[1] ?? ""
const stateOf = async (postId: string) =>
	(await house.rows(sql`select state from shares where post_id = ${postId}`))[0]?.state
const written = async (name: string, text: string): Promise<string> => {
	const post = await write(name, text)
	if (!post.ok) throw new Error(post.reason)
	return post.value.id
}

describe("a person's page at the desk", () => {
	it("is for those who look after the group, and keeps what they note for each other", async () => {
		const person = (await actor("bo")).id
		const words = "Has a hard month; be patient."
		expect((await mo.send("/@tea/desk/note", { person, who: person, words })).headers.get("location")).toBe(
			`${await deskOf("bo")}?done=note`,
		)
		const page = await ana.open(await deskOf("bo"))
		expect(page.text).toContain(words)
		expect(page.text).toContain("Let us all sleep on it")
		expect(page.headers.get("cache-control")).toBe("private, no-store")
		expect((await bo.open(await deskOf("bo"))).status).toBe(404)
		expect((await bo.open(await deskOf("cy"))).text).toBe(
			(await bo.open("/@tea/desk/who/0193c0de-0000-7000-8000-000000000000")).text,
		)
		expect((await bo.send("/@tea/desk/note", { person, words })).status).toBe(404)
		expect(JSON.stringify(await house.rows(sql`select * from events`))).not.toContain(words)
		const [note] = await house.rows(sql`select id from desk_notes`)
		const other = await ana.send("/@tea/desk/note", { person, words: "Will do." })
		expect(other.status).toBe(303)
		const [latest] = await house.rows(sql`select id from desk_notes where words = 'Will do.'`)
		expect((await mo.send("/@tea/desk/drop-note", { note: latest!.id })).status).toBe(403)
		expect((await ana.send("/@tea/desk/drop-note", { note: note!.id })).status).toBe(303)
		expect((await ana.open(await deskOf("bo"))).text).not.toContain(words)
	})

	it("shows who has taken something on, and binds nobody", async () => {
		const [person, holder] = [(await actor("bo")).id, (await actor("ana")).id]
		await mo.send("/@tea/desk/take", { person, who: person })
		expect((await ana.open(await deskOf("bo"))).text).toContain("has taken this on")
		expect((await mo.send("/@tea/desk/give", { person, holder: (await actor("cy")).id })).status).toBe(422)
		expect((await mo.send("/@tea/desk/give", { person, holder })).status).toBe(303)
		expect((await ana.open(await deskOf("bo"))).text).toContain("You have taken this on.")
		await house.pass(8 * 24 * hour)
		expect((await ana.open(await deskOf("bo"))).text).not.toContain("You have taken this on.")
	})

	it("tells them a word, which is all that happens", async () => {
		const person = (await actor("bo")).id
		expect((await mo.send("/@tea/desk/word", { person, reason: "" })).status).toBe(422)
		await mo.send("/@tea/desk/word", { person, reason: "A little softer, please." })
		const news = (await bo.open("/notifications")).text
		expect(news).toContain("have a word for you")
		expect(news).toContain("A little softer, please.")
		expect((await new Browser(house.origin).open("/@tea/decisions")).text).not.toContain("softer")
		expect((await write("bo", "All right")).ok).toBe(true)
		const people = sql`e.type = 'word-said' and e.group_id = ${house.tea.id}`
		await house.rows(sql`insert into events (id, type, at, actor_id, group_id, person_id, reason, handed_over_at)
			select gen_random_uuid(), e.type, e.at, e.actor_id, e.group_id, gen_random_uuid(), 'Hello', now()
			from events e, generate_series(1, 99) where ${people}`)
		expect((await mo.send("/@tea/desk/word", { person, reason: "And you?" })).status).toBe(409)
		await house.rows(sql`delete from events e where ${people} and e.reason = 'Hello'`)
	})

	it("asks for a change, and shows a post that waits in its new words", async () => {
		await mo.send("/@tea/desk/filter", { word: "custard", effect: "hold" })
		const post = await written("bo", "Custard is a crime")
		expect(await stateOf(post)).toBe("held")
		expect((await mo.send("/@tea/desk/ask", { post, reason: "Kinder to cooks?" })).status).toBe(303)
		expect((await ana.send("/@tea/desk/ask", { post, reason: "Again?" })).status).toBe(409)
		const news = (await bo.open("/notifications")).text
		expect(news).toContain("Kinder to cooks?")
		expect(news).toContain(`/@tea/p/${post}/edit`)
		const form = { text: "Custard is not for me", do: "send" }
		expect((await bo.send(`/@tea/p/${post}/edit`, form)).status).toBe(303)
		expect(await stateOf(post)).toBe("held")
		expect((await mo.open(await deskOf("bo"))).text).toContain("Custard is not for me")
		expect((await cyReads("/@tea")).text).not.toContain("Custard")
		expect((await mo.send("/@tea/desk/approve", { post })).status).toBe(303)
		expect((await cyReads("/@tea")).text).toContain("Custard is not for me")
	})

	it("shows the second of two moderators what the first one did, and does nothing twice", async () => {
		const post = await written("bo", "Somebody is wrong")
		const seen = seenOn((await mo.open("/@tea/desk")).text)
		await ana.send("/@tea/desk/lock", { post, reason: "It is late" })
		const late = await mo.send("/@tea/desk/remove", { post, reason: "Wrong", seen })
		expect(late.status).toBe(409)
		expect(late.text).toMatch(/was here before you[\s\S]*closed to new answers[\s\S]*It is late/)
		expect(await stateOf(post)).toBe("shared")
		const again = seenOn(late.text)
		const both = await Promise.all(
			["One", "Two"].map((reason) => mo.send("/@tea/desk/remove", { post, reason, seen: again })),
		)
		expect(both.map(({ status }) => status).sort()).toEqual([303, 409])
	})

	it("takes no reason that is longer than others, whatever is done", async () => {
		const post = await written("cy", "A short word")
		await mo.send("/@tea/desk/remove", { post, reason: "Short" })
		const person = (await actor("cy")).id
		for (const deed of ["approve", "restore", "lock", "pin", "lift", "admit"]) {
			const sent = await mo.send(`/@tea/desk/${deed}`, { post, person, reason: "long ".repeat(101) })
			expect([deed, sent.status]).toEqual([deed, 422])
		}
		expect(await stateOf(post)).toBe("removed")
	})

	it("bans with what was posted, and undoes all of it", async () => {
		const person = (await actor("cy")).id
		const posts = [await written("cy", "One cup"), await written("cy", "Two cups")]
		const ban = { person, reason: "Spam", posts: "1", who: person }
		expect((await mo.send("/@tea/desk/ban", ban)).status).toBe(303)
		expect(await Promise.all(posts.map(stateOf))).toEqual(["removed", "removed"])
		const page = (await ana.open(await deskOf("cy"))).text
		const decision = /action="\/@tea\/desk\/undo">.*?name="decision" value="([^"]+)"/s.exec(page)?.[1] ?? ""
		expect((await ana.send("/@tea/desk/undo", { decision, reason: "It was not" })).status).toBe(303)
		expect(await Promise.all(posts.map(stateOf))).toEqual(["shared", "shared"])
		expect((await ana.send("/@tea/desk/undo", { decision })).status).toBe(409)
		expect((await events("ban-lifted")).length).toBe(1)
	})
})

describe("an appeal", () => {
	const latest = async (type: string) => (await events(type)).at(-1)!.id as string
	const appealOf = async (eventId: string) =>
		(await house.rows(sql`select * from appeals where event_id = ${eventId}`))[0]!

	it("is for whom a decision concerns, once, and in time", async () => {
		const post = await written("bo", "A hasty word")
		await mo.send("/@tea/desk/remove", { post, reason: "Too hasty" })
		const path = `/@tea/appeal/${await latest("post-removed")}`
		expect((await bo.open("/notifications")).text).toContain(path)
		expect((await mo.open(path)).status).toBe(404)
		expect((await new Browser(house.origin).open(path)).status).toBe(303)
		expect((await bo.open(path)).text).toContain("Too hasty")
		expect((await bo.send(path, { words: " " })).status).toBe(422)
		expect((await bo.send(path, { words: "It was a quotation." })).status).toBe(303)
		expect((await bo.send(path, { words: "Again" })).status).toBe(422)
		const other = await written("bo", "An old word")
		await mo.send("/@tea/desk/remove", { post: other, reason: "Old" })
		const late = await latest("post-removed")
		await house.rows(sql`update events set at = at - interval '15 days' where id = ${late}`)
		expect((await bo.send(`/@tea/appeal/${late}`, { words: "Late" })).status).toBe(422)
	})

	it("is decided by somebody who did not decide before, and both hear what came of it", async () => {
		const [appeal] = await house.rows(sql`select * from appeals where decided_at is null`)
		expect((await mo.open("/@tea/desk")).text).toContain("You decided this, so somebody else looks at it")
		const own = await mo.send("/@tea/desk/uphold", { appeal: appeal!.id, reason: "I was right" })
		expect(own.status).toBe(403)
		expect((await ana.open(await deskOf("bo"))).text).toContain("It was a quotation.")
		const decide = { appeal: appeal!.id, reason: "Quotations are fine" }
		expect((await ana.send("/@tea/desk/overturn", { ...decide, reason: "" })).status).toBe(422)
		expect((await ana.send("/@tea/desk/overturn", decide)).status).toBe(303)
		expect((await ana.send("/@tea/desk/overturn", decide)).status).toBe(409)
		expect((await cyReads("/@tea")).text).toContain("A hasty word")
		expect((await bo.open("/notifications")).text).toContain("and it is undone")
		expect((await bo.open(`/@tea/appeal/${appeal!.event_id}`)).text).toContain("Quotations are fine")
		const log = (await new Browser(house.origin).open("/@tea/decisions")).text
		expect(log).toContain("A post was put back.")
		expect(log).not.toContain("Quotations are fine")
	})

	it("is not said to be granted while a later decision of the same kind holds", async () => {
		const person = (await actor("bo")).id
		const pause = (reason: string, ahead: number) =>
			mo.send("/@tea/desk/pause", { person, reason, until: day(ahead) })
		await pause("Rest", 2)
		const eventId = await latest("member-paused")
		await bo.send(`/@tea/appeal/${eventId}`, { words: "I am rested." })
		await pause("Rest longer", 4)
		const decide = { appeal: (await appealOf(eventId)).id, reason: "You are right" }
		expect((await ana.send("/@tea/desk/overturn", decide)).status).toBe(409)
		expect((await ana.send("/@tea/desk/unpause", { person })).status).toBe(303)
		expect((await ana.send("/@tea/desk/overturn", decide)).status).toBe(303)
		expect((await write("bo", "Back again")).ok).toBe(true)
	})

	it("comes from another server as an answer to the message that told them, from nobody but them", async () => {
		const [zoe, eve] = [await house.friend("zoe", "far.example"), await house.friend("eve", "far.example")]
		const { note, create } = house.note(zoe)
		await house.post(zoe, create)
		await house.settled()
		const [{ id: post }] = (await house.rows(sql`select id from posts where uri = ${note.id}`)) as [
			{ id: string },
		]
		await mo.send("/@tea/desk/remove", { post, reason: "Off topic" })
		await house.settled()
		const eventId = await latest("post-removed")
		const [message] = await house.rows(
			sql`select convert_from(body, 'UTF8') as body from messages where event_id = ${await latest("person-told")}`,
		)
		expect(message!.body).toContain(`${house.origin}/@tea/appeal/${eventId}`)
		expect(message!.body).toContain("Why: Off topic")
		expect(message!.body).not.toMatch(/\bmo\b/i)
		const inReplyTo = JSON.parse(message!.body).object.id
		const direct = { to: [house.tea.uri], cc: [] }
		const answer = { ...direct, inReplyTo, content: "<p>@tea It was about tea &lt;3</p>" }
		await house.post(eve, house.note(eve, answer, direct).create)
		await house.settled()
		expect(await house.rows(sql`select * from appeals where event_id = ${eventId}`)).toEqual([])
		await house.post(zoe, house.note(zoe, answer, direct).create)
		await house.settled()
		expect((await appealOf(eventId)).words).toBe("It was about tea <3")
		expect(
			(
				await ana.send("/@tea/desk/uphold", {
					appeal: (await appealOf(eventId)).id,
					reason: "Still off topic",
				})
			).status,
		).toBe(303)
		expect(await stateOf(post)).toBe("removed")
		await house.settled()
		const [told] = await house.rows(
			sql`select convert_from(body, 'UTF8') as body from messages where event_id = ${await latest("appeal-decided")}`,
		)
		expect(told!.body).toContain("it stays")
	})
})

const cyReads = async (path: string) => (await signIn("cy")).open(path)
