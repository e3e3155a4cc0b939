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
	for (let step = 0; step < 2; step++)
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
