import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { findGroup } from "../../db/groups.ts"
import type { Group } from "../../src/groups/group.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { Browser } from "../support/browser.ts"
import { type House, openHouse } from "./house.ts"

const password = "correct horse battery staple"
const canary = "canary4f1d"
const accepts = [
	"text/html",
	"application/activity+json",
	'application/ld+json; profile="https://www.w3.org/ns/activitystreams"',
	"application/json",
	"*/*",
]
let house: House
/** Books is private; tea is for everybody, and wants to be found. */
let books: Group
let ana: Browser
let stranger: Browser
let inside: { id: string; uri: string }
let answer: { id: string; uri: string }

const say = async (group: Group, text: string, more: Partial<Parameters<typeof writePost>[1]> = {}) => {
	const writing = { author: await house.ana(), group, title: null, text, inReplyTo: null, ...more }
	const said = await writePost(house.world, writing)
	if (!said.ok) throw new Error(said.reason)
	return said.value
}
const ask = (path: string, accept: string) => stranger.raw(path, { headers: { accept } })

beforeAll(async () => {
	house = await openHouse()
	stranger = new Browser(house.origin)
	ana = new Browser(house.origin)
	expect((await ana.send("/login", { name: "ana", password })).status).toBe(303)
	await house.rows(
		sql`update groups set visibility = 'private', about = ${canary}, rules = ${canary}, indexed = true where actor_id = ${house.books.id}`,
	)
	books = (await findGroup(house.world.db, house.books.id))!
	inside = await say(books, `Between us: ${canary}. #${canary}`, { title: canary, contentWarning: canary })
	answer = await say(books, `And more: ${canary}.`, { inReplyTo: inside.uri })
	await house.settled()
})
afterAll(() => house?.close())

describe("what is said in a private group", () => {
	it("PRV-01: is answered to a stranger like what never was, in whatever form they ask", async () => {
		const events = await house.rows(
			sql`select id from events where group_id = ${books.id} and type = 'post-shared'`,
		)
		const paths = (id: string) => [
			`/ap/posts/${id}`,
			`/ap/posts/${id}/create`,
			`/ap/posts/${id}/replies`,
			`/ap/threads/${id}`,
		]
		for (const accept of accepts) {
			const [never, ...none] = [randomUUID(), randomUUID()]
			const unknown = await Promise.all(paths(never).map((path) => ask(path, accept)))
			for (const id of [inside.id, answer.id]) {
				const asked = await Promise.all(paths(id).map((path) => ask(path, accept)))
				for (const [index, seen] of asked.entries())
					expect([seen.status, seen.text.replaceAll(id, never)], `${paths(id)[index]} ${accept}`).toEqual([
						404,
						unknown[index]!.text,
					])
			}
			const activity = await ask(`/ap/activities/${none[0]}/announce`, accept)
			expect(events.length).toBeGreaterThan(0)
			for (const { id } of events)
				for (const kind of ["announce", "announce-create", "create"]) {
					const seen = await ask(`/ap/activities/${id}/${kind}`, accept)
					expect([seen.status, seen.text.length]).toEqual([404, activity.text.length])
				}
		}
	})

	it("PRV-02: is in no list that a stranger can read, and neither are its people nor their number", async () => {
		const base = new URL(books.uri).pathname
		for (const list of ["outbox", "followers", "featured", "moderators"])
			for (const accept of accepts) {
				const { text, status } = await ask(`${base}/${list}`, accept)
				expect(text, list).not.toMatch(new RegExp(`${canary}|${inside.id}|${answer.id}|/ap/people/`))
				if (status === 200 && accept.includes("json")) {
					const { totalItems = 0, orderedItems = [], items = [] } = JSON.parse(text)
					expect([list, totalItems, orderedItems, items]).toEqual([list, 0, [], []])
				}
			}
	})

	it("PRV-15: is kept by no cache on the way, whoever may see it", async () => {
		const thread = `t/${inside.id}`
		const pages = ["", thread, "people", "about", "decisions", `search?q=${canary}`, "w", `tags/${canary}`]
		for (const path of ["/", "/@tea", ...pages.map((page) => `/@books/${page}`)]) {
			const seen = await ana.open(path.replace(/\/$/, "") || "/")
			expect([path, seen.status < 400]).toEqual([path, true])
			if (seen.status !== 200) continue
			expect([path, seen.headers.get("cache-control")]).toEqual([path, "private, no-store"])
			expect(seen.headers.get("vary")).toContain("Cookie")
			expect([path, seen.headers.get("etag")]).toEqual([path, null])
		}
	})

	it("PRV-17: stands in no head, preview, list or manifest that a stranger is given", async () => {
		const url = encodeURIComponent(`${house.origin}/@books/t/${inside.id}`)
		const door = encodeURIComponent(`${house.origin}/@books`)
		const paths = [
			"/@books",
			`/oembed?url=${url}`,
			`/oembed?url=${door}`,
			"/sitemap.xml",
			"/manifest.webmanifest",
			"/robots.txt",
			"/",
		]
		const handle = encodeURIComponent(`acct:books@${house.world.origin.host}`)
		for (const path of [...paths, `/.well-known/webfinger?resource=${handle}`])
			for (const accept of accepts) {
				const { text } = await ask(path, accept)
				expect(text, path).not.toMatch(new RegExp(`${inside.id}|Between us|And more`))
			}
		expect((await stranger.open("/@books")).text).not.toMatch(/og:|oembed|canonical/)
		expect((await stranger.open("/sitemap.xml")).text).not.toContain("books")
		const [hidden, never] = [
			await stranger.open(`/oembed?url=${url}`),
			await stranger.open(`/oembed?url=${encodeURIComponent(`${house.origin}/@books/t/${randomUUID()}`)}`),
		]
		expect([hidden.status, hidden.text]).toEqual([404, never.text])
		expect((await ana.open(`/oembed?url=${url}`)).status).toBe(404)
		expect((await ana.open(`/@books/t/${inside.id}`)).text).not.toMatch(/og:|oembed|canonical/)
	})
})

describe("what everybody may read", () => {
	const oembed = (path: string, more = "") =>
		stranger.open(`/oembed?url=${encodeURIComponent(new URL(path, house.origin).href)}${more}`)

	it("is left out by search engines and previews until the group says otherwise", async () => {
		const { id } = await say(house.tea, "The kettle is on.", { title: "Kettle" })
		for (const path of ["/@tea", "/@tea/about", `/@tea/t/${id}`, "/@tea/people", "/@tea/search", "/@ana"]) {
			const seen = await stranger.open(path)
			expect([path, seen.headers.get("x-robots-tag")?.split(",")[0]]).toEqual([path, "noindex"])
			expect(seen.text).not.toMatch(/og:|oembed/)
		}
		expect((await stranger.open("/")).headers.get("x-robots-tag")).toBeNull()
		expect((await oembed(`/@tea/t/${id}`)).status).toBe(404)
		expect((await stranger.open("/sitemap.xml")).text).not.toContain("<loc>")
	})

	it("shows what it is where somebody puts a link to it, when the group wants to be found", async () => {
		await house.rows(sql`update groups set indexed = true where actor_id = ${house.tea.id}`)
		const { id } = await say(house.tea, "Steep it <b>long</b> & well.", { title: 'Tea & "toast"' })
		const covered = await say(house.tea, "They arrive.", { title: "End", contentWarning: "the last page" })
		const thread = await stranger.open(`/@tea/t/${id}`)
		expect(thread.headers.get("x-robots-tag")).toBeNull()
		expect(thread.text).toContain('<meta property="og:title" content="Tea &amp; &quot;toast&quot;"/>')
		expect(thread.text).toContain(`<link rel="canonical" href="${house.origin}/@tea/t/${id}-tea-toast"/>`)
		expect(thread.text).toContain('<meta property="og:type" content="article"/>')
		const end = await stranger.open(`/@tea/t/${covered.id}`)
		expect(/<head>[\s\S]*<\/head>/.exec(end.text)![0]).not.toContain("They arrive")
		expect(end.text).toContain('content="Content note: the last page"')
		const told = await oembed(`/@tea/t/${id}-tea-toast`)
		expect(told.headers.get("access-control-allow-origin")).toBe("*")
		expect(JSON.parse(told.text)).toMatchObject({
			version: "1.0",
			type: "link",
			title: 'Tea & "toast"',
			author_name: "ana",
			author_url: `${house.origin}/@ana`,
			provider_url: house.origin,
		})
		expect(JSON.parse((await oembed("/@tea")).text)).toMatchObject({ type: "link", title: "tea" })
		expect((await oembed("/@tea", "&format=xml")).status).toBe(501)
		for (const odd of ["/", "/@nobody", "/@ana", "/@tea/t/x", "https://m.example/@tea", "not an address"])
			expect([odd, (await stranger.open(`/oembed?url=${encodeURIComponent(odd)}`)).status]).toEqual([
				odd,
				404,
			])
		const map = (await stranger.open("/sitemap.xml")).text
		expect([...map.matchAll(/<loc>([^<]*)</g)].map(([, url]) => url)).toEqual([
			`${house.origin}/@tea`,
			`${house.origin}/@tea/about`,
		])
		expect((await stranger.open("/robots.txt")).text).toContain(`Sitemap: ${house.origin}/sitemap.xml`)
		for (const path of ["/@tea/search?q=tea", "/@tea/w", "/@tea/decisions", "/@tea/people"])
			expect([path, (await stranger.open(path)).headers.get("x-robots-tag") ?? "noindex"]).toEqual([
				path,
				expect.stringMatching(/^noindex\b/),
			])
		await house.rows(sql`update shares set state = 'removed' where post_id = ${id}`)
		expect((await oembed(`/@tea/t/${id}`)).status).toBe(404)
	})

	it("comes with a manifest that browsers take", async () => {
		const seen = await stranger.open("/manifest.webmanifest")
		expect(seen.headers.get("content-type")).toContain("application/manifest+json")
		expect(JSON.parse(seen.text)).toMatchObject({ start_url: "/", icons: [{ src: "/favicon.svg" }] })
		const page = await stranger.open("/")
		expect(page.text).toContain('<link rel="manifest" href="/manifest.webmanifest"/>')
		expect(page.headers.get("content-security-policy")).toContain("manifest-src 'self'")
	})
})
