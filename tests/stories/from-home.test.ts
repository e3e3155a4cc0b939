import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Browser } from "../support/browser.ts"
import type { Peer } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
let social: Peer
let lemmy: Peer
let forum: Peer
beforeAll(async () => {
	stage = await Stage.open()
	social = stage.peers[0]!
	lemmy = await stage.peer("lemmy")
	forum = await stage.peer("nodebb")
	for (const peer of [lemmy, forum]) peer.person("cleo")
	const template = `${social.origin}/authorize_interaction?uri={uri}`
	social.links = [{ rel: "http://ostatus.org/schema/1.0/subscribe", template }]
})
afterAll(() => stage?.close())

const visit = () => new Browser(stage.snug.origin)
/** Where a page moves on to by itself. */
const onward = (html: string): string | undefined =>
	/<meta http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&")
const asked = (uri: string) => encodeURIComponent(uri)

describe("somebody with an account elsewhere", () => {
	it("joins a group by their handle: their own server's page is one step away, and remembered", async () => {
		const browser = visit()
		expect((await browser.open("/@tea")).text).toContain('action="/@tea/join"')
		for (const typed of [`@bob@${social.host}`, `${social.origin}/@bob`, social.host]) {
			const answer = await browser.send("/@tea/join", { home: typed })
			expect([answer.status, onward(answer.text)]).toEqual([
				200,
				`${social.origin}/authorize_interaction?uri=${asked(stage.tea.id)}`,
			])
			expect(answer.headers.get("cache-control")).toContain("no-store")
		}
		expect((await browser.open("/@books/join")).text).toContain(`value="${social.host}"`)
		const again = await browser.send("/@books/join", { home: "" })
		expect(onward(again.text)).toContain(asked(stage.books.id))
	})

	it("is told what to do by hand, in the words of their software", async () => {
		const browser = visit()
		const lead = await browser.send("/@tea/join", { home: `cleo@${lemmy.host}` })
		expect(onward(lead.text)).toBe(
			`${lemmy.origin}/activitypub/externalInteraction?uri=${asked(stage.tea.id)}`,
		)
		const hand = await browser.send("/@tea/join", { home: `cleo@${forum.host}` })
		expect(hand.text).toContain("choose to track it")
		expect(hand.text).toContain(`value="@tea@${stage.snug.host}"`)
		const code = await browser.open("/@tea/qr.svg")
		expect(code.headers.get("content-type")).toBe("image/svg+xml")
	})

	it("gets another chance when it was nothing, nobody, or this very server", async () => {
		const browser = visit()
		for (const [typed, words] of [
			["bob", "Write it in full"],
			[`@nobody@${social.host}`, "knows nobody of that name"],
			["@bob@localhost:1", "does not answer"],
			[`ana@${stage.snug.host}`, "That is this server"],
		] as const) {
			const answer = await browser.send("/@tea/join", { home: typed })
			expect([answer.status, answer.text.includes(words), onward(answer.text)]).toEqual([
				422,
				true,
				undefined,
			])
			expect(answer.text).toContain('aria-invalid="true"')
		}
		await stage.snug.snug("domain", "block", "localhost:9")
		expect((await browser.send("/@tea/join", { home: "bob@localhost:9" })).text).toContain("nothing to do")
	})

	it("answers a post from their own server: it opens there, or they are given its address", async () => {
		const { note, create } = stage.note(stage.bob)
		expect(await stage.hear(stage.bob, create)).not.toBeUndefined()
		const [post] = await stage.rows<{ id: string }>(sql`select id from posts where uri = ${note.id}`)
		const path = `/@tea/t/${post!.id}/from-home`
		const browser = visit()
		expect((await browser.open(`/@tea/t/${post!.id}`)).text).toContain(`${path}?to=${post!.id}`)
		expect((await browser.open(`${path}?to=${post!.id}`)).text).toContain("Answer from your own server")
		const lead = await browser.send(path, { home: `bob@${social.host}`, to: post!.id })
		expect(onward(lead.text)).toBe(`${social.origin}/authorize_interaction?uri=${asked(note.id)}`)
		const hand = await browser.send(path, { home: `cleo@${forum.host}` })
		expect(hand.text).toContain(`value="${note.id}"`)
		expect((await browser.open(`/@books/t/${post!.id}/from-home`)).status).toBe(404)
	})

	it("is found by their own server's buttons here: our people are led to a group, a post, or nowhere", async () => {
		const jrd = (await (
			await fetch(`${stage.snug.origin}/.well-known/webfinger?resource=acct:ana@${stage.snug.host}`)
		).json()) as { links: { rel: string; template?: string }[] }
		const template = jrd.links.find(({ rel }) => rel.endsWith("/schema/1.0/subscribe"))?.template
		expect(template).toBe(`${stage.snug.origin}/authorize_interaction?uri={uri}`)
		const news = lemmy.person("news", { type: "Group", ownKey: true })
		const to = (uri: string) => `/authorize_interaction?uri=${encodeURIComponent(uri)}`
		const browser = visit()
		expect((await browser.open(to(news.id))).headers.get("location")).toContain(
			"/login?next=%2Fauthorize_inter",
		)
		await browser.send("/login", { name: "ana", password: "correct horse battery staple" })
		expect((await browser.open(to(news.id))).text).toContain("Follow news from here")
		const followed = await browser.send("/authorize_interaction", { uri: news.id })
		expect(followed.headers.get("location")).toBe(`/@news@${lemmy.host}#join`)
		await lemmy.waitFor((r) => r.json?.type === "Follow" && r.json.object === news.id)
		expect((await browser.open(to(stage.bob.id))).text).toContain("People are followed elsewhere")
		expect((await browser.open(to(`@tea@${stage.snug.host}`))).headers.get("location")).toBe("/@tea")
	})

	it("XSS-13: leads nowhere by an address that is none of a thing", async () => {
		const browser = visit()
		await browser.send("/login", { name: "ana", password: "correct horse battery staple" })
		for (const uri of [
			"javascript:alert(1)",
			"//evil.example/x",
			"data:text/html,x",
			`${stage.snug.origin}//evil.example`,
		])
			expect(await browser.open(`/authorize_interaction?uri=${encodeURIComponent(uri)}`), uri).toMatchObject({
				status: 404,
			})
	})

	it("asks another server once for what is asked often, and is stopped when it is too often", async () => {
		const before = social.requests.length
		const browser = visit()
		let status = 200
		let times = 0
		for (; status !== 429 && times < 40; times++)
			status = (await browser.send("/@tea/join", { home: `@eve@${social.host}` })).status
		expect([status, times < 25]).toEqual([429, true])
		expect(social.requests.length - before).toBe(1)
	})
})
