import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { enact } from "../../src/moderation/enact.ts"
import { takeOutPost } from "../../src/moderation/take-out-post.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

let house: House
let stranger: Browser

beforeAll(async () => {
	house = await openHouse()
	stranger = new Browser(house.origin)
})
afterAll(() => house?.close())

const say = async (text: string) => {
	const author = await house.ana()
	const said = await writePost(house.world, { author, group: house.tea, title: null, text, inReplyTo: null })
	if (!said.ok) throw new Error(said.reason)
	return said.value
}
const asks = async (path: string, accept: string) =>
	(await fetch(house.origin + path, { headers: { accept } })).text()

it("shows strangers what has just been said, and never what has just been taken out, by whichever door", async () => {
	const doors = [
		["/@tea", "text/html"],
		["/@tea/feed.atom", "*/*"],
		[`/ap/groups/${house.tea.id}/outbox`, "application/activity+json"],
	] as const
	for (let round = 0; round < 3; round++) {
		const words = `The kettle of round ${round} sings`
		const post = await say(words)
		const path = `/ap/posts/${post.id}`
		for (const [door, accept] of doors.slice(0, 2)) expect(await asks(door, accept)).toContain(words)
		expect(await asks(path, "application/activity+json")).toContain(words)
		const deed = { groupId: house.tea.id, postId: post.id, by: "operator", reason: "" } as const
		await enact(house.world, (tx) => takeOutPost(house.world, tx, "remove", deed))
		for (const [door, accept] of doors) expect(await asks(door, accept)).not.toContain(words)
		expect(await asks(path, "application/activity+json")).not.toContain(words)
	}
})

it("shows what another process wrote, and nobody another's page or language", async () => {
	expect((await stranger.open("/@tea")).text).not.toContain("The tea room")
	await house.rows(sql`update actors set name = 'The tea room' where id = ${house.tea.id}`)
	expect((await stranger.open("/@tea")).text).toContain("The tea room")
	const ana = new Browser(house.origin)
	await ana.send("/login", { name: "ana", password: "correct horse battery staple" })
	expect((await ana.open("/@tea")).text).toContain("/logout")
	expect((await stranger.open("/@tea")).text).not.toContain("/logout")
	const german = await stranger.raw("/@tea", { headers: { accept: "text/html", "accept-language": "de" } })
	expect(german.text).toContain('lang="de"')
	expect((await stranger.open("/@tea")).text).toContain('lang="en"')
})
