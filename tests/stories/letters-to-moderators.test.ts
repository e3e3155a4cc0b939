import { randomUUID } from "node:crypto"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { findActorByUri } from "../../db/actors.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { limits } from "../../src/limits.ts"
import { banMember } from "../../src/moderation/ban-member.ts"
import { enact } from "../../src/moderation/enact.ts"
import type { Actor } from "../../src/people/actor.ts"
import { type House, openHouse, type Signer } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import type { Json } from "../support/peer.ts"

const password = "correct horse battery staple"
let house: House
let ana: Actor
let bob: Signer
/** Ana looks after tea; Cleo has an account here and belongs to nothing; nobody is signed in for the third. */
let atDesk: Browser
let cleo: Browser
let anyone: Browser

const signedIn = async (name: string): Promise<Browser> => {
	const browser = new Browser(house.origin)
	expect((await browser.send("/login", { name, password })).status).toBe(303)
	return browser
}
beforeAll(async () => {
	house = await openHouse()
	ana = await house.ana()
	bob = await house.friend("bob", "m.test")
	await signUp(house.world, { name: "cleo", password, email: null })
	atDesk = await signedIn("ana")
	cleo = await signedIn("cleo")
	anyone = new Browser(house.origin)
})
afterAll(() => house?.close())

const privately = { to: [] as string[], cc: [] as string[] }
const writes = async (
	by: Signer,
	words: string,
	change: Json = {},
): Promise<{ note: Json; outcome: string }> => {
	const where = { ...privately, to: [house.tea.uri] }
	const mention = `<a href="${house.tea.uri}">@tea</a>`
	const { note, create } = house.note(
		by,
		{ ...where, content: `<p>${mention} ${words}</p>`, ...change },
		{ ...where, ...change.around },
	)
	expect(await house.post(by, create)).toBe(202)
	await house.settled()
	const [row] = await house.rows(sql`select outcome from inbox where activity_uri = ${create.id}`)
	return { note, outcome: row!.outcome }
}
/** What the group wrote to somebody's server, as it went out. */
const sent = async (to: Signer): Promise<string[]> =>
	(
		await house.rows<{ body: Buffer }>(
			sql`select body from messages where inbox = ${`${to.id}/inbox`} order by id`,
		)
	)
		.map(({ body }) => JSON.parse(Buffer.from(body).toString()))
		.filter(({ type }) => type === "Create")
		.map(({ actor, to: people, object }) => {
			expect([actor, people]).toEqual([house.tea.uri, [to.id]])
			return object.content
		})
const main = ({ text }: { text: string }) => text.slice(text.indexOf("<main"))
const idIn = (page: string) => /desk\/letters\/([0-9a-f-]{36})/.exec(page)?.[1] ?? ""

it("takes a private message to the group as a letter, which its moderators answer in its name", async () => {
	const { note, outcome } = await writes(bob, "May I bring <b>cake</b>?<script>x</script>")
	expect(outcome).toBe("a letter")
	expect(await house.rows(sql`select 1 from posts where uri = ${note.id}`)).toEqual([])
	expect((await sent(bob)).at(-1)).toContain("Your letter is with those who look after @tea@")
	// More words wait with the first, and are not answered each time.
	await writes(bob, "Lemon cake, that is.")
	expect(await sent(bob)).toHaveLength(1)
	expect((await atDesk.open("/")).text).toContain("Somebody wrote to those who look after")
	const list = main(await atDesk.open("/@tea/desk/letters"))
	expect(list).toContain("Lemon cake, that is.")
	const path = `/@tea/desk/letters/${idIn(list)}`
	const page = main(await atDesk.open(path))
	expect(page).toMatch(/May I bring <b>cake<\/b>\?<\/p>[\s\S]*Lemon cake/)
	expect((await atDesk.send(`${path}/answer`, { words: " " })).status).toBe(422)
	expect((await atDesk.send(`${path}/answer`, { words: "Please **do**!" })).status).toBe(303)
	await house.settled()
	expect((await sent(bob)).at(-1)).toMatch(/<strong>do<\/strong>/)
	expect((await sent(bob)).join()).not.toContain("ana")
	expect(main(await atDesk.open(path))).toContain("written by")
	expect((await atDesk.send(`${path}/close`, {})).status).toBe(303)
	expect((await atDesk.send(`${path}/close`, {})).status).toBe(422)
	expect(main(await atDesk.open("/@tea/desk/letters"))).toContain("Nobody waits for an answer.")
	expect((await atDesk.open("/")).text).not.toContain("Somebody wrote to those who look after")
	await writes(bob, "And tea?")
	expect(main(await atDesk.open("/@tea/desk/letters"))).not.toContain("Nobody waits for an answer.")
	expect(await sent(bob)).toHaveLength(3)
})

it("takes one from whoever has an account here by a page, where the answer stands", async () => {
	expect(main(await anyone.open("/@tea/letter"))).toContain("send a private message to")
	expect((await anyone.send("/@tea/letter", { words: "Let me in" })).headers.get("location")).toContain(
		"/login",
	)
	expect((await cleo.send("/@tea/letter", { words: "" })).status).toBe(422)
	expect((await cleo.send("/@tea/letter", { words: "Is there a step at the door?" })).status).toBe(303)
	const list = main(await atDesk.open("/@tea/desk/letters"))
	const id = /desk\/letters\/([0-9a-f-]{36})"[^>]*>\s*<bdi>cleo/.exec(list)?.[1]
	expect(main(await atDesk.open("/@tea/desk"))).toContain("Somebody wrote to those who look after")
	expect((await atDesk.send(`/@tea/desk/letters/${id}/answer`, { words: "None at all." })).status).toBe(303)
	const page = main(await cleo.open("/@tea/letter"))
	expect(page).toMatch(/Is there a step[\s\S]*None at all\./)
	expect(page).not.toContain("written by")
	const news = main(await cleo.open("/notifications"))
	expect(news).toMatch(/answered your letter[\s\S]*\/@tea\/letter/)
	// To nobody else is there any such thing.
	for (const browser of [cleo, anyone])
		for (const path of ["/@tea/desk/letters", `/@tea/desk/letters/${id}`])
			expect((await browser.open(path)).text).not.toContain("Is there a step")
	expect((await cleo.send(`/@tea/desk/letters/${id}/answer`, { words: "Mine" })).status).toBe(404)
	expect((await atDesk.open(`/@books/desk/letters/${id}`)).status).toBe(404)
})

it("takes a private answer to a post, to the group alone, as a report of it, and says so", async () => {
	const mallet = await house.friend("mallet", "m.test")
	const { note: rude, create } = house.note(mallet)
	await house.post(mallet, create)
	await house.settled()
	const { outcome } = await writes(bob, "This is unkind.", { inReplyTo: rude.id })
	expect(outcome).toBe("reported")
	const [report] = await house.rows(sql`select r.words, a.uri as reporter, p.uri as post from reports r
		join actors a on a.id = r.reporter_id join posts p on p.id = r.post_id`)
	expect(report).toEqual({ words: "@tea This is unkind.", reporter: bob.id, post: rude.id })
	expect((await sent(bob)).at(-1)).toContain("Thank you for telling.")
	// What is also for its author is a conversation with them, and none of the moderators' business.
	const both = {
		inReplyTo: rude.id,
		to: [house.tea.uri, mallet.id],
		around: { to: [house.tea.uri, mallet.id] },
	}
	expect((await writes(bob, "Between us.", both)).outcome).toMatch(/^refuse/)
	expect(await house.rows(sql`select 1 from reports`)).toHaveLength(1)
	const [{ n } = { n: -1 }] = await house.rows(
		sql`select count(*)::int as n from modmail_messages where html like '%Between us%'`,
	)
	expect(n).toBe(0)
})

it("hears nobody who is banned, nor a flood, nor the same twice", async () => {
	const { world, tea } = house
	const spam = await house.friend("spam", "m.test")
	const person = (await findActorByUri(world.db, spam.id))!
	const letters = async () =>
		(
			await house.rows(sql`select l.id from modmail_messages l join modmail m on m.id = l.modmail_id
			where m.person_id = ${person.id}`)
		).length
	const first = await writes(spam, "Buy")
	const again = { ...first.note, "@context": undefined }
	await house.post(spam, {
		id: `${first.note.id}/again`,
		type: "Create",
		actor: spam.id,
		...privately,
		to: [tea.uri],
		object: again,
	})
	await house.settled()
	expect(await letters()).toBe(1)
	for (let n = 0; n < limits.modmailPerDay; n++) {
		const { create } = house.note(
			spam,
			{ ...privately, to: [tea.uri], content: `<p>Buy ${randomUUID()}</p>` },
			{ ...privately, to: [tea.uri] },
		)
		await house.post(spam, create)
	}
	await house.settled()
	expect(await letters()).toBe(limits.modmailPerDay)
	await house.pass(86_400_000)
	const by = { actorId: ana.id }
	await enact(world, (tx) =>
		banMember(world, tx, { groupId: tea.id, person, by, reason: "Spam", until: null }),
	)
	expect((await writes(spam, "Let me")).outcome).toMatch(/^ignored/)
	expect((await writes(spam, "Let me", { inReplyTo: first.note.id })).outcome).toMatch(/^ignored/)
	expect(await letters()).toBe(limits.modmailPerDay)
})

it("ends with the group, and with whoever wrote", async () => {
	await writes(bob, "One more")
	await house.post(bob, { id: `${bob.id}#gone`, type: "Delete", actor: bob.id, to: [], object: bob.id })
	await house.settled()
	expect(
		await house.rows(
			sql`select 1 from modmail m join actors a on a.id = m.person_id where a.uri = ${bob.id}`,
		),
	).toEqual([])
})
