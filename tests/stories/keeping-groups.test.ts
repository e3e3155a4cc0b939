import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { changeRegistrations } from "../../src/accounts/signing-up/change-registrations.ts"
import { createGroup } from "../../src/groups/create-group.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { limits } from "../../src/limits.ts"
import { sweepFiles } from "../../src/media/sweep-files.ts"
import { changeRole } from "../../src/moderation/change-role.ts"
import { enact } from "../../src/moderation/enact.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { photo } from "../support/pictures.ts"

const password = "correct horse battery staple"
let house: House
let ana: Browser
let mo: Browser
let bo: Browser
let stranger: Browser

const actor = async (name: string) => (await findLocalActor(house.world.db, name))!
const signIn = async (name: string): Promise<Browser> => {
	const browser = new Browser(house.origin)
	const answer = await browser.send("/login", { name, password })
	if (answer.status !== 303) throw new Error(`${name} is not signed in: ${answer.status}`)
	return browser
}
const group = async (handle: string) =>
	(
		await house.rows(
			sql`select g.*, a.name, a.gone_at from groups g join actors a on a.id = g.actor_id where a.handle = ${handle}`,
		)
	)[0]
const eventsOf = async (handle: string, type: string) =>
	house.rows(sql`select e.* from events e join actors a on a.id = e.group_id
		where a.handle = ${handle} and e.type = ${type} order by e.position`)

beforeAll(async () => {
	house = await openHouse()
	for (const name of ["mo", "bo", "cy"])
		await signUp(house.world, { name, displayName: name.toUpperCase(), password, email: null })
	for (const name of ["mo", "bo"]) {
		const person = await actor(name)
		await enact(house.world, (tx) =>
			joinGroup(house.world, tx, { group: house.tea, person, followUri: null }),
		)
	}
	const deed = { groupId: house.tea.id, person: await actor("mo"), by: "operator", reason: "" } as const
	await enact(house.world, (tx) => changeRole(house.world, tx, "promote", deed))
	await house.rows(sql`update accounts set operator = true where actor_id = ${(await house.ana()).id}`)
	;[ana, mo, bo] = [await signIn("ana"), await signIn("mo"), await signIn("bo")]
	stranger = new Browser(house.origin)
})
afterAll(() => house?.close())

describe("opening a group", () => {
	const wish = {
		name: "Chess by the fire",
		handle: "@Chess_Fire",
		about: "Slow games.",
		joining: "approval",
		language: "de",
	}

	it("is the operator's, unless members may, and nobody's who is not signed in", async () => {
		expect((await stranger.open("/groups/new")).headers.get("location")).toBe("/login?next=%2Fgroups%2Fnew")
		expect((await bo.open("/groups/new")).status).toBe(403)
		expect((await bo.send("/groups/new", wish)).status).toBe(403)
		expect((await bo.open("/")).text).not.toContain("/groups/new")
		expect((await ana.open("/")).text).toContain("/groups/new")
		expect(await group("chess_fire")).toBeUndefined()
	})

	it("takes what can be changed later, and says what is wrong beside its field", async () => {
		await enact(house.world, (tx) => changeRegistrations(house.world, tx, { by: null, opening: "members" }))
		const wrong = await bo.send("/groups/new", { ...wish, name: "", handle: "a b", language: "!" })
		expect(wrong.status).toBe(422)
		expect(wrong.text.match(/aria-invalid/g)).toHaveLength(2)
		expect(wrong.text).toContain("Slow games.")
		expect((await bo.send("/groups/new", { ...wish, handle: "tea" })).text).toContain(
			"The handle tea is taken.",
		)
		const made = await bo.send("/groups/new", wish)
		expect(made.headers.get("location")).toBe("/@chess_fire/settings?new=1")
		expect((await bo.follow(made)).text).toContain("The door is open.")
		expect(await group("chess_fire")).toMatchObject({
			joining: "approval",
			language: "de",
			about: "Slow games.",
		})
		const [owner] = await house.rows(sql`select p.handle, m.role from members m
			join actors p on p.id = m.actor_id join actors g on g.id = m.group_id where g.handle = 'chess_fire'`)
		expect(owner).toEqual({ handle: "bo", role: "owner" })
	})

	it("has an end for each person, closed groups counted too", async () => {
		const { id } = await actor("cy")
		for (let made = 1; made < limits.groupsOpened; made++)
			await house.rows(sql`insert into events (id, at, type, actor_id, group_id, facts, handed_over_at)
				values (gen_random_uuid(), now(), 'group-created', ${id}, ${house.tea.id}, '{}', now())`)
		const open = (handle: string) =>
			createGroup(house.world, { handle, name: handle, ownerId: id }, { actorId: id })
		const both = await Promise.all([open("cy_one"), open("cy_two")])
		expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
	})
})

describe("the settings of a group", () => {
	it("are closed to all but those who look after it, as if they were not there", async () => {
		const nowhere = await bo.open("/@nobody/settings")
		for (const path of ["", "/name", "/words", "/ways"]) {
			const at = `/@tea/settings${path}`
			expect((await stranger.open(at)).headers.get("location")).toContain("/login?next=")
			const answer = await bo.open(at)
			expect([answer.status, answer.text]).toEqual([404, nowhere.text])
			if (path)
				expect((await bo.send(at, { name: "Mine", rules: "Mine", posting: "anyone" })).status).toBe(404)
		}
		expect(await group("tea")).toMatchObject({ name: "tea", rules: "", posting: "followers" })
	})

	it("let a moderator describe the group, and nothing more", async () => {
		const index = await mo.open("/@tea/settings")
		expect(index.text).toContain("/@tea/settings/name")
		expect(index.text).not.toContain("/@tea/settings/ways")
		for (const path of ["/words", "/ways"])
			expect((await mo.send(`/@tea/settings${path}`, { rules: "Mine", posting: "anyone" })).status).toBe(404)
		const kept = await mo.send("/@tea/settings/name", { name: "Tea & talk", about: "At *five*.", hue: "265" })
		expect(kept.headers.get("location")).toBe("/@tea/settings/name?kept=1")
		expect(await group("tea")).toMatchObject({ name: "Tea & talk", about: "At *five*.", rules: "" })
		expect((await stranger.open("/@tea")).text).toContain("hue-265")
	})

	it("let an owner say how it is to be, and tell others only of what changed", async () => {
		const before = (await eventsOf("tea", "group-updated")).length
		const words = { rules: "Be **kind**.\r\nAlways.", welcome: "Say *hello* first." }
		expect((await ana.send("/@tea/settings/words", words)).status).toBe(303)
		expect((await ana.send("/@tea/settings/words", words)).status).toBe(303)
		const ways = { joining: "open", posting: "members", language: "en", form: "page", boosts: "on" }
		expect((await ana.send("/@tea/settings/ways", ways)).status).toBe(303)
		expect(await group("tea")).toMatchObject({
			rules: "Be **kind**.\nAlways.",
			posting: "members",
			form: "page",
			boosts_answers: true,
		})
		const told = (await eventsOf("tea", "group-updated")).slice(before)
		expect(told.map(({ facts }) => facts.changed)).toEqual([
			["rules", "welcome"],
			["posting", "form", "boostsAnswers"],
		])
	})

	it("keep what was typed when it cannot be", async () => {
		const long = "x".repeat(limits.groupWelcome + 1)
		const answer = await ana.send("/@tea/settings/words", { rules: "Other", welcome: long })
		expect(answer.status).toBe(422)
		expect(answer.text).toContain(long)
		expect((await ana.send("/@tea/settings/ways", { joining: "sideways" })).status).toBe(422)
		expect(await group("tea")).toMatchObject({ rules: "Be **kind**.\nAlways.", joining: "open" })
	})

	it("greet members with the words of welcome, and other servers in the pinned post", async () => {
		expect((await bo.open("/@tea")).text).toContain("<em>hello</em>")
		expect((await stranger.open("/@tea")).text).not.toContain("<em>hello</em>")
		const pinned = await fetch(`${house.tea.uri}/welcome`, {
			headers: { accept: "application/activity+json" },
		})
		expect(((await pinned.json()) as { content: string }).content).toContain("<em>hello</em>")
	})
})

describe("a person in one group", () => {
	const me = "/@tea/me"
	const say = async (text: string) => {
		const said = await writePost(house.world, {
			author: await actor("bo"),
			group: house.tea,
			title: null,
			text,
			inReplyTo: null,
		})
		if (!said.ok) throw new Error(said.reason)
		return said.value
	}

	it("is called as they like there, and nowhere else", async () => {
		await ana.send("/@tea/settings/ways", {
			joining: "open",
			posting: "followers",
			language: "en",
			form: "note",
		})
		const post = await say("Scones are ready")
		expect((await bo.open(me)).text).toContain("What are you called here?")
		const named = await bo.send(me, { name: "  Bo of\u202e the Oven ", pronouns: "they/them" })
		expect(named.headers.get("location")).toBe("/@tea/me?kept=1")
		const thread = `/@tea/t/${post.uri.slice(-36)}`
		for (const path of ["/@tea", thread, "/@tea/feed.atom"])
			expect([path, (await stranger.open(path)).text.includes("Bo of the Oven")]).toEqual([path, true])
		for (const path of [thread, "/@tea/people"]) {
			const { text } = await ana.open(path)
			expect([path, text.includes("Bo of the Oven"), text.includes("they/them")]).toEqual([path, true, true])
		}
		expect((await stranger.open("/@bo")).text).not.toMatch(/of the Oven|they\/them/)
		const document = await fetch((await actor("bo")).uri, {
			headers: { accept: "application/activity+json" },
		})
		expect(((await document.json()) as { name: string }).name).toBe("BO")
		expect(JSON.stringify(await house.rows(sql`select facts from events`))).not.toContain("Oven")
	})

	it("is not called like those who look after it, nor at length", async () => {
		const name = "ＡＮＡ"
		expect((await bo.send(me, { name, pronouns: "" })).text).toContain("is called that")
		expect((await bo.send(me, { name: "x".repeat(61), pronouns: "" })).status).toBe(422)
		expect((await bo.send(me, { name: "", pronouns: "x".repeat(41) })).status).toBe(422)
	})

	it("is shown by a picture of its own there, and by none elsewhere", async () => {
		const post = await say("Scones with a face")
		const bring = (files: Uint8Array[], form: string) =>
			bo.sendFiles(`${me}/picture`, { do: form }, "picture", files)
		expect((await bring([await photo(300, 200)], "keep")).headers.get("location")).toBe(`${me}?kept=1`)
		const [{ icon } = { icon: "" }] = await house.rows<{ icon: string }>(sql`select icon from member_names`)
		const src = `/media/${icon}`
		expect((await stranger.open(`/@tea/t/${post.uri.slice(-36)}`)).text).toContain(src)
		expect((await stranger.open("/@bo")).text).not.toContain(src)
		expect((await fetch(`${house.origin}${src}`)).status).toBe(200)
		const document = await fetch((await actor("bo")).uri, {
			headers: { accept: "application/activity+json" },
		})
		expect(await document.text()).not.toContain(icon)
		await house.rows(sql`update media set created_at = created_at - interval '30 days'`)
		await sweepFiles(house.world)
		expect((await stranger.open(src)).status).toBe(200)
		const seen = async (by: Browser) => (await by.open(src)).status
		await house.rows(sql`update groups set visibility = 'private' where actor_id = ${house.tea.id}`)
		expect([await seen(stranger), await seen(ana)]).toEqual([404, 200])
		await house.rows(sql`update groups set visibility = 'public' where actor_id = ${house.tea.id}`)
		await bo.send(me, { name: "", pronouns: "" })
		expect(await seen(stranger)).toBe(200)
		expect((await bring([await photo(300, 200)], "keep")).status).toBe(303)
		expect(await seen(stranger)).toBe(404)
		expect((await bring([], "remove")).status).toBe(303)
		expect((await bring([Buffer.from("<html>")], "keep")).status).toBe(422)
		await bring([await photo(300, 200)], "keep")
	})

	it("has a page only where they belong, and takes the name along when they leave", async () => {
		const nowhere = await bo.open("/@nobody/me")
		for (const path of ["/@books/me", "/@nowhere/me"]) expect((await bo.open(path)).text).toBe(nowhere.text)
		expect((await bo.send("/@books/me", { name: "Bo", pronouns: "" })).status).toBe(404)
		expect((await stranger.open(me)).headers.get("location")).toBe("/login?next=%2F%40tea%2Fme")
		expect((await bo.send("/@tea/leave", {})).status).toBe(303)
		expect((await stranger.open("/@tea")).text).not.toContain("Oven")
		expect(await house.rows(sql`select 1 from member_names`)).toEqual([])
	})
})

it("a group moves by its owner's word, said twice, to one that owns to its name", async () => {
	const host = house.world.origin.host
	const asked = await ana.send("/@tea/settings/moving", { target: `@books@${host}` })
	expect([asked.status, asked.text.includes("does not own to this name yet")]).toEqual([422, true])
	const owned = await ana.send("/@books/settings/moving/other", { other: `@tea@${host}` })
	expect(owned.headers.get("location")).toBe("/@books/settings/moving?kept=1")
	const told = await ana.send("/@tea/settings/moving", { target: `@books@${host}` })
	expect(told.text).toContain("It cannot be taken back")
	expect((await actor("tea")).movedTo).toBeNull()
	expect((await mo.send("/@tea/settings/moving", { target: `@books@${host}`, sure: "yes" })).status).toBe(404)
	expect((await ana.send("/@tea/settings/moving", { target: `@books@${host}`, sure: "yes" })).status).toBe(
		303,
	)
	expect((await actor("tea")).movedTo).toBe(house.books.uri)
})
