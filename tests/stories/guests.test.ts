import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { PeerOAuth } from "../support/peer/oauth.ts"
import type { Json, Peer, Person } from "../support/peer.ts"
import { Stage } from "../support/stage.ts"

let stage: Stage
let social: Peer
let oauth: PeerOAuth
let zoe: Person
beforeAll(async () => {
	stage = await Stage.open()
	social = stage.peers[0]!
	oauth = new PeerOAuth(social)
	social.links = [
		{
			rel: "http://ostatus.org/schema/1.0/subscribe",
			template: `${social.origin}/authorize_interaction?uri={uri}`,
		},
	]
	zoe = social.person("zoe", { ownKey: true })
})
afterAll(() => stage?.close())

const visit = () => new Browser(stage.snug.origin)
const onward = (html: string): string =>
	/<meta http-equiv="refresh" content="0;url=([^"]+)"/.exec(html)?.[1]?.replaceAll("&amp;", "&") ?? ""
/** Somebody who has said yes on their own server, and come back. */
const guest = async (name: string, next = "/"): Promise<Browser> => {
	const browser = visit()
	const lead = await browser.send("/login/elsewhere", { home: `@${name}@${social.host}`, next })
	const back = await oauth.approve(onward(lead.text), name)
	const answer = await browser.open(back.pathname + back.search)
	expect([answer.status, answer.headers.get("location")], answer.text).toEqual([303, next])
	return browser
}
const isIn = async (browser: Browser) => (await browser.open("/visiting")).status === 200

describe("a guest, whose account is on another server", () => {
	it("joins by handle, signs in with that account, posts from home, belongs, and leaves", async () => {
		const browser = visit()
		const lead = await browser.send("/@tea/join", { home: `@zoe@${social.host}` })
		expect(onward(lead.text)).toContain(encodeURIComponent(stage.tea.id))
		await stage.join(zoe)
		const { note, create } = stage.note(zoe, { content: "<p>Good evening from home.</p>" })
		await stage.hear(zoe, create)
		const here = await guest("zoe", "/@tea")
		const page = await here.open("/@tea")
		expect(page.text).toContain("Good evening from home.")
		expect(page.text).toContain("You are a member.")
		expect(page.text).toContain("To say something, write a post on")
		expect(page.text).not.toContain('href="/@tea/write"')
		expect(page.headers.get("cache-control")).toBe("private, no-store")
		expect((await here.open("/visiting")).text).toContain("The tea circle")
		const [post] = await stage.rows<{ id: string }>(sql`select id from posts where uri = ${note.id}`)
		const thread = await here.open(`/@tea/t/${post!.id}`)
		expect(thread.text).toContain(`value="@zoe@${social.host}"`)
		expect(thread.text).not.toContain("Say thanks")
		const left = await here.send("/@tea/leave", {})
		expect(left.headers.get("location")).toBe("/@tea#join")
		await social.waitFor((r) => r.json?.type === "Reject" && r.json.to?.[0] === zoe.id)
		expect(await stage.isMember(zoe)).toBe(false)
		await eventually(() => expect(zoe.follows(stage.tea.id)).toBe(false))
	})

	it("is asked for their name alone, registers once, and leaves no key behind", async () => {
		await guest("bob")
		await guest("eve")
		expect(oauth.times("/api/v1/apps")).toBe(1)
		expect([...oauth.apps.values()][0]!.scopes).toEqual(["profile"])
		expect(oauth.tokens.size).toBe(0)
		const kept = JSON.stringify(
			await stage.rows(sql`select *, encode(sealed, 'escape') as text from home_apps`),
		)
		for (const [id, { secret }] of oauth.apps) {
			expect(kept).not.toContain(id)
			expect(kept).not.toContain(secret)
		}
		expect(await stage.rows(sql`select 1 from visits`)).toEqual([])
	})

	it("reports to those who look after the group, and may do nothing that needs an account here", async () => {
		const { note, create } = stage.note(stage.eve)
		await stage.hear(stage.eve, create)
		const [post] = await stage.rows<{ id: string }>(sql`select id from posts where uri = ${note.id}`)
		const here = await guest("bob")
		const report = `/@tea/p/${post!.id}/report`
		expect((await here.open(`/@tea/t/${post!.id}`)).text).toContain(report)
		expect((await here.send(report, { words: "It is too loud.", about: "post" })).status).toBe(200)
		const [kept] = await stage.rows(
			sql`select a.uri from reports r join actors a on a.id = r.reporter_id where r.words = 'It is too loud.'`,
		)
		expect(kept?.uri).toBe(stage.bob.id)
		for (const path of [
			`/@tea/p/${post!.id}/thanks`,
			`/@tea/p/${post!.id}/keep`,
			"/@tea/write",
			"/settings/profile",
		]) {
			const answer = await here.send(path, { wish: "thanks", text: "Hello", do: "send", id: post!.id })
			expect([path, answer.status]).toEqual([path, 403])
			expect(answer.text).toContain("on your own server")
		}
		for (const path of ["/drafts", "/bookmarks", "/settings", "/@tea/write", "/authorize_interaction?uri=x"])
			expect([path, (await here.open(path)).status]).toEqual([path, 403])
		expect(await stage.rows(sql`select 1 from reactions`)).toEqual([])
	})

	it("looks after a group from there, once they help to", async () => {
		const [bob] = [`@bob@${social.host}`]
		expect((await (await guest("bob")).open("/@tea/desk")).status).toBe(404)
		await stage.snug.snug("member", "promote", "tea", bob)
		const here = await guest("bob")
		const { note, create } = stage.note(stage.eve)
		await stage.hear(stage.eve, create)
		const [post] = await stage.rows<{ id: string }>(sql`select id from posts where uri = ${note.id}`)
		expect((await here.open("/@tea/desk")).status).toBe(200)
		const done = await here.send("/@tea/desk/remove", { post: post!.id, reason: "Not tea." })
		expect(done.headers.get("location")).toContain("done=remove")
		expect(await stage.sharedIn(note.id)).toEqual([])
		const face = { name: "Tea and talk", about: "A pot a week.", hue: "150" }
		expect((await here.open("/@tea/settings")).text).toContain('href="/@tea/settings/name"')
		expect((await here.send("/@tea/settings/name", face)).headers.get("location")).toBe(
			"/@tea/settings/name?kept=1",
		)
		expect((await here.open("/@tea")).text).toContain("Tea and talk")
		for (const path of ["/@tea/settings/words", "/@tea/settings/ways"])
			expect([path, (await here.open(path)).status]).toEqual([path, 404])
		expect((await here.send("/@tea/settings/ways", {})).status).toBe(404)
		expect((await here.open("/@tea/settings/close")).status).toBe(403)
		expect((await here.send("/@tea/settings/close", {})).status).toBe(403)
		const [letters, keepers] = ["/@tea/desk/letters", "/@tea/settings"]
		await stage.snug.snug("domain", "block", social.host, "--group", "tea")
		for (const path of ["/@tea/desk", letters, keepers])
			expect([path, (await here.open(path)).status]).toEqual([path, 404])
		await stage.snug.snug("domain", "allow", social.host, "--group", "tea")
		expect((await here.open(letters)).status).toBe(200)
		await stage.snug.snug("member", "demote", "tea", bob)
		for (const path of ["/@tea/desk", "/@tea/settings", "/@tea/settings/name"])
			expect([path, (await here.open(path)).status]).toEqual([path, 404])
		expect((await here.send("/@tea/settings/name", face)).status).toBe(404)
	})

	it("comes in by a code in a direct message where there is no other way, and goes", async () => {
		const lemmy = await stage.peer("lemmy")
		const cleo = lemmy.person("cleo", { ownKey: true })
		const browser = visit()
		const none = await browser.send("/login/elsewhere", { home: `@cleo@${lemmy.host}`, next: "/@tea" })
		expect(none.text).toContain("has no way to tell us who you are")
		const form = { home: `@cleo@${lemmy.host}`, next: "/@tea", way: "code" }
		expect((await browser.send("/login/elsewhere", form)).headers.get("location")).toBe(
			"/login/elsewhere/code",
		)
		const message = (await lemmy.waitFor((r) => r.json?.type === "Create" && r.json.to?.[0] === cleo.id))
			.json as Json
		expect([message.object.type, message.to, message.cc]).toEqual(["ChatMessage", [cleo.id], undefined])
		const code = /<strong>(\d{4} \d{4})<\/strong>/.exec(message.object.content)![1]!
		const [event] = await stage.rows(sql`select facts::text from events where type = 'visit-code-sent'`)
		expect(JSON.stringify(event)).not.toContain(code.replace(" ", ""))
		const entered = await browser.send("/login/elsewhere/code", { code })
		expect([entered.status, entered.headers.get("location")]).toEqual([303, "/@tea"])
		expect((await browser.open("/visiting")).text).toContain(`@cleo@${lemmy.host}`)
		const other = await guest("bob")
		await other.send("/visiting/end", {})
		expect([await isIn(browser), await isIn(other)]).toEqual([true, false])
		await stage.snug.snug("domain", "block", lemmy.host)
		expect(await isIn(browser)).toBe(false)
	})

	it("gets the code from a group they belong to, whose word they know", async () => {
		const form = { home: `@eve@${social.host}`, way: "code" }
		await visit().send("/login/elsewhere", form)
		const isCode = (json: Json) => /<strong>\d{4} \d{4}</.test(json?.object?.content ?? "")
		const { json } = await social.waitFor((r) => isCode(r.json as Json))
		expect([json?.actor, json?.object.type, json?.object.tag[0].href]).toEqual([
			stage.tea.id,
			"Note",
			stage.eve.id,
		])
	})
})
