import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findGroup } from "../../db/groups.ts"
import { findPost } from "../../db/posts.ts"
import { tidy } from "../../db/tidy.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import type { Group } from "../../src/groups/group.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { limits } from "../../src/limits.ts"
import { enact } from "../../src/moderation/enact.ts"
import type { Actor } from "../../src/people/actor.ts"
import { rewordPost } from "../../src/posts/reword-post.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"

const minute = 60_000
const day = 24 * 60 * minute
const password = "correct horse battery staple"
let house: House
let books: Group
/** Looks after both groups; bo belongs to both; nora to none. */
let ana: Browser
let bo: Browser
let nora: Browser
let stranger: Browser
const actors = new Map<string, Actor>()

const say = async (by: string, text: string, more: Partial<Parameters<typeof writePost>[1]> = {}) => {
	const writing = { author: actors.get(by)!, group: house.tea, title: null, text, inReplyTo: null }
	const said = await writePost(house.world, { ...writing, ...more })
	if (!said.ok) throw new Error(said.reason)
	return said.value
}
const account = async (name: string, displayName: string): Promise<Browser> => {
	const made = await signUp(house.world, { name, displayName, password, email: null })
	if (made.ok) actors.set(name, made.value)
	const browser = new Browser(house.origin)
	expect((await browser.send("/login", { name, password })).status).toBe(303)
	return browser
}
const join = (name: string, group: Group) =>
	enact(house.world, (tx) =>
		joinGroup(house.world, tx, { group, person: actors.get(name)!, followUri: null }),
	)
/** The names on a page of people, in their order. */
const namesOn = (text: string): string[] =>
	[...text.matchAll(/class="plain name"[^>]*><bdi>([^<]+)</g)].map(([, name]) => name!)

beforeAll(async () => {
	house = await openHouse()
	stranger = new Browser(house.origin)
	ana = new Browser(house.origin)
	expect((await ana.send("/login", { name: "ana", password })).status).toBe(303)
	actors.set("ana", await house.ana())
	bo = await account("bo", "Bo")
	nora = await account("nora", "Nora")
	for (const group of [house.tea, house.books]) await join("bo", group)
	await house.rows(sql`update groups set visibility = 'private' where actor_id = ${house.books.id}`)
	books = (await findGroup(house.world.db, house.books.id))!
})
afterAll(() => house?.close())

describe("the people of a group", () => {
	it("are named in the order of a dictionary, to each other only; others see who looks after it", async () => {
		for (const [name, shown] of [
			["zoe", "zoë"],
			["eda", "Éda"],
			["faye", "faye"],
		] as const) {
			await account(name, shown)
			await join(name, house.tea)
		}
		expect(namesOn((await bo.open("/@tea/people")).text)).toEqual(["ana", "Bo", "Éda", "faye", "zoë"])
		expect(namesOn((await stranger.open("/@tea/people")).text)).toEqual(["ana"])
		expect(namesOn((await nora.open("/@tea/people")).text)).toEqual(["ana"])
		await house.rows(
			sql`insert into members (group_id, actor_id, role) values (${house.tea.id}, ${actors.get("nora")!.id}, 'follower')`,
		)
		expect(namesOn((await nora.open("/@tea/people")).text)).toEqual(["ana"])
		await house.rows(sql`delete from members where actor_id = ${actors.get("nora")!.id}`)
	})

	it("are turned page by page, and those one blocks are left out", async () => {
		await house.rows(sql`with made as (insert into actors (id, uri, local, kind, handle, host, name, url, inbox)
			select gen_random_uuid(), 'https://m.example/' || n, false, 'person', 'p' || n, 'm.example', 'Person ' || lpad(n::text, 3, '0'), 'https://m.example/' || n, 'https://m.example/in'
			from generate_series(1, 120) n returning id)
			insert into members (group_id, actor_id, role) select ${house.tea.id}, id, 'member' from made`)
		const first = (await bo.open("/@tea/people")).text
		const next = /href="(\/@tea\/people\?after=[^"]+)"/.exec(first)?.[1]
		const second = (await bo.open(next!)).text
		const names = [...namesOn(first), ...namesOn(second)]
		expect(names).toHaveLength(125)
		expect(names.slice(3, 6)).toEqual(["faye", "Person 001", "Person 002"])
		expect(names.at(-1)).toBe("zoë")
		expect(second).not.toContain("?after=")
		await house.rows(
			sql`insert into blocks (id, actor_id, domain) values (gen_random_uuid(), ${actors.get("bo")!.id}, 'm.example')`,
		)
		expect(namesOn((await bo.open("/@tea/people")).text)).toEqual(["ana", "Bo", "Éda", "faye", "zoë"])
		await house.rows(sql`delete from blocks`)
		await house.rows(
			sql`delete from members where actor_id in (select id from actors where host = 'm.example')`,
		)
	})

	it("PRV-06: and all of a private group are for its members; to others there is a door at most", async () => {
		await say("bo", "Said between us.", { group: books })
		const tabs = ["people", "about", "decisions"]
		for (const tab of tabs) {
			expect((await bo.open(`/@books/${tab}`)).status, tab).toBe(200)
			for (const other of [stranger, nora]) {
				const [hidden, nothing] = [await other.open(`/@books/${tab}`), await other.open(`/@nobody/${tab}`)]
				expect([hidden.status, hidden.text], tab).toEqual([404, nothing.text])
			}
		}
		expect((await bo.open("/@books/about")).text).toContain("for the people in the group")
		expect((await bo.open("/@books")).text).toContain("Said between us.")
		for (const other of [stranger, nora]) {
			const door = (await other.open("/@books")).text
			expect(door).toContain("What is said behind this door")
			expect(door).not.toMatch(/Said between us|class="tabs"|Bo</)
		}
	})
})

describe("what a group says of itself", () => {
	it("is what its rules are, who looks after it, who can read it and, to its people, where it is heard", async () => {
		await house.friend("gwen", "far.example")
		const text = (await stranger.open("/@tea/about")).text
		expect(text).toContain('id="rules"')
		expect(text).toContain("Everybody. What is said here")
		expect(text).toContain(`@tea@${house.world.origin.host}`.replace("@tea", "@tea<wbr/>"))
		expect(text).not.toContain("far.example")
		expect((await bo.open("/@tea/about")).text).toContain("far.example")
	})
})

describe("the first page of somebody who is signed in", () => {
	/** The row of a group, without its markup. */
	const row = (text: string, group: string): string =>
		(new RegExp(`<h3 dir="auto"><a href="/@${group}">[\\s\\S]*?</li>`).exec(text)?.[0] ?? "")
			.replace(/<[^>]*>/g, " ")
			.replace(/\s+/g, " ")
			.trim()
	const home = async (browser: Browser) => (await browser.open("/")).text

	it("says in words who wrote since they looked, and nothing of what they have read, muted, said or may not see", async () => {
		await house.pass(day)
		for (const path of ["/@tea", "/@books"]) await bo.open(path)
		expect(row(await home(bo), "tea")).toBe("tea Nothing new.")
		await house.pass(day)
		const scones = await say("ana", "Scones today.", { title: "Scones" })
		await say("faye", "With jam.", { inReplyTo: scones.uri })
		await say("bo", "Mine.")
		const text = await home(bo)
		expect(row(text, "tea")).toMatch(/^tea faye and ana wrote since (early )?yesterday/)
		expect(row(text, "books")).toBe("books Nothing new.")
		expect(text).not.toContain("caught up")
		await bo.send(`/@tea/t/${scones.id}/mute`, { mute: "yes" })
		expect(row(await home(bo), "tea")).toBe("tea Nothing new.")
		await bo.send(`/@tea/t/${scones.id}/mute`, { mute: "no" })
		await bo.open(`/@tea/t/${scones.id}`)
		expect(row(await home(bo), "tea")).toBe("tea Nothing new.")
		expect(await home(bo)).toContain("You’re caught up.")
		const held = await say("ana", "Not for now.")
		await house.rows(sql`update shares set state = 'held' where post_id = ${held.id}`)
		expect(row(await home(bo), "tea")).toBe("tea Nothing new.")
	})

	it("has groups of other servers beside those of this one, and doors one is not in below", async () => {
		const text = await home(nora)
		expect(text).toContain("You are in no group yet.")
		expect(text).toMatch(/The groups here[\s\S]*href="\/@tea"/)
		expect(text).not.toContain("/@books")
		const [far] =
			await house.rows(sql`insert into actors (id, uri, local, kind, handle, host, name, url, inbox)
			values (gen_random_uuid(), 'https://far.example/g', false, 'group', 'garden', 'far.example', 'Garden', 'https://far.example/g', 'https://far.example/in') returning id`)
		await house.rows(sql`insert into groups (actor_id) values (${far!.id})`)
		await house.rows(
			sql`insert into members (group_id, actor_id, role) values (${far!.id}, ${actors.get("nora")!.id}, 'member')`,
		)
		const after = await home(nora)
		expect(after).toMatch(/href="\/@garden@far.example">Garden<[\s\S]*far.example/)
		expect(after).toContain("You’re caught up.")
	})

	it("says what waits for those who look after a group, and what one began to write", async () => {
		const nobody = await home(bo)
		expect(nobody).not.toContain("Waiting for you")
		await house.rows(
			sql`insert into members (group_id, actor_id, role, requested_at) values (${house.tea.id}, ${actors.get("nora")!.id}, 'follower', now())`,
		)
		await house.rows(
			sql`insert into reports (id, group_id, words) values (gen_random_uuid(), ${house.tea.id}, 'Hm.')`,
		)
		const text = (await home(ana)).replace(/<[^>]*>/g, "")
		expect(text).toContain("Somebody asks to come into tea.")
		expect(text).toContain("A post waits for a look in tea.")
		expect(text).toContain("Somebody complained in tea.")
		expect(await home(bo)).not.toContain("Waiting for you")
		await house.rows(
			sql`insert into drafts (id, actor_id, group_id, source) values (gen_random_uuid(), ${actors.get("bo")!.id}, ${house.tea.id}, 'What I meant')`,
		)
		expect((await home(bo)).replace(/<[^>]*>/g, "")).toContain("You began to write to tea: What I meant")
	})
})

describe("what is new", () => {
	it("stands above a line in the talk, and is marked in a conversation, as long as one sits there", async () => {
		await house.pass(day)
		const old = await say("ana", "An old one.", { title: "Old" })
		await bo.open("/@tea")
		await bo.open(`/@tea/t/${old.id}`)
		await house.pass(day)
		const young = await say("ana", "A new one.", { title: "Young" })
		await say("ana", "And another thing.", { inReplyTo: old.uri })
		await say("bo", "Quite.", { inReplyTo: old.uri })
		const third = await say("faye", "A third one.", { title: "Third" })
		for (const _ of [1, 2]) {
			const talk = (await bo.open("/@tea")).text
			const [third_, old_, young_, line] = ["Third", "Old", "Young", "New since"].map((word) =>
				talk.indexOf(word, talk.indexOf("conversations")),
			)
			expect(third_).toBeLessThan(old_!)
			expect(old_).toBeLessThan(young_!)
			expect(young_).toBeLessThan(line!)
			const thread = (await bo.open(`/@tea/t/${old.id}`)).text
			expect(thread).toContain("To what is new since")
			expect(thread.match(/class="fresh"/g)).toHaveLength(1)
			expect(thread).toMatch(/class="fresh">New<\/p><article[^>]*>[\s\S]*And another thing/)
		}
		expect((await stranger.open("/@tea")).text).not.toContain("New since")
		expect((await bo.open(`/@tea/t/${third.id}`)).text).not.toContain('class="fresh"')
		expect((await ana.open(`/@tea/t/${young.id}`)).text).not.toContain('class="fresh"')
		await house.pass(day)
		expect((await bo.open("/@tea")).text).not.toContain("New since")
		expect((await bo.open(`/@tea/t/${old.id}`)).text).not.toContain('class="fresh"')
	})

	it("is kept of so many places, for so long, and not of what a browser fetches beforehand", async () => {
		const bo_ = actors.get("bo")!.id
		const marks = () =>
			house.rows(sql`select place_id from read_marks where actor_id = ${bo_} order by seen_at`)
		await house.rows(sql`delete from read_marks`)
		await bo.raw("/@tea", { headers: { accept: "text/html", "sec-purpose": "prefetch;prerender" } })
		await bo.raw("/@tea", { method: "HEAD" })
		expect(await marks()).toEqual([])
		await house.rows(sql`insert into read_marks (actor_id, group_id, place_id, seen_at)
			select ${bo_}, ${house.tea.id}, gen_random_uuid(), now() - n * interval '1 hour' from generate_series(1, ${limits.readMarks}) n`)
		await bo.open("/@tea")
		expect(await marks()).toHaveLength(limits.readMarks)
		expect((await marks()).at(-1)).toEqual({ place_id: house.tea.id })
		await house.rows(
			sql`update read_marks set seen_at = seen_at - interval '180 days' where place_id <> ${house.tea.id}`,
		)
		await house.world.db.transaction((tx) => tidy(tx, house.now()))
		expect(await marks()).toEqual([{ place_id: house.tea.id }])
	})
})

describe("search", () => {
	const found = async (browser: Browser, words: string, group = "tea") => {
		const { text } = await browser.open(`/@${group}/search?q=${encodeURIComponent(words)}`)
		return [...text.matchAll(/<h3[^>]*><a href="[^"]*">([^<]*)</g)].map(([, title]) => title!)
	}
	const sentence = async (words: string) =>
		/role="status">([^<]*)</.exec((await bo.open(`/@tea/search?q=${encodeURIComponent(words)}`)).text)?.[1]

	it("finds words in titles, texts and notes, whatever their form, in the languages of pages", async () => {
		await say("ana", "Die alten *Häuser* am Hafen, „Éclairs“ inklusive.", {
			title: "Spaziergang",
			language: "de",
		})
		await say("faye", "We were walking; they baked quinces.", { title: "Quinces", language: "en" })
		await say("faye", "أحبّ الشاي، خصوصًا في المساء.", { title: "الشاي", language: "ar" })
		await say("faye", "Nobody saw it coming.", { title: "Ending", contentWarning: "spoilers: kumquat" })
		for (const [words, title] of [
			["häuser", "Spaziergang"],
			["HÄUSER", "Spaziergang"],
			["éclairs", "Spaziergang"],
			["spaziergang hafen", "Spaziergang"],
			["walk quince", "Quinces"],
			["الشاي", "الشاي"],
			["kumquat", "Ending"],
		] as const)
			expect(await found(stranger, words), words).toEqual([title])
		const german = new Browser(house.origin)
		const { text } = await german.raw("/@tea/search?q=Haus", {
			headers: { "accept-language": "de", accept: "text/html" },
		})
		expect(text).toContain(">Spaziergang<")
		expect(await found(stranger, '"baked quinces"')).toEqual(["Quinces"])
		expect(await found(stranger, '"quinces baked"')).toEqual([])
		expect(await found(stranger, "quinces -baked")).toEqual([])
	})

	it("has a sentence for what finds nothing, and none of it is a fault", async () => {
		expect(await sentence("")).toBeUndefined()
		expect(await sentence("zyzzyva")).toBe("Nobody here has said that.")
		for (const silly of ["?!", "-quinces", "„“", "()&|<->:*", "\u0000"])
			expect([silly, await sentence(silly)]).toEqual([
				silly,
				silly === "\u0000" ? undefined : "There is no word in it that could be looked for.",
			])
		expect(await sentence("x".repeat(201))).toContain("That is more than can be looked for.")
		expect((await stranger.open("/@tea/search?q=%00&q=2&after=nonsense")).status).toBe(200)
		expect((await stranger.open("/@tea/search?q=%E0%A4%A")).status).toBe(200)
	})

	it("PRV-05: finds nothing that whoever looks may not see, nor an earlier wording, nor what is gone", async () => {
		const inside = await say("bo", "A canary between us.", { group: books, title: "Canary" })
		expect(await found(bo, "canary", "books")).toEqual(["Canary"])
		for (const other of [stranger, nora]) {
			const path = "search?q=canary"
			const [hidden, nothing] = [await other.open(`/@books/${path}`), await other.open(`/@nobody/${path}`)]
			expect([hidden.status, hidden.text]).toEqual([404, nothing.text])
			expect(await found(other, "canary")).toEqual([])
		}
		await house.rows(
			sql`delete from members where group_id = ${books.id} and actor_id = ${actors.get("bo")!.id}`,
		)
		expect((await bo.open("/@books/search?q=canary")).status).toBe(404)
		await join("bo", books)
		const held = await say("ana", "A parrot waits.")
		await house.rows(sql`update shares set state = 'held' where post_id = ${held.id}`)
		const removed = await say("ana", "A parrot goes.")
		await house.rows(sql`update shares set state = 'removed' where post_id = ${removed.id}`)
		const changed = await say("ana", "A parrot talks.")
		await enact(house.world, async (tx) =>
			rewordPost(house.world, tx, {
				author: actors.get("ana")!,
				post: (await findPost(tx, changed.id))!,
				text: "A cockatoo talks.",
			}),
		)
		for (const browser of [ana, bo, stranger]) expect(await found(browser, "parrot")).toEqual([])
		expect(await found(stranger, "cockatoo")).toEqual(["A cockatoo talks."])
		expect((await stranger.open(`/@tea/search?q=${inside.id}`)).text).not.toContain("canary between")
	})

	it("is turned page by page, the latest first, with the words around what was found", async () => {
		const lead =
			"Once upon a time there was a very long beginning that said nothing of what it was about, and went on and on, and on, until there came"
		for (let n = 0; n < 23; n++) await say("bo", `${lead} a walrus, number ${n}.`)
		const first = (await bo.open("/@tea/search?q=walrus")).text
		const next = /href="([^"]+after=[^"]+)"/.exec(first)?.[1]?.replaceAll("&amp;", "&")
		const second = (await bo.open(next!)).text
		const numbers = [...`${first}${second}`.matchAll(/…[^<]*a walrus, number (\d+)\./g)].map(([, n]) =>
			Number(n),
		)
		expect(numbers).toEqual(Array.from({ length: 23 }, (_, n) => 22 - n))
	})

	it("has turns: strangers fewer, and who has had theirs is told to wait", async () => {
		const ask = () => stranger.open("/@tea/search?q=tea")
		let answer = await ask()
		for (let n = 0; n < limits.searchesFrom.most && answer.status === 200; n++) answer = await ask()
		expect(answer.status).toBe(429)
		expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0)
		expect((await bo.open("/@tea/search?q=tea")).status).toBe(200)
		await house.pass(minute)
		expect((await ask()).status).toBe(200)
	})
})

describe("the weeks of a group", () => {
	it("hold what was begun in them, by the calendar of the reader; empty ones are skipped", async () => {
		const at = async (when: string, title: string) => {
			const { id } = await say("bo", "…", { title })
			await house.rows(sql`update shares set shared_at = ${when} where post_id = ${id}`)
		}
		await at("2020-12-27T23:30:00Z", "Sunday night")
		await at("2021-01-04T09:00:00Z", "Monday")
		await at("2021-01-02T09:00:00Z", "Saturday")
		await at("2021-03-01T09:00:00Z", "March")
		const titles = (text: string) =>
			[...text.matchAll(/<h3[^>]*><a[^>]*>([^<]*)</g)].map(([, title]) => title)
		const week = (await stranger.open("/@tea/w/2020-W53")).text
		expect(titles(week)).toEqual(["Saturday"])
		expect(week).toMatch(/28 December 2020\s–\s3 January 2021/)
		expect(week).toMatch(/href="\/@tea\/w\/2020-W52" rel="prev"[\s\S]*href="\/@tea\/w\/2021-W01" rel="next"/)
		const after = (await stranger.open("/@tea/w/2021-W01")).text
		expect(after).toContain('href="/@tea/w/2021-W09" rel="next"')
		await house.rows(
			sql`update accounts set time_zone = 'Europe/Berlin' where actor_id = ${actors.get("bo")!.id}`,
		)
		expect(titles((await bo.open("/@tea/w/2020-W53")).text)).toEqual(["Sunday night", "Saturday"])
		await house.rows(sql`update accounts set time_zone = null`)
		const empty = (await stranger.open("/@tea/w/2021-W05")).text
		expect(empty).toContain("Nobody began a conversation that week.")
		expect(empty).toMatch(/2021-W01[\s\S]*2021-W09/)
		for (const odd of ["2021-W53", "2020-W00", "2020-W1", "0000-W01", "9999-W99", "x"])
			expect((await stranger.open(`/@tea/w/${odd}`)).status, odd).toBe(404)
		expect((await stranger.open("/@tea/w")).headers.get("location")).toMatch(/^\/@tea\/w\/20\d\d-W\d\d$/)
		for (const path of ["w", "w/2020-W53"])
			expect([path, (await stranger.open(`/@books/${path}`)).status]).toEqual([path, 404])
	})
})
