import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findGroup } from "../../db/groups.ts"
import type { Group } from "../../src/groups/group.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

const password = "correct horse battery staple"
let house: House
let stranger: Browser
let ana: Browser

const say = async (text: string, more: Partial<Parameters<typeof writePost>[1]> = {}) => {
	const author = await house.ana()
	const said = await writePost(house.world, {
		author,
		group: house.tea,
		title: null,
		text,
		inReplyTo: null,
		...more,
	})
	if (!said.ok) throw new Error(said.reason)
	return said.value
}
const feeds = ["atom", "rss", "json"].map((format) => `feed.${format}`)
const feed = (name: string) => stranger.open(`/@tea/${name}`)
/** A group that only its members may know of: made so in the database, as there is no other way yet. */
const makePrivate = async (group: Group): Promise<Group> => {
	await house.rows(sql`update groups set visibility = 'private' where actor_id = ${group.id}`)
	return (await findGroup(house.world.db, group.id))!
}

beforeAll(async () => {
	house = await openHouse()
	stranger = new Browser(house.origin)
	ana = new Browser(house.origin)
	expect((await ana.send("/login", { name: "ana", password })).status).toBe(303)
})
afterAll(() => house?.close())

describe("feeds", () => {
	it("carry what a group says, with the way to where it was said", async () => {
		const { id, uri } = await say("The *kettle* is on.", { title: "Tea & <biscuits>" })
		const [atom, rss, json] = await Promise.all(feeds.map(feed))
		expect(atom!.headers.get("content-type")).toBe("application/atom+xml; charset=utf-8")
		expect(atom!.text).toContain(`<id>${uri}</id>`)
		expect(atom!.text).toContain("<![CDATA[Tea &amp; &lt;biscuits&gt;]]>")
		expect(atom!.text).toContain("<em>kettle</em>")
		expect(atom!.text).toContain(`${house.origin}/@tea/t/${id}#post-${id}`)
		expect(rss!.headers.get("content-type")).toBe("application/rss+xml; charset=utf-8")
		expect(rss!.text).toContain(`<guid isPermaLink="false">${uri}</guid>`)
		const { items, title } = JSON.parse(json!.text)
		expect([title, items[0].title, items[0].id]).toEqual(["tea", "Tea & <biscuits>", uri])
		const page = (await stranger.open("/@tea")).text
		for (const name of feeds) expect(page.split(`${house.origin}/@tea/${name}"`)).toHaveLength(3)
	})

	it("stay whole whatever was written", async () => {
		await say("`]]>` and `<![CDATA[`", { title: `]]>\u0008 ]]> &#x1;</title>\uffff` })
		const [atom, rss] = await Promise.all(feeds.map(feed))
		for (const { text } of [atom!, rss!]) {
			// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no place for these
			expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/)
			const outside = text.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")
			expect(outside).not.toContain("]]>")
			expect(outside).not.toContain("CDATA")
			expect(outside.match(/<\/title>/g)).toEqual(outside.match(/<title[ >]/g)!.map(() => "</title>"))
		}
	})

	it("leave behind a content note what stands behind it", async () => {
		await say("They all arrive in the end.", { contentWarning: "the last page" })
		for (const answer of await Promise.all(feeds.map(feed))) {
			expect(answer.text).toContain("the last page")
			expect(answer.text).not.toContain("They all arrive")
		}
	})

	it("are not sent again while nothing changed, and lose at once what was taken out", async () => {
		const { id } = await say("A word said in haste.")
		for (const name of feeds) {
			const first = await feed(name)
			const tag = first.headers.get("etag")!
			expect(first.headers.get("cache-control")).toBe("public, no-cache")
			const again = await stranger.raw(`/@tea/${name}`, { headers: { "if-none-match": tag } })
			expect([again.status, again.text]).toEqual([304, ""])
		}
		const tag = (await feed("feed.atom")).headers.get("etag")!
		await house.rows(sql`update shares set state = 'removed' where post_id = ${id}`)
		const after = await stranger.raw("/@tea/feed.atom", { headers: { "if-none-match": tag } })
		expect(after.status).toBe(200)
		expect(after.text).not.toContain("A word said in haste.")
	})

	it("PRV-03: are not there for groups that are not for everybody, not for their members either", async () => {
		const before = await say("Said while all could hear.", { group: house.books })
		const books = await makePrivate(house.books)
		await say("Said between us.", { group: books })
		expect((await ana.open("/@books")).text).toContain("Said between us.")
		for (const name of feeds) {
			const [hidden, nothing] = [
				await stranger.open(`/@books/${name}`),
				await stranger.open(`/@nobody/${name}`),
			]
			expect([hidden.status, hidden.text]).toEqual([404, nothing.text])
			const inside = await ana.open(`/@books/${name}`)
			expect([inside.status, inside.text.includes("Said between us.")]).toEqual([404, false])
			expect(inside.text).not.toContain(before.id)
		}
	})
})
