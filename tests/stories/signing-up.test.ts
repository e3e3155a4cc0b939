import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { answerSignUp } from "../../src/accounts/signing-up/answer-sign-up.ts"
import { changeRegistrations } from "../../src/accounts/signing-up/change-registrations.ts"
import { createInvite, revokeInvite } from "../../src/accounts/signing-up/create-invite.ts"
import { enact } from "../../src/moderation/enact.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { Letterbox } from "../support/letterbox.ts"

const password = "otter lamp quilt seven"
let box: Letterbox
let house: House

beforeAll(async () => {
	box = await Letterbox.open()
	house = await openHouse({ settings: { SMTP_URL: box.url } })
})
afterAll(async () => {
	await house?.close()
	await box?.close()
})
// A quarter of a day later no limit of before counts any more.
beforeEach(() => house.pass(6 * 3_600_000))

type How = "closed" | "invite" | "request" | "open"
const take = (registrations: How, rules = "") =>
	enact(house.world, (tx) => changeRegistrations(house.world, tx, { by: null, registrations, rules }))
const visit = () => new Browser(house.origin)
const rows = (query: ReturnType<typeof sql>) => house.rows(query)
const exists = async (handle: string) =>
	(await rows(sql`select 1 from accounts join actors on id = actor_id where handle = ${handle}`)).length > 0
const invite = async (more: { groupId?: string; uses?: number; days?: number } = {}) => {
	const wish = { by: "operator" as const, groupId: null, uses: 1, days: 7, note: "", ...more }
	const made = await enact(house.world, (tx) => createInvite(house.world, tx, wish))
	if (!made.ok) throw new Error(made.reason)
	return made.value
}
const signUp = (browser: Browser, name: string, more: Record<string, string> = {}) =>
	browser.send("/sign-up", { name, password, ...more })

describe("an account", () => {
	it("is had by nobody where nobody new is taken, invited or not", async () => {
		await take("invite")
		const { token } = await invite()
		await take("closed")
		for (const path of ["/sign-up", `/invite/${token}`]) expect((await visit().open(path)).status).toBe(403)
		expect((await signUp(visit(), "cleo", { invite: token })).status).toBe(403)
		expect(await exists("cleo")).toBe(false)
	})

	it("is made by whoever comes where the door is open, who is signed in at once", async () => {
		await take("open", "Be **kind**.")
		const browser = visit()
		expect((await browser.open("/sign-up")).text).toContain("<strong>kind</strong>")
		const unread = await signUp(browser, "dora")
		expect([unread.status, await exists("dora")]).toEqual([422, false])
		const made = await signUp(browser, " @Dora ", { agreed: "yes", display_name: "Dora B." })
		expect(made.headers.get("location")).toBe("/settings/welcome")
		expect((await browser.follow(made)).status).toBe(200)
		expect((await browser.open("/")).text).toContain("<bdi>Dora B.</bdi>")
		const [account] = await rows(
			sql`select operator, email, invited_by from accounts join actors on id = actor_id where handle = 'dora'`,
		)
		expect(account).toEqual({ operator: false, email: null, invited_by: null })
	})

	it("has a name that nobody else has, nor the server keeps for itself", async () => {
		await take("open")
		for (const name of ["dora", "DORA", "tea", "admin", "settings", "a", "x y"]) {
			const answer = await signUp(visit(), name)
			expect([name, answer.status]).toEqual([name, 422])
			expect(answer.text).not.toContain(password)
		}
	})

	it("is not had by what fills in every field", async () => {
		await take("open")
		const answer = await signUp(visit(), "bot", { website: "https://pills.example" })
		expect([answer.status, await exists("bot")]).toEqual([303, false])
	})
})

describe("an invitation", () => {
	it("lets in as many as it is for, brings them into its group, and keeps who invited them", async () => {
		await take("invite")
		expect((await visit().open("/sign-up")).status).toBe(403)
		const ana = await house.ana()
		const wish = { by: { actorId: ana.id }, groupId: house.books.id, uses: 1, days: 7, note: "" }
		const made = await enact(house.world, (tx) => createInvite(house.world, tx, wish))
		const token = made.ok ? made.value.token : ""
		const browser = visit()
		const page = (await browser.open(`/invite/${token}`)).text
		expect(page).toContain("<bdi>ana</bdi> invites you")
		expect((await signUp(browser, "ed", { invite: token })).status).toBe(303)
		const [ed] = await rows(sql`select m.role, a.invited_by from members m join accounts a using (actor_id)
			join actors p on p.id = m.actor_id where p.handle = 'ed' and m.group_id = ${house.books.id}`)
		expect(ed).toEqual({ role: "member", invited_by: ana.id })
		expect((await visit().open(`/invite/${token}`)).status).toBe(410)
		expect((await signUp(visit(), "eva", { invite: token })).status).toBe(410)
		expect(JSON.stringify(await rows(sql`select * from invites`))).not.toContain(token)
	})

	it("for one lets in one of ten who come at the same moment", async () => {
		await take("invite")
		const { token } = await invite()
		const names = Array.from({ length: 5 }, (_, n) => `racer${n}`)
		const answers = await Promise.all(names.map((name) => signUp(visit(), name, { invite: token })))
		expect(answers.filter(({ status }) => status === 303)).toHaveLength(1)
		const made = await rows(sql`select 1 from actors where handle like 'racer%'`)
		expect(made).toHaveLength(1)
	})

	it("is not used up by a name that is taken", async () => {
		await take("invite")
		const { token } = await invite()
		expect((await signUp(visit(), "dora", { invite: token })).status).toBe(422)
		expect((await signUp(visit(), "finn", { invite: token })).status).toBe(303)
	})

	it("ends when it is taken back, or too old", async () => {
		await take("invite")
		const [back, old] = [await invite(), await invite({ days: 1 })]
		await enact(house.world, (tx) => revokeInvite(house.world, tx, { by: "operator", id: back.id }))
		await house.pass(25 * 3_600_000)
		for (const { token } of [back, old]) expect((await visit().open(`/invite/${token}`)).status).toBe(410)
	})

	it("is made by those who may, on a page of their own", async () => {
		await take("invite")
		const ed = visit()
		await ed.send("/login", { name: "ed", password })
		expect((await ed.open("/settings/invites")).status).toBe(404)
		expect((await ed.send("/settings/invites", { uses: "1", days: "7" })).status).toBe(404)
		await enact(house.world, (tx) => changeRegistrations(house.world, tx, { by: null, inviting: "everyone" }))
		expect((await ed.send("/settings/invites", { uses: "0", days: "7" })).status).toBe(422)
		const strange = await ed.send("/settings/invites", { uses: "1", days: "7", group: house.tea.id })
		expect(strange.status).toBe(422)
		const made = await ed.send("/settings/invites", { uses: "1", days: "7", note: "For Gil" })
		const path = /\/invite\/[\w-]{43}/.exec(made.text)![0]
		expect((await signUp(visit(), "gil", { invite: path.slice(8) })).status).toBe(303)
		expect((await ed.open("/settings/invites")).text).toContain("@gil@")
	})
})

describe("a request", () => {
	const note = "I bake bread with Dora."

	it("waits until somebody answers, and is told on its page and by letter", async () => {
		await take("request")
		const browser = visit()
		expect((await signUp(browser, "hana", { note: "hi" })).status).toBe(422)
		const asked = await signUp(browser, "hana", { note, email: "hana@example.org" })
		expect(asked.headers.get("location")).toMatch(/^\/sign-up\/request\/[\w-]{43}$/)
		expect((await browser.follow(asked)).text).toContain("Your request waits")
		expect((await browser.send("/login", { name: "hana", password })).status).toBe(422)
		expect((await signUp(visit(), "hana", { note })).status).toBe(422)
		const [{ id }] = (await rows(sql`select id from sign_up_requests where handle = 'hana'`)) as [
			{ id: string },
		]
		const twice = [0, 1].map(() => answerSignUp(house.world, { id, approve: true, reason: "", by: null }))
		expect((await Promise.all(twice)).filter(({ ok }) => ok)).toHaveLength(1)
		expect((await browser.follow(asked)).text).toContain("You are welcome")
		expect((await browser.send("/login", { name: "hana", password })).status).toBe(303)
		await box.linkTo("hana@example.org", 2)
		// Two letters are sent at the same moment; either may come first.
		const links = await Promise.all([1, 2].map((nth) => box.linkTo("hana@example.org", nth)))
		const link = links.find((path) => path.startsWith("/settings/email/"))!
		expect((await browser.open(link)).text).toContain("hana@example.org")
		expect((await browser.send(link, {})).status).toBe(303)
		const kept = await rows(
			sql`select email from accounts join actors on id = actor_id where handle = 'hana'`,
		)
		expect(kept).toEqual([{ email: "hana@example.org" }])
		const left = await rows(sql`select password_hash, email from sign_up_requests where id = ${id}`)
		expect(left).toEqual([{ password_hash: null, email: null }])
	})

	it("may be turned away, with a word on why", async () => {
		await take("request")
		const browser = visit()
		const asked = await signUp(browser, "ivan", { note })
		const [{ id }] = (await rows(sql`select id from sign_up_requests where handle = 'ivan'`)) as [
			{ id: string },
		]
		await answerSignUp(house.world, { id, approve: false, reason: "We are full.", by: null })
		expect((await browser.follow(asked)).text).toContain("We are full.")
		expect(await exists("ivan")).toBe(false)
	})
})
