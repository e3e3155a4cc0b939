import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import type { Json, Peer, Person } from "../support/peer.ts"
import { type Snug, startSnug } from "../support/snug.ts"
import { Stage } from "../support/stage.ts"

const password = "correct horse battery staple"
const folder = mkdtempSync(join(tmpdir(), "snug-desk-"))
const passwordFile = join(folder, "password")
writeFileSync(passwordFile, password)

let stage: Stage<Snug>
let mastodon: Peer
let lemmy: Peer
let ann: Person
let desk: Browser

const visit = () => new Browser(stage.snug.origin)
const signedIn = async (name: string): Promise<Browser> => {
	const browser = visit()
	const answer = await browser.send("/login", { name, password, next: "/@tea/desk" })
	expect(answer.status).toBe(303)
	return browser
}
const decisions = async () => (await visit().open("/@tea/decisions")).text
const rowId = async (query: ReturnType<typeof sql>): Promise<string> =>
	(await stage.rows<{ id: string }>(query))[0]!.id
const postId = (note: Json) => eventually(async () => rowId(sql`select id from posts where uri = ${note.id}`))
const personId = (person: Person) => rowId(sql`select id from actors where uri = ${person.id}`)
const events = async (type: string) =>
	(await stage.rows(sql`select id from events where type = ${type}`)).length
const announces = (peer: Peer, note: Json) =>
	peer.received
		.filter((r) => r.json?.type === "Announce" && r.json.object === note.id)
		.map((r) => r.json.id as string)

beforeAll(async () => {
	stage = await Stage.apart({ TRUSTED_PROXIES: "" })
	mastodon = stage.peers[0]!
	lemmy = await stage.peer("lemmy")
	ann = lemmy.person("ann", { ownKey: true })
	await stage.join(ann, await ann.lookUp(`@tea@${stage.snug.host}`))
	await stage.snug.snug(
		"account",
		"create",
		"mo",
		"--password-file",
		passwordFile,
		"--email",
		"Mo@Example.org",
	)
	await stage.snug.snug("group", "create", "chess", "--name", "Chess", "--owner", "mo")
	desk = await signedIn("ana")
})
afterAll(async () => {
	await stage?.close()
	rmSync(folder, { recursive: true, force: true })
})

describe("signing in", () => {
	it("AUT-05: gives a cookie that only this server sees, keeps only its hash, and a new one each time", async () => {
		const browser = visit()
		const answer = await browser.send("/login", { name: "@ana", password, next: "/@tea/desk" })
		expect(answer.headers.get("location")).toBe("/@tea/desk")
		const cookie = answer.headers.get("set-cookie")!
		expect(cookie).toMatch(/^snug=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/)
		const token = /snug=([\w-]+)/.exec(cookie)![1]!
		expect(JSON.stringify(await stage.rows(sql`select * from sessions`))).not.toContain(token)
		const again = await browser.send("/login", { name: `ana@${stage.snug.host}`, password })
		expect(again.headers.get("location")).toBe("/")
		expect(browser.cookies.get("snug")).not.toBe(token)
		const old = visit()
		old.cookies.set("snug", token)
		expect((await old.open("/@tea/desk")).status).toBe(303)
	})

	it("AUT-05: gives one for https alone where the server is reached by https", async () => {
		const admin = { ADMIN_USERNAME: "ana", ADMIN_PASSWORD: password, WEB_ORIGIN: "https://snug.example" }
		const snug = await startSnug(admin)
		try {
			const browser = new Browser(snug.origin)
			const strange = await browser.send("/login", { name: "ana", password })
			expect(strange.status).toBe(403)
			const answer = await browser.send(
				"/login",
				{ name: "ana", password },
				{ origin: "https://snug.example" },
			)
			expect(answer.headers.get("set-cookie")).toMatch(
				/^__Host-snug=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
			)
			const out = await browser.send("/logout", {}, { origin: "https://snug.example" })
			expect(out.headers.get("set-cookie")).toMatch(/^__Host-snug=; Max-Age=0; Path=\/; .*Secure/)
		} finally {
			await snug.close()
		}
	})

	it("knows an e-mail address in any capitals", async () => {
		expect((await visit().send("/login", { name: "mo@example.ORG", password })).status).toBe(303)
	})

	it("ends for good with signing out", async () => {
		const browser = await signedIn("ana")
		const token = browser.cookies.get("snug")!
		expect((await browser.open("/")).text).toContain("Sign out")
		expect((await browser.open("/logout")).status).toBe(404)
		expect((await browser.open("/")).text).toContain("Sign out")
		expect((await browser.send("/logout", {})).status).toBe(303)
		expect(browser.cookies.has("snug")).toBe(false)
		browser.cookies.set("snug", token)
		expect((await browser.open("/")).text).not.toContain("Sign out")
	})

	it("shows who is signed in and what they look after, to nobody else and to no cache", async () => {
		const home = await desk.open("/")
		expect(home.text).toContain("Desk of <bdi>The tea circle</bdi>")
		expect(home.headers.get("cache-control")).toBe("private, no-store")
		expect((await visit().open("/")).text).not.toContain("Desk of")
	})

	it("leads nowhere but here afterwards", async () => {
		for (const next of [
			"//evil.example",
			"/\\evil.example",
			"/\t/evil.example",
			"https:evil.example",
			"javascript:alert(1)",
		]) {
			const answer = await visit().send("/login", { name: "ana", password, next })
			expect(answer.headers.get("location"), next).toBe("/")
		}
		expect((await desk.open("/login?next=//evil.example")).headers.get("location")).toBe("/")
	})

	it("says the same of a wrong password and of nobody, and shows no password again", async () => {
		const [wrong, nobody] = await Promise.all(
			["mo", "nobody_here"].map((name) => visit().send("/login", { name, password: "wrong horse battery" })),
		)
		expect([wrong!.status, nobody!.status]).toEqual([422, 422])
		expect(wrong!.text).not.toContain("wrong horse")
		expect(wrong!.text.replaceAll('value="mo"', "")).toBe(nobody!.text.replaceAll('value="nobody_here"', ""))
	})
})

describe("forms from elsewhere", () => {
	const evil = { origin: "https://evil.example", "sec-fetch-site": "cross-site" }
	it.each([
		["another server's", evil],
		["a sandbox's", { origin: "null", "sec-fetch-site": "cross-site" }],
		["another port's", { origin: "http://localhost:1", "sec-fetch-site": "same-site" }],
		["one that says ours, but the browser knows better", { "sec-fetch-site": "cross-site" }],
		["one that says nothing", {}],
	] as [string, Record<string, string>][])("%s is refused everywhere", async (_, headers) => {
		const before = await stage.state()
		for (const path of [
			"/login",
			"/logout",
			"/@tea/desk/ban",
			"/@tea/desk/filter",
			"/@tea/desk/nothing",
			"/@none/desk/ban",
		])
			for (const type of [
				"application/x-www-form-urlencoded",
				"Application/X-WWW-Form-Urlencoded",
				"text/plain",
				"application/json",
				"",
			]) {
				const answer = await desk.raw(path, {
					method: "POST",
					body: "word=x&effect=hold",
					headers: { ...headers, "content-type": type },
				})
				expect(answer.status, `${path} ${type}`).toBe(403)
			}
		expect(await stage.state()).toBe(before)
	})

	it("takes only forms, and small ones", async () => {
		const own = { origin: stage.snug.origin }
		for (const type of ["text/plain", "application/json", ""]) {
			const answer = await desk.raw("/@tea/desk/filter", {
				method: "POST",
				body: "word=x&effect=hold",
				headers: { ...own, "content-type": type },
			})
			expect(answer.status, type).toBe(415)
		}
		expect((await desk.send("/@tea/desk/filter", { word: "x".repeat(30_000), effect: "hold" })).status).toBe(
			413,
		)
		const torn = { ...own, "content-type": "multipart/form-data; boundary=x" }
		expect(
			(await desk.raw("/@tea/desk/filter", { method: "POST", body: "--x\r\ntorn", headers: torn })).status,
		).toBe(422)
	})
})

describe("a desk", () => {
	it("is for those who look after the group; for others it is not there", async () => {
		const mo = await signedIn("mo")
		expect((await mo.open("/@chess/desk")).status).toBe(200)
		const unknown = await mo.open("/@nothing_here/desk")
		for (const path of ["/@tea/desk", "/@mo/desk", "/@nothing_here", "/nothing"]) {
			const page = await mo.open(path)
			expect([page.status, page.text], path).toEqual([404, unknown.text])
		}
		expect((await mo.send("/@tea/desk/filter", { word: "tea", effect: "hold" })).status).toBe(404)
		expect((await desk.send("/@chess/desk/filter", { word: "tea", effect: "hold" })).status).toBe(404)
	})

	it("asks whoever is not signed in to do so, whether or not there is such a group", async () => {
		for (const handle of ["tea", "nothing_here"]) {
			const page = await visit().open(`/@${handle}/desk`)
			expect([page.status, page.headers.get("location")]).toEqual([303, `/login?next=%2F%40${handle}%2Fdesk`])
		}
	})

	it("is kept by no cache and found by no search", async () => {
		const page = await desk.open("/@tea/desk")
		expect(page.headers.get("cache-control")).toBe("private, no-store")
		expect(page.headers.get("x-robots-tag")).toContain("noindex")
		expect(page.text.match(/<script[^>]*>/g)).toEqual([
			expect.stringMatching(/^<script src="\/static\/htmx\.[0-9a-f]{12}\.js" defer/),
		])
	})

	it("closes at once for a moderator who is one no longer", async () => {
		await stage.rows(sql`insert into members (group_id, actor_id, role) select g.id, p.id, 'moderator' from actors g, actors p
			where g.handle = 'tea' and p.handle = 'mo' and g.local and p.local`)
		const mo = await signedIn("mo")
		expect((await mo.open("/@tea/desk")).status).toBe(200)
		await stage.snug.snug("member", "demote", "tea", `@mo@${stage.snug.host}`)
		expect((await mo.open("/@tea/desk")).status).toBe(404)
		expect((await mo.send("/@tea/desk/filter", { word: "tea", effect: "hold" })).status).toBe(404)
		expect((await mo.open("/")).text).not.toContain("Desk of <bdi>The tea circle</bdi>")
	})
})

describe("what a moderator does", () => {
	let held: Json
	let heldId: string

	it("puts a word on the list, so that a post waits and its author hears of it", async () => {
		const done = await desk.follow(await desk.send("/@tea/desk/filter", { word: "Samovar", effect: "hold" }))
		expect(done.text).toContain("The word is on the list.")
		held = (await stage.bob.post({ text: "My samovar, at last.", mention: stage.tea })).note
		heldId = await postId(held)
		const page = await desk.open("/@tea/desk")
		expect(page.text).toContain("My samovar, at last.")
		const told = await mastodon.waitFor(
			(r) => r.json?.type === "Create" && r.json.object?.content?.includes("/status/"),
		)
		const status = await visit().open(/\/@tea\/status\/[0-9a-f-]+/.exec(told.json.object.content)![0])
		expect(status.text).toContain("Your post is waiting.")
		expect(status.text).not.toContain("samovar")
		expect(status.headers.get("cache-control")).toBe("private, no-store")
		expect(announces(mastodon, held)).toEqual([])
	})

	it("sees all of a post that waits: its title, and what it lets people choose from", async () => {
		const words = ["--title", "An odd title", "--text", "Whose samovar?", "--poll", "Yours", "--poll", "Mine"]
		const asked = await stage.snug.snug("post", "submit", "tea", "--as", "mo", ...words)
		expect(asked.state).toBe("held")
		const { text } = await desk.open("/@tea/desk")
		for (const part of ["An odd title", "Whose samovar?", "Yours", "Mine"]) expect(text).toContain(part)
		// It has no page of its own yet, not even for those who decide about it.
		expect(text).not.toContain(`href="${asked.url}"`)
		await desk.send("/@tea/desk/remove", { post: asked.id, reason: "One samovar is enough." })
		expect((await desk.open("/@tea/desk")).text).not.toContain("Whose samovar?")
	})

	it("lets it through: it is shared, its status says so, and the log says nothing", async () => {
		const done = await desk.follow(await desk.send("/@tea/desk/approve", { post: heldId }))
		expect(done.text).toContain("The post is shared.")
		await mastodon.waitFor((r) => r.json?.type === "Announce" && r.json.object === held.id)
		expect(stage.eve.home().map((entry) => entry.note.id)).toContain(held.id)
		const eventId = await rowId(sql`select id from events where type = 'post-held' and post_id = ${heldId}`)
		expect((await visit().open(`/@tea/status/${eventId}`)).text).toContain("Your post is shared.")
		expect(await decisions()).not.toMatch(/waited a|let through|samovar/i)
	})

	it("hears that somebody else was quicker", async () => {
		const late = await desk.send("/@tea/desk/approve", { post: heldId })
		expect([late.status, late.text]).toEqual([409, expect.stringContaining("The post is shared already.")])
	})

	it("takes it out with a reason, and puts it back as something new", async () => {
		const unsaid = await desk.send("/@tea/desk/remove", { post: heldId })
		expect([unsaid.status, unsaid.text]).toEqual([422, expect.stringContaining("Please say why")])
		const done = await desk.follow(
			await desk.send("/@tea/desk/remove", { post: heldId, reason: "Kettles only" }),
		)
		expect(done.text).toContain("The post is taken out.")
		const undo = await mastodon.waitFor((r) => r.json?.type === "Undo" && r.json.object?.object === held.id)
		expect(undo.json.object.id).toBe(announces(mastodon, held)[0])
		expect((await visit().open("/@tea")).text).not.toContain("samovar")
		expect(await decisions()).toMatch(/A post was taken out[\s\S]*Kettles only/)
		expect(await decisions()).not.toMatch(/samovar|bob/)
		expect((await desk.send("/@tea/desk/remove", { post: heldId, reason: "Again" })).text).toContain(
			"The post is removed already.",
		)

		const both = await Promise.all([1, 2].map(() => desk.send("/@tea/desk/restore", { post: heldId })))
		expect(both.map((answer) => answer.status).sort()).toEqual([303, 409])
		await eventually(() => expect(new Set(announces(mastodon, held)).size).toBe(2))
		expect((await visit().open("/@tea")).text).toContain("samovar")
		expect(await decisions()).toContain("A post was put back.")
	})

	it("does not take a post that waits: its author reads why, and nobody else that it was", async () => {
		const { note } = await stage.eve.post({ text: "The samovar again.", mention: stage.tea })
		const id = await postId(note)
		await desk.send("/@tea/desk/remove", { post: id, reason: "Too much steam" })
		const eventId = await rowId(sql`select id from events where type = 'post-held' and post_id = ${id}`)
		const status = await visit().open(`/@tea/status/${eventId}`)
		expect(status.text).toContain("Your post was not taken.")
		expect(status.text).toContain("Too much steam")
		expect(await decisions()).not.toContain("Too much steam")
		await stage.settled()
		expect(announces(mastodon, note)).toEqual([])
	})

	it("says that a post is taken back when its author did so, and leaves it to them", async () => {
		const { note } = await stage.bob.post({ text: "A samovar, on second thoughts.", mention: stage.tea })
		const id = await postId(note)
		await desk.send("/@tea/desk/approve", { post: id })
		await stage.settled()
		await stage.bob.post({ text: "unshare", mention: stage.tea, inReplyTo: note })
		await eventually(async () => expect(await stage.sharedIn(note.id)).toEqual([]))
		const eventId = await rowId(sql`select id from events where type = 'post-held' and post_id = ${id}`)
		expect((await visit().open(`/@tea/status/${eventId}`)).text).toContain("Your post is taken back.")
		expect((await desk.open("/@tea/desk")).text).not.toContain("on second thoughts")
	})

	it("shows the fate of nothing else", async () => {
		const others = await stage.rows<{ id: string }>(
			sql`select id from events where type not in ('post-held', 'post-refused')
				and (type <> 'author-told' or facts ->> 'aboutId' is not null) limit 40`,
		)
		for (const { id } of others) expect((await visit().open(`/@tea/status/${id}`)).status).toBe(404)
		const eventId = await rowId(sql`select id from events where type = 'post-held' limit 1`)
		expect((await visit().open(`/@books/status/${eventId}`)).status).toBe(404)
	})

	it("closes a conversation, opens it, pins and unpins it", async () => {
		for (const deed of ["lock", "unlock", "pin", "unpin"]) {
			const page = await desk.open("/@tea/desk")
			expect(page.text, deed).toContain(`/@tea/desk/${deed}"`)
			expect((await desk.send(`/@tea/desk/${deed}`, { post: heldId })).headers.get("location")).toBe(
				`/@tea/desk?done=${deed}`,
			)
		}
		const log = await decisions()
		for (const words of ["was closed", "was opened", "was pinned", "was unpinned"])
			expect(log).toContain(words)
	})

	it("bans somebody for a time: they are put out, and may follow when it is lifted", async () => {
		const person = await personId(stage.eve)
		const past = await desk.send("/@tea/desk/ban", { person, reason: "Spilt", until: "2020-01-01" })
		expect([past.status, past.text]).toEqual([422, expect.stringContaining("That end has passed.")])
		const odd = await desk.send("/@tea/desk/ban", { person, reason: "Spilt", until: "tomorrow" })
		expect(odd.status).toBe(422)
		const done = await desk.follow(
			await desk.send("/@tea/desk/ban", {
				person: stage.eve.handle,
				reason: "Spilt on purpose",
				until: "2999-01-01",
			}),
		)
		expect(done.text).toContain("They are banned")
		await mastodon.waitFor((r) => r.json?.type === "Reject" && r.json.to?.[0] === stage.eve.id)
		await lemmy.waitFor((r) => r.json?.type === "Announce" && r.json.object?.type === "Block")
		await eventually(() => expect(stage.eve.follows(stage.tea.id)).toBe(false))
		expect(await decisions()).toMatch(/banned until 1 January 2999[\s\S]*Spilt on purpose/)
		expect((await desk.open("/@tea/desk")).text).toContain("Lift the ban on eve")

		await desk.follow(await desk.send("/@tea/desk/lift", { person }))
		expect(await decisions()).toContain("The ban on somebody was lifted.")
		expect((await desk.open("/@tea/decisions")).text).toContain(`The ban on ${stage.eve.handle} was lifted.`)
		await stage.join(stage.eve)
		const again = await desk.send("/@tea/desk/lift", { person })
		expect([again.status, again.text]).toEqual([404, expect.stringContaining("They are not banned.")])
	})

	it("does not ban an owner, nor somebody unknown", async () => {
		const owner = await desk.send("/@tea/desk/ban", { person: "@ana", reason: "x" })
		expect(owner.status).toBe(403)
		const nobody = await desk.send("/@tea/desk/ban", { person: "@nobody@nowhere.example", reason: "x" })
		expect([nobody.status, nobody.text]).toEqual([
			404,
			expect.stringContaining("Nobody of that name is known here."),
		])
	})

	it("answers requests: welcomes one, declines one, and says neither to the world", async () => {
		await stage.snug.snug("group", "set", "books", "--join", "approval")
		const [fay, gil] = [mastodon.person("fay"), mastodon.person("gil")]
		for (const person of [fay, gil]) await stage.join(person, stage.books)
		const page = await desk.open("/@books/desk")
		for (const person of [fay, gil])
			expect(page.text).toContain(person.handle.replace("@localhost", "<wbr/>@localhost"))
		await desk.send("/@books/desk/admit", { person: await personId(fay) })
		await desk.send("/@books/desk/decline", { person: await personId(gil), reason: "We are full" })
		const members = await stage.snug.snug("member", "list", "books")
		expect(members).toContainEqual(expect.objectContaining({ handle: fay.handle, state: "member" }))
		expect(members).toContainEqual(expect.objectContaining({ handle: gil.handle, state: "follower" }))
		const late = await desk.send("/@books/desk/admit", { person: await personId(fay) })
		expect([late.status, late.text]).toEqual([409, expect.stringContaining("They are a member already.")])
		expect((await visit().open("/@books/decisions")).text).not.toMatch(/We are full|fay|gil/)
	})

	it("settles a server, and can take that back", async () => {
		const domain = "loud.example"
		await desk.send("/@tea/desk/server", { domain, severity: "limit", reason: "Watch it" })
		expect(await decisions()).not.toContain(domain)
		await desk.send("/@tea/desk/server", { domain, severity: "block", reason: "Spam every hour" })
		expect(await decisions()).toMatch(/The server loud.example was blocked[\s\S]*Spam every hour/)
		expect((await desk.open("/@tea/desk")).text).toContain("Allow loud.example")
		await desk.send("/@tea/desk/server", { domain, severity: "allow" })
		expect(await decisions()).toContain("The server loud.example is like any other again.")
		const odd = await desk.send("/@tea/desk/server", { domain: "not a domain", severity: "block" })
		expect([odd.status, odd.text]).toEqual([422, expect.stringContaining("is no domain")])
	})

	it("takes a word off the list, which nobody else can read", async () => {
		expect((await desk.open("/@tea/desk")).text).toContain("samovar")
		await desk.send("/@tea/desk/unfilter", { word: "samovar" })
		const again = await desk.send("/@tea/desk/unfilter", { word: "samovar" })
		expect([again.status, again.text]).toEqual([404, expect.stringContaining("samovar is not filtered.")])
		expect(await decisions()).not.toContain("samovar")
	})

	it("reads a report with its words and the post, and closes it once", async () => {
		const { note } = await stage.bob.post({ text: "Coffee is better.", mention: stage.tea })
		await stage.settled()
		const flag = {
			"@context": "https://www.w3.org/ns/activitystreams",
			id: `${ann.id}/flags/1`,
			type: "Flag",
			actor: ann.id,
			object: note.id,
			content: "<b>Heresy</b>",
			to: [stage.tea.id],
		}
		await ann.send(flag, { to: stage.inbox })
		await eventually(async () => expect(await events("report-filed")).toBe(1))
		const page = await desk.open("/@tea/desk")
		for (const words of ["Heresy", "Coffee is better.", "/@ann"])
			expect(page.text).toContain(words.replace("/@", ""))
		const report = await rowId(sql`select id from reports`)
		const mo = await signedIn("mo")
		expect((await mo.send("/@chess/desk/resolve", { report, reason: "mine" })).text).toContain(
			"There is no such report.",
		)
		await desk.send("/@tea/desk/resolve", { report, reason: "We talked" })
		const late = await desk.send("/@tea/desk/resolve", { report, reason: "Again" })
		expect([late.status, late.text]).toEqual([409, expect.stringContaining("resolved already")])
		expect(await decisions()).not.toMatch(/Heresy|We talked|@ann/)
	})

	it("gets plain words for a form that makes no sense, and does nothing", async () => {
		const before = await stage.state()
		const odd: Record<string, Record<string, string>> = {
			approve: { post: "../../etc" },
			admit: { person: "0" },
			ban: { person: "", reason: "x" },
			filter: { word: "x", effect: "burn" },
			server: { domain: "x.example", severity: "constructor" },
			resolve: { report: "x" },
			lock: {},
			remove: { post: "01930000-0000-7000-8000-000000000000", reason: "nul \0 here" },
		}
		for (const [deed, form] of Object.entries(odd)) {
			const answer = await desk.send(`/@tea/desk/${deed}`, form)
			expect([404, 422], deed).toContain(answer.status)
			expect(answer.text).toContain('role="alert"')
		}
		expect((await desk.send("/@tea/desk/constructor", {})).status).toBe(404)
		for (const deed of ["ban", "filter", "approve"])
			expect((await desk.open(`/@tea/desk/${deed}`)).status).toBe(404)
		expect((await desk.open("/@tea/desk?done=%3Cscript%3E")).text).not.toMatch(/<script>|script&gt;/)
		expect(await stage.state()).toBe(before)
	})
})

describe("the log that everybody can read", () => {
	it("has an end, and pages that neither repeat nor skip", async () => {
		const count = 75
		const groupId = await rowId(sql`select id from actors where handle = 'books' and local`)
		for (let n = 0; n < count; n++) {
			await stage.rows(sql`insert into events (id, type, at, group_id, reason, facts, handed_over_at)
				values (gen_random_uuid(), 'post-pinned', now(), ${groupId}, ${`reason ${n}.`}, '{}', now())`)
			if (n % 3 === 0)
				await stage.rows(sql`insert into events (id, type, at, group_id, reason, facts, handed_over_at)
					values (gen_random_uuid(), 'post-held', now(), ${groupId}, 'secret', '{}', now())`)
		}
		const seen: string[] = []
		let path: string | undefined = "/@books/decisions"
		for (let page = 0; path && page < 10; page++) {
			const { text } = await visit().open(path)
			expect(text).not.toContain("secret")
			seen.push(...[...text.matchAll(/reason \d+\./g)].map(([found]) => found))
			path = /href="([^"]+)" rel="next"/.exec(text)?.[1]
		}
		expect(seen).toEqual(Array.from({ length: count }, (_, n) => `reason ${count - 1 - n}.`))
	})

	it("is there for groups only, and begins anew from a place that is none", async () => {
		expect((await visit().open("/@mo/decisions")).status).toBe(404)
		expect((await visit().open("/@nothing_here/decisions")).status).toBe(404)
		expect((await visit().open("/@tea/decisions?after=01930000-0000-7000-8000-000000000000")).status).toBe(
			200,
		)
	})

	it("is for the members only where the group is private", async () => {
		await stage.rows(
			sql`update groups set visibility = 'private' where actor_id = (select id from actors where handle = 'chess' and local)`,
		)
		expect((await visit().open("/@chess/decisions")).status).toBe(404)
		expect((await desk.open("/@chess/decisions")).status).toBe(404)
		expect((await (await signedIn("mo")).open("/@chess/decisions")).status).toBe(200)
		await stage.rows(sql`update groups set visibility = 'public'`)
	})
})

describe("somebody who guesses passwords", () => {
	it("is stopped at the eleventh try, whatever address they claim, and told for how long", async () => {
		const { origin } = stage.snug
		// The address of this machine has tried before in this file; a new server remembers nothing.
		const snug = await stage.snug.again()
		try {
			const guess = (n: number) =>
				new Browser(origin).send(
					"/login",
					{ name: `ana${n % 2}`, password: `wrong guess ${n}` },
					{ "x-forwarded-for": `203.0.113.${n}` },
				)
			for (let n = 0; n < 10; n++) expect((await guess(n)).status).toBe(422)
			const stopped = await guess(10)
			expect(stopped.status).toBe(429)
			expect(Number(stopped.headers.get("retry-after"))).toBeGreaterThan(500)
			expect(stopped.text).toMatch(/Please wait \d+ minutes/)
			expect((await new Browser(origin).send("/login", { name: "ana", password })).status).toBe(429)
			expect((await desk.open("/@tea/desk")).status).toBe(200)
		} finally {
			await snug.kill()
		}
	})

	it("is stopped for one name behind many addresses, when a trusted proxy tells them apart", async () => {
		const snug = await stage.snug.again({ TRUSTED_PROXIES: "127.0.0.1, ::1" })
		try {
			const guess = (name: string, n: number, given = `wrong guess ${n}`) =>
				new Browser(stage.snug.origin).send(
					"/login",
					{ name, password: given },
					{ "x-forwarded-for": `198.51.100.1, 203.0.113.${n}` },
				)
			for (let n = 0; n < 10; n++) expect((await guess(n % 2 ? "ana" : "@ANA", n)).status).toBe(422)
			expect((await guess("ana", 10)).status).toBe(429)
			expect((await guess("mo", 11, password)).status).toBe(303)
		} finally {
			await snug.kill()
		}
	})
})
