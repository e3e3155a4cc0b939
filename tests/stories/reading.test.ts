import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type { Transaction } from "../../db/connect.ts"
import { findGroup } from "../../db/groups.ts"
import { findPost } from "../../db/posts.ts"
import { disableAccount } from "../../src/accounts/settings/disable-account.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import type { Group } from "../../src/groups/group.ts"
import { leaveGroup } from "../../src/groups/leave-group.ts"
import { banMember } from "../../src/moderation/ban-member.ts"
import type { Actor } from "../../src/people/actor.ts"
import { deletePost } from "../../src/posts/delete-post.ts"
import { rewordPost } from "../../src/posts/reword-post.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { done, type Result } from "../../src/result.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser, type Page } from "../support/browser.ts"

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
const tagged = (path: string, browser = stranger) => browser.open(`/@tea/tags/${path}`)
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

describe("tags", () => {
	it("lead from the words to everything said under them, here and on other servers", async () => {
		const { id, uri } = await say("The harvest is in. #Darjeeling2026 `#code`", {
			title: "First flush #Ernte",
		})
		const answer = await say("Ours too: #darjeeling2026!", { inReplyTo: uri })
		const thread = (await stranger.open(`/@tea/t/${id}`)).text
		const link = '<a href="/@tea/tags/darjeeling2026" class="mention hashtag" rel="tag">'
		expect(thread).toContain(`${link}#Darjeeling2026</a> <code>#code</code>`)
		const page = (await tagged("darjeeling2026")).text
		expect(page.indexOf(`/@tea/t/${id}#post-${answer.id}`)).toBeLessThan(
			page.indexOf(`/@tea/t/${id}#post-${id}`),
		)
		expect((await tagged("ernte")).text).toContain("First flush #Ernte")
		expect((await tagged("Ernte")).headers.get("location")).toBe("/@tea/tags/ernte")
		const wire = await stranger.raw(new URL(uri).pathname, {
			headers: { accept: "application/activity+json" },
		})
		const { tag, content } = JSON.parse(wire.text)
		const href = `${house.origin}/@tea/tags/darjeeling2026`
		expect(tag).toContainEqual({ type: "Hashtag", href, name: "#darjeeling2026" })
		expect(content).toContain(`<a href="${href}" class="mention hashtag" rel="tag">#Darjeeling2026</a>`)
	})

	it("have no page where nothing is said under them, and lose what is changed, taken out or taken back", async () => {
		const [changed, removed, deleted] = [
			await say("One #gone"),
			await say("Two #gone"),
			await say("Three #gone"),
		]
		expect((await tagged("gone")).text).toMatch(/Three[\s\S]*Two[\s\S]*One/)
		const ana = await house.ana()
		await house.world.db.transaction(async (tx) => {
			const post = (await findPost(tx, changed.id))!
			await rewordPost(house.world, tx, { author: ana, post, text: "One #stays" })
			await deletePost(house.world, tx, { author: ana, uri: deleted.uri, heard: {} })
		})
		await house.rows(sql`update shares set state = 'removed' where post_id = ${removed.id}`)
		const [gone, never] = [await tagged("gone"), await tagged("never")]
		expect([gone.status, gone.text]).toEqual([404, never.text])
		expect((await tagged("stays")).text).toContain("One #stays")
		for (const odd of ["2026", "%20", "a".repeat(61), "%E0%A4%A", "..%2f"])
			expect((await tagged(odd)).status, odd).toBe(404)
	})

	it("are turned page by page", async () => {
		for (let n = 0; n < 32; n++) await say(`Cup ${n}. #cup`)
		const first = (await tagged("cup")).text
		const next = /href="(\/@tea\/tags\/cup\?after=[^"]+)"/.exec(first)?.[1]
		const second = (await stranger.open(next!)).text
		const cups = [...`${first}${second}`.matchAll(/>Cup (\d+)\./g)].map(([, n]) => Number(n))
		expect(cups).toEqual(Array.from({ length: 32 }, (_, n) => 31 - n))
		expect(second).not.toContain("?after=")
	})
})

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
		const page = (await stranger.open("/@tea/about")).text
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

	it("there is one for each tag", async () => {
		await say("We drink #Oolong, slowly.")
		await say("Nothing of the kind.")
		const { items, title, feed_url } = JSON.parse((await tagged("oolong/feed.json")).text)
		expect([title, feed_url]).toEqual(["#oolong · tea", `${house.origin}/@tea/tags/oolong/feed.json`])
		expect(items.map((item: { title: string }) => item.title)).toEqual(["We drink #Oolong, slowly."])
		expect((await tagged("oolong/feed.atom")).text).toContain("We drink #Oolong, slowly.")
		expect((await tagged("puerh/feed.atom")).status).toBe(404)
		expect((await tagged("oolong")).text).toContain(`href="${house.origin}/@tea/tags/oolong/feed.atom"`)
	})

	it("PRV-03: are not there for groups that are not for everybody, not for members without a key either", async () => {
		const before = await say("Said while all could hear.", { group: house.books })
		const books = await makePrivate(house.books)
		await say("Said between us. #secret", { group: books })
		expect((await ana.open("/@books")).text).toContain("Said between us.")
		expect((await ana.open("/@books/tags/secret")).text).toContain("Said between us.")
		for (const name of [...feeds, ...feeds.map((one) => `tags/secret/${one}`), "tags/secret"]) {
			const [hidden, nothing] = [
				await stranger.open(`/@books/${name}`),
				await stranger.open(`/@nobody/${name}`),
			]
			expect([hidden.status, hidden.text]).toEqual([404, nothing.text])
			if (name === "tags/secret") continue
			const inside = await ana.open(`/@books/${name}`)
			expect([inside.status, inside.text.includes("Said between us.")]).toEqual([404, false])
			expect(inside.text).not.toContain(before.id)
		}
	})
	describe("for members", () => {
		const cleo = new Browser("")
		let person: Actor
		let books: Group
		const keyOf = (page: Page) => /\/@books\/feed\.atom\?key=([\w-]{43})/.exec(page.text)?.[1]
		const make = async () => {
			const made = await cleo.send("/settings/feeds", { group: books.id })
			const key = keyOf(made)
			if (!key) throw new Error(`There is no key (${made.status}): ${made.text}`)
			return key
		}
		const read = (key: string, name = "feed.atom") => stranger.open(`/@books/${name}?key=${key}`)
		const join = () =>
			house.rows(
				sql`insert into members (group_id, actor_id, role) values (${books.id}, ${person.id}, 'member')`,
			)
		const enacted = (deed: (tx: Transaction) => Promise<Result>) => house.world.db.transaction(deed)
		beforeAll(async () => {
			books = await makePrivate(house.books)
			const made = await signUp(house.world, { name: "cleo", password, email: null })
			if (!made.ok) throw new Error(made.reason)
			person = made.value
			Object.assign(cleo, { origin: house.origin })
			expect((await cleo.send("/login", { name: "cleo", password })).status).toBe(303)
			await say("Only between us.", { group: books })
		})

		it("PRV-03: open with a key of their own, which is shown once and stands nowhere", async () => {
			expect((await cleo.send("/settings/feeds", { group: books.id })).status).toBe(422)
			await join()
			const key = await make()
			for (const name of feeds) {
				const feed = await read(key, name)
				expect([feed.status, feed.text.includes("Only between us."), feed.text.includes(key)]).toEqual([
					200,
					true,
					false,
				])
				expect([feed.headers.get("cache-control"), feed.headers.get("etag")]).toEqual([
					"private, no-store",
					null,
				])
			}
			expect((await cleo.open("/settings/feeds")).text).not.toContain("key=")
			const kept = await house.rows<{ text: string }>(sql`select feed_keys::text as text from feed_keys`)
			expect(kept.map(({ text }) => text.includes(key))).toEqual([false])
			const nothing = await stranger.open("/@nobody/feed.atom")
			for (const path of [
				`/@books/feed.atom?key=${"A".repeat(43)}`,
				"/@books/feed.atom?key=",
				`/@tea/feed.atom?key=${key}`,
				`/@books/tags/secret/feed.atom?key=${key}`,
			]) {
				const closed = await stranger.open(path)
				expect([closed.status, closed.text], path).toEqual([404, nothing.text])
			}
			const second = await make()
			expect([(await read(key)).status, (await read(second)).status]).toEqual([404, 200])
			expect((await cleo.send("/settings/feeds/remove", { group: books.id })).status).toBe(303)
			expect((await read(second)).status).toBe(404)
		})

		it("PRV-10: close at once to whoever leaves, is put out or switched off, and stay closed when they come back", async () => {
			const by = "operator" as const
			const ways: [string, (tx: Transaction) => Promise<Result>][] = [
				["left", (tx) => leaveGroup(house.world, tx, { groupId: books.id, person })],
				[
					"banned",
					async (tx) => {
						const deed = { groupId: books.id, person, by, reason: "Noise", until: null }
						const banned = await banMember(house.world, tx, deed)
						return banned.ok ? done(undefined) : banned
					},
				],
				[
					"switched off",
					(tx) => disableAccount(house.world, tx, { actorId: person.id, by: null, reason: "" }),
				],
			]
			for (const [how, put] of ways) {
				for (const table of ["bans", "members"])
					await house.rows(sql`delete from ${sql.identifier(table)} where actor_id = ${person.id}`)
				await join()
				const key = await make()
				expect((await read(key)).status, how).toBe(200)
				const done = await enacted(put)
				if (!done.ok) throw new Error(done.reason)
				expect((await read(key)).status, how).toBe(404)
				if (how === "switched off") break
				await join()
				expect((await read(key)).status, `${how}, and back`).toBe(404)
			}
		})
	})
})
