import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { findPost } from "../../db/posts.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import type { Group } from "../../src/groups/group.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { approvePost } from "../../src/moderation/approve-post.ts"
import { banMember } from "../../src/moderation/ban-member.ts"
import { changeRole } from "../../src/moderation/change-role.ts"
import { enact } from "../../src/moderation/enact.ts"
import { restorePost } from "../../src/moderation/restore-post.ts"
import { takeOutPost } from "../../src/moderation/take-out-post.ts"
import { subscribePush } from "../../src/notifications/subscribe-push.ts"
import type { Actor } from "../../src/people/actor.ts"
import { blockActor, unblockActor } from "../../src/people/block-actor.ts"
import { muteThread } from "../../src/posts/mute-thread.ts"
import { rewordPost } from "../../src/posts/reword-post.ts"
import { writePost } from "../../src/posts/write-post.ts"
import { type House, openHouse, watchConnects } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { Letterbox } from "../support/letterbox.ts"
import { PushService } from "../support/push-service.ts"

const password = "correct horse battery staple"
let box: Letterbox
let house: House
let ana: Actor
let cleo: Actor
let browser: Browser

beforeAll(async () => {
	box = await Letterbox.open()
	house = await openHouse({ settings: { SMTP_URL: box.url } })
	ana = await house.ana()
	const made = await signUp(house.world, { name: "cleo", password, email: null })
	if (!made.ok) throw new Error(made.reason)
	cleo = made.value
	await enact(house.world, (tx) =>
		joinGroup(house.world, tx, { group: house.tea, person: cleo, followUri: null }),
	)
	browser = new Browser(house.origin)
	expect((await browser.send("/login", { name: "cleo", password })).status).toBe(303)
})
afterAll(async () => {
	await house?.close()
	await box?.close()
})
// What one test did is seen, and old, when the next begins.
beforeEach(async () => {
	await browser.open("/notifications")
	await house.pass(3_600_000)
	await browser.open("/notifications")
	await house.pass(3_600_000)
})

const say = async (author: Actor, text: string, more: { group?: Group; to?: string } = {}) => {
	const { group = house.tea, to = null } = more
	const said = await writePost(house.world, { author, group, title: null, text, inReplyTo: to })
	if (!said.ok) throw new Error(said.reason)
	return said.value
}
const page = async (path = "/notifications") => {
	const { text } = await browser.open(path)
	return text.slice(text.indexOf("<main"), text.indexOf("</main>"))
}
/** Only what is new since the last look. */
const fresh = async () => (await page()).split('<p class="seen">')[0]!
const dot = async () => (await browser.open("/about")).text.includes("There is something new.")

it("tells who answered and who named somebody, with the way there, until they have looked", async () => {
	expect(await dot()).toBe(false)
	const mine = await say(cleo, "Who has a kettle?")
	await say(ana, "Nothing for her.")
	expect(await dot()).toBe(false)
	const answer = await say(ana, "Me, and it whistles.", { to: mine.uri })
	await say(ana, "Good evening @Cleo, and @nobody; `@cleo`.")
	expect(await dot()).toBe(true)
	const news = await fresh()
	expect(news).toMatch(/ana<\/bdi> named you in[\s\S]*ana<\/bdi> answered you in[\s\S]*Me, and it whistles\./)
	expect(news).toContain(`/@tea/t/${mine.id}#post-${answer.id}`)
	expect(news).not.toContain("Nothing for her")
	expect(await dot()).toBe(false)
	expect(await fresh()).toContain("Me, and it whistles.")
	await house.pass(3_600_000)
	expect(await fresh()).toContain('class="news-day"')
	await say(ana, "Once more, @cleo")
	const divided = (await page()).split('<p class="seen">')
	expect([divided[0]!.includes("Once more"), divided[1]!.includes("Me, and it whistles.")]).toEqual([
		true,
		true,
	])
})

it("hears those of other servers, by the link with which they name somebody", async () => {
	const bob = await house.friend("bob", "m.test")
	const link = `<p><a href="${cleo.url}" class="u-url mention">@<span>cleo</span></a> a guest says hello, and @ana of my own</p>`
	const { note, create } = house.note(bob, { content: link })
	expect(await house.post(bob, create)).toBe(202)
	await house.settled()
	expect(await fresh()).toContain("a guest says hello")
	const [{ n } = { n: -1 }] = await house.rows(sql`select count(*)::int as n from post_mentions m
		join posts p on p.id = m.post_id where p.uri = ${note.id}`)
	expect(n).toBe(1)
})

it("is silent about what is muted, blocked, taken out, changed, or of a group that is to be quiet", async () => {
	const { world, tea } = house
	const mine = await say(cleo, "A long evening.")
	const reply = async (text: string) => say(ana, text, { to: mine.uri })
	await reply("A word in the thread")
	const mute = (mute: boolean) =>
		enact(world, (tx) => muteThread(world, tx, { person: cleo, threadId: mine.id, mute }))
	await mute(true)
	expect(await fresh()).not.toContain("A word in the thread")
	await mute(false)
	expect(await fresh()).toContain("A word in the thread")
	await enact(world, (tx) => blockActor(world, tx, { person: cleo, whom: ana }))
	expect(await page()).not.toContain("A word in the thread")
	await enact(world, (tx) => unblockActor(world, tx, { person: cleo, whom: ana }))
	const named = await say(ana, "A word to @cleo")
	expect(await fresh()).toContain("A word to")
	await enact(world, async (tx) => {
		const post = (await findPost(tx, named.id))!
		return rewordPost(world, tx, { author: ana, post, text: "A word to nobody" })
	})
	expect(await fresh()).not.toContain("A word to")
	const set = (level: string) => browser.send("/settings/notifications", { [tea.id]: level })
	await set("quiet")
	expect(await fresh()).not.toContain("A word in the thread")
	await set("all")
	expect(await fresh()).toMatch(/ana<\/bdi> wrote in[\s\S]*A word to nobody[\s\S]*A word in the thread/)
	await set("mentions")
	expect(await fresh()).not.toContain("A word to nobody")
	expect((await browser.send("/settings/notifications", { [house.books.id]: "all", x: "all" })).status).toBe(
		303,
	)
	expect(await house.rows(sql`select 1 from news_levels`)).toEqual([])
})

it("tells what is decided about somebody and their posts, by others, and why", async () => {
	const { world, tea } = house
	const by = { actorId: ana.id }
	await house.rows(
		sql`insert into filters (id, group_id, word, effect) values (gen_random_uuid(), ${tea.id}, 'gin', 'hold')`,
	)
	const held = await say(cleo, "Tea with gin.")
	const [one, two] = [await say(cleo, "One."), await say(cleo, "Two.")]
	const deed = (postId: string, reason: string) => ({ groupId: tea.id, postId, by, reason })
	await enact(world, (tx) => approvePost(world, tx, deed(held.id, "")))
	await enact(world, (tx) => takeOutPost(world, tx, "remove", deed(one.id, "Too short for <us>.")))
	await enact(world, (tx) => takeOutPost(world, tx, "remove", deed(two.id, "")))
	await enact(world, (tx) => restorePost(world, tx, deed(two.id, "A mistake.")))
	const about = { groupId: tea.id, person: cleo, by, reason: "" }
	await enact(world, (tx) => changeRole(world, tx, "promote", about))
	const news = await fresh()
	for (const words of [
		"waits for a moderator",
		"was let through",
		"was taken out of",
		"One.</blockquote>",
		"Too short for &lt;us&gt;.",
		"is back in",
		"A mistake.",
		"You look after",
	])
		expect(news, words).toContain(words)
	expect(news).not.toMatch(/\d+ (new|notifications)/)
	await enact(world, (tx) => changeRole(world, tx, "demote", { ...about, by: { actorId: cleo.id } }))
	expect(await fresh()).not.toContain("You are a member of")
})

it("PRV-10: shows nothing of a group for members to whoever is put out of it, but that they were", async () => {
	const { world } = house
	await house.rows(sql`update groups set visibility = 'private' where actor_id = ${house.books.id}`)
	await house.rows(
		sql`insert into members (group_id, actor_id, role) values (${house.books.id}, ${cleo.id}, 'member')`,
	)
	const books = (await findGroup(world.db, house.books.id))!
	const mine = await say(cleo, "A secret chapter.", { group: books })
	await say(ana, "An answer behind the door, @cleo.", { group: books, to: mine.uri })
	await browser.send("/settings/notifications", { [books.id]: "all" })
	expect(await fresh()).toContain("An answer behind the door")
	const until = new Date(house.now().getTime() + 5 * 86_400_000)
	const ban = { groupId: books.id, person: cleo, by: { actorId: ana.id }, reason: "Spoilers", until }
	await enact(world, (tx) => banMember(world, tx, ban))
	await say(ana, "After the door closed, @cleo.", { group: books, to: mine.uri })
	const news = await page()
	for (const words of ["behind the door", "After the door closed", "A secret chapter", 'href="/@books"'])
		expect(news, words).not.toContain(words)
	expect(news).toMatch(/You may not take part in[\s\S]*until[\s\S]*Spoilers/)
	expect((await browser.open("/settings/notifications")).text).not.toContain(books.id)
})

it("turns pages, each thing once, and is for nobody else", async () => {
	for (let n = 0; n < 33; n++) await say(ana, `Call ${n} for @cleo.`)
	const first = await page()
	const next = /href="(\/notifications\?after=[^"]+)" rel="next"/.exec(first)![1]!
	const second = await page(next)
	const calls = [...`${first}${second}`.matchAll(/Call (\d+) for/g)].map(([, n]) => Number(n))
	expect(calls.slice(0, 33)).toEqual(Array.from({ length: 33 }, (_, n) => 32 - n))
	const answer = await browser.open("/notifications")
	expect(answer.headers.get("cache-control")).toBe("private, no-store")
	const stranger = await new Browser(house.origin).open("/notifications")
	expect([stranger.status, stranger.headers.get("location")]).toEqual([303, "/login?next=%2Fnotifications"])
})

describe("letters about news", () => {
	const email = "cleo@example.org"
	const letters = (nth: number) =>
		eventually(async () => {
			expect(box.to(email).length).toBeGreaterThanOrEqual(nth)
			return box.to(email)
		})
	/** An hour and some later, looked at everything. */
	const later = (minutes: number) => house.pass(minutes * 60_000)
	/** Whatever was to be written for what has happened has been looked at. */
	const looked = () =>
		eventually(async () => {
			await later(0)
			const due = await house.rows(
				sql`select 1 from news_readers where by_mail and mail_due_at <= ${house.now().toISOString()}`,
			)
			expect([due.length, (await house.rows(sql`select 1 from letters`)).length]).toEqual([0, 0])
		})

	it("are for those who asked and have an address, say who and where in their language, once, an hour apart", async () => {
		const ask = (on: string) => browser.send("/settings/notifications/mail", { on })
		expect((await ask("yes")).status).toBe(422)
		await house.rows(sql`update accounts set email = ${email}, language = 'de' where actor_id = ${cleo.id}`)
		expect((await ask("yes")).status).toBe(303)
		await say(ana, "The secret ingredient is salt, @cleo.")
		await later(6)
		const [first] = await letters(1)
		expect(first!.subject).toBe("Neues für dich · Snug")
		expect(first!.text).toContain("• ana hat dich in tea erwähnt.")
		expect(first!.text).toContain(`${house.origin}/notifications`)
		expect(JSON.stringify(first)).not.toContain("salt")
		await say(ana, "And pepper, @cleo.")
		await later(30)
		await looked()
		expect(box.to(email)).toHaveLength(1)
		await later(40)
		const all = await letters(2)
		expect(all[1]!.text?.match(/•/g)).toHaveLength(1)
		await say(ana, "Seen before it is written, @cleo.")
		await browser.open("/notifications")
		await later(90)
		await looked()
		expect(box.to(email)).toHaveLength(2)
	})

	it("end with one press in the mail program, signed in or not, and by nobody else's", async () => {
		const [letter] = box.to(email)
		const header = (name: string) => letter!.headers.find(({ key }) => key === name)!.value
		expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click")
		const { origin, pathname } = new URL(header("list-unsubscribe").slice(1, -1))
		expect(origin).toBe(house.origin)
		const stranger = new Browser(house.origin)
		const byMail = async () =>
			(
				await house.rows<{ on: boolean }>(
					sql`select by_mail as on from news_readers where actor_id = ${cleo.id}`,
				)
			)[0]!.on
		expect((await stranger.open(pathname)).text).toContain("No more letters, please")
		const press = (path: string) =>
			stranger.raw(path, {
				method: "POST",
				body: "List-Unsubscribe=One-Click",
				headers: { "content-type": "application/x-www-form-urlencoded" },
			})
		const forged = pathname.replace(cleo.id, ana.id)
		const other = `${pathname.slice(0, -2)}${pathname.endsWith("AA") ? "BB" : "AA"}`
		for (const path of [forged, other]) expect((await press(path)).status).toBe(404)
		expect(await byMail()).toBe(true)
		expect([(await press(pathname)).status, await byMail()]).toEqual([200, false])
		expect((await press(pathname)).status).toBe(200)
		await say(ana, "Unheard, @cleo.")
		await later(90)
		await looked()
		expect(box.to(email)).toHaveLength(2)
	})
})

describe("browsers that tell of news", () => {
	let service: PushService
	beforeAll(async () => {
		service = await PushService.open()
	})
	afterAll(() => service?.close())
	const where = "/settings/notifications/push"
	const told = (nth: number) =>
		eventually(async () => {
			expect(service.pushed.length).toBeGreaterThanOrEqual(nth)
			return service.pushed.at(-1)!
		})
	const kept = () =>
		house.rows<{ id: string }>(sql`select id from push_subscriptions where actor_id = ${cleo.id}`)

	it("hear at once who and where, sealed for them, and by whom it is", async () => {
		const good = service.subscription()
		const bad = [
			{ ...good, endpoint: "ftp://push.test/x" },
			{ ...good, endpoint: "https://a:b@push.test/x" },
			{ ...good, endpoint: `https://push.test/${"x".repeat(1000)}` },
			{ ...good, p256dh: good.auth },
			{ ...good, auth: "a b" },
		]
		for (const one of bad) expect((await browser.send(where, one)).status).toBe(422)
		expect((await browser.send(where, good)).status).toBe(303)
		const settings = (await browser.open("/settings/notifications")).text
		const key = /data-push="([\w-]+)"/.exec(settings)?.[1]
		// Where they are told already, nobody is asked again.
		expect([key, settings.includes("push/remove")]).toEqual([undefined, true])
		await say(ana, "Between you and me, @cleo.")
		const first = await told(1)
		expect(first.message).toEqual({ title: new URL(house.origin).host, body: "ana hat dich in tea erwähnt." })
		const [{ public_key } = { public_key: "" }] = await house.rows<{ public_key: string }>(
			sql`select public_key from push_keys`,
		)
		const { audience, expires } = service.vouched(first, public_key)
		expect(audience).toBe(service.origin)
		expect(expires * 1000 - Date.now()).toBeLessThanOrEqual(86_400_000)
		expect(first.headers).toMatchObject({ ttl: "86400", "content-encoding": "aes128gcm" })
		await say(ana, "Nothing for her.")
		await say(ana, "And once more, @cleo.")
		await told(2)
		expect(service.pushed).toHaveLength(2)
	})

	it("are forgotten when the push service has, when somebody signs out there, and beyond ten", async () => {
		service.status = 410
		const before = service.pushed.length
		await say(ana, "Into the void, @cleo.")
		await told(before + 1)
		await eventually(async () => expect(await kept()).toEqual([]))
		service.status = 201
		for (let n = 0; n < 12; n++)
			expect((await browser.send(where, service.subscription(`b${n}`))).status).toBe(303)
		const names = (
			await house.rows<{ endpoint: string }>(sql`select endpoint from push_subscriptions order by created_at`)
		).map(({ endpoint }) => endpoint.split("/").at(-1))
		expect(names).toEqual(Array.from({ length: 10 }, (_, n) => `b${n + 2}`))
		const [one] = await kept()
		expect((await browser.send(`${where}/remove`, { id: one!.id })).status).toBe(303)
		expect(await kept()).toHaveLength(9)
		expect((await browser.send("/login", { name: "cleo", password })).status).toBe(303)
		expect(await kept()).toHaveLength(9)
		expect((await browser.send("/logout", {})).status).toBe(303)
		expect(await kept()).toEqual([])
		expect((await browser.send("/login", { name: "cleo", password })).status).toBe(303)
	})

	it("are not told where the way leads inwards", async () => {
		const earnest = await openHouse({ earnest: true })
		const connects = watchConnects()
		try {
			const { world } = earnest
			const person = await earnest.ana()
			const session = {
				sessionId: person.id,
				device: "",
				p256dh: service.subscription().p256dh,
				auth: service.subscription().auth,
			}
			const asked = { actorId: person.id, ...session, endpoint: "https://10.1.2.3/push" }
			expect((await enact(world, (tx) => subscribePush(world, tx, asked))).ok).toBe(true)
			const plain = { ...asked, endpoint: "http://push.test/x" }
			expect((await enact(world, (tx) => subscribePush(world, tx, plain))).ok).toBe(false)
			const event = {
				type: "ban-lifted",
				groupId: earnest.tea.id,
				personId: person.id,
				actorId: null,
				reason: "",
				facts: { banId: null },
			} as const
			await world.db.transaction((tx) => record(tx, world.ports, event))
			world.wake()
			await eventually(async () =>
				expect(await earnest.rows(sql`select 1 from push_subscriptions where failures = 1`)).toHaveLength(1),
			)
			expect(connects.seen.filter((place) => place.startsWith("10."))).toEqual([])
		} finally {
			connects.end()
			await earnest.close()
		}
	})
})
