import { sql } from "drizzle-orm"
import { afterAll, beforeAll, expect, it } from "vitest"
import { connect } from "../../db/connect.ts"
import { claimLetters } from "../../db/letters.ts"
import { limits } from "../../src/limits.ts"
import { postLetter } from "../../src/mail/post-letter.ts"
import { newToken } from "../../src/ports.ts"
import { unseal } from "../../src/sealing.ts"
import { type House, openHouse } from "../attacks/house.ts"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { Letterbox } from "../support/letterbox.ts"
import { large } from "../support/size.ts"
import { startSnug } from "../support/snug.ts"

/** What starts and kills processes is for `npm run prove`; the rest for every day. */
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

const letter = (to: string, text = "Hello") => ({ to, subject: "A letter", text })
const post = (to: string, text?: string) =>
	house.world.db.transaction((tx) => postLetter(house.world, tx, letter(to, text)))
const waiting = async () =>
	(await house.rows<{ n: number }>(sql`select count(*)::int as n from letters`))[0]!.n
const allSent = () => eventually(async () => expect(await waiting()).toBe(0))

it("a letter is sent once, whichever of two processes sends it, and is not kept", async () => {
	const other = await house.again()
	const people = Array.from({ length: 12 }, (_, n) => `p${n}@example.org`)
	await Promise.all(people.map((to) => post(to)))
	await allSent()
	await other.close()
	expect(people.map((to) => box.to(to).length)).toEqual(people.map(() => 1))
})

it("a letter goes only if what it tells of has happened, and waits where nobody can read it", async () => {
	const failing = house.world.db.transaction(async (tx) => {
		await postLetter(house.world, tx, letter("never@example.org"))
		throw new Error("it did not happen after all")
	})
	await expect(failing).rejects.toThrow()
	box.refuse = true
	await post("later@example.org", "a secret link")
	await eventually(async () =>
		expect(
			await house.rows(sql`select 1 from letters where attempts = 1 and lease_token is null`),
		).toHaveLength(1),
	)
	const [row] = await house.rows<{ sealed: Buffer }>(sql`select sealed from letters`)
	for (const word of ["later@example.org", "secret"])
		expect(Buffer.from(row!.sealed).toString("latin1")).not.toContain(word)
	box.refuse = false
	await house.pass(limits.mailTries[0])
	await allSent()
	expect([box.to("never@example.org").length, box.to("later@example.org").length]).toEqual([0, 1])
})

it("a letter is in the language of whoever it is for, or of whoever asks", async () => {
	const write = (to: string, language: string | null) =>
		house.world.db.transaction((tx) =>
			postLetter(house.world, tx, {
				to,
				language,
				told: { tells: "confirm", handle: "ana", link: "https://l.example/x" },
			}),
		)
	await Promise.all([
		write("de@example.org", "de"),
		write("ar@example.org", "ar"),
		write("en@example.org", null),
	])
	await allSent()
	const [german, arabic, english] = ["de", "ar", "en"].map((name) => box.to(`${name}@example.org`)[0]!)
	expect(german).toMatchObject({ subject: expect.stringContaining("Ist das deine Adresse?") })
	expect(german!.text).toContain("Das Konto @ana möchte")
	expect(arabic!.text).toContain("\u2068@ana\u2069")
	expect(english!.text).toContain("https://l.example/x")
	await house.rows(sql`update accounts set email = 'ana@example.org', language = null`)
	const stranger = new Browser(house.origin)
	await stranger.send("/login/link", { email: "ana@example.org" }, { "accept-language": "de" })
	await allSent()
	expect(box.to("ana@example.org")[0]!.subject).toContain("Dein Link zum Anmelden")
	await house.rows(sql`update accounts set language = 'ar'`)
	await stranger.send("/login/link", { email: "ana@example.org" }, { "accept-language": "de" })
	await allSent()
	expect(box.to("ana@example.org")[1]!.subject).toContain("رابط دخولك")
	await house.rows(sql`update accounts set email = null, language = null`)
})

it("a letter that is of no use any more is let go of, and no more are kept than may wait", async () => {
	await house.rows(sql`insert into letters (id, sealed, due_at, until)
		select gen_random_uuid(), '\\x00', now() + interval '1 day', now() + interval '2 days' from generate_series(1, ${limits.mailWaiting})`)
	await post("crowded@example.org")
	expect(await waiting()).toBe(limits.mailWaiting)
	await house.pass(3 * 86_400_000)
	await allSent()
	expect(box.to("crowded@example.org")).toEqual([])
})

it("a letter whose sender died after handing it over comes again under the same id, once the lease is over", async () => {
	box.refuse = true
	await post("twice@example.org")
	await eventually(async () =>
		expect(await house.rows(sql`select 1 from letters where attempts = 1`)).toHaveLength(1),
	)
	box.refuse = false
	const { world } = house
	const [now, until] = [
		new Date(house.now().getTime() + 3_600_000),
		new Date(house.now().getTime() + 7_200_000),
	]
	const claim = { token: newToken(), now, until, limit: 5 }
	const [taken] = await world.db.transaction((tx) => claimLetters(tx, claim))
	const said = JSON.parse(unseal(world.secretKey, "snug letters", taken!.id, taken!.sealed).toString())
	await world.mail!.send(said, taken!.id)
	await house.pass(3_600_000 - 60_000)
	expect(await waiting()).toBe(1)
	await house.pass(3_660_000)
	await allSent()
	const ids = box.to("twice@example.org").map(({ messageId }) => messageId)
	expect([ids.length, new Set(ids).size]).toEqual([2, 1])
})

it.runIf(large)(
	"a letter outlives the process: killed while it is sent, it comes again under the same id, and no other does",
	async () => {
		const email = "ann@example.org"
		const admin = {
			ADMIN_USERNAME: "ann",
			ADMIN_PASSWORD: "correct horse battery staple",
			ADMIN_EMAIL: email,
		}
		let snug = await startSnug({ ...admin, SMTP_URL: box.url })
		const { db, close } = connect(snug.databaseUrl, { size: 1 })
		const left = async () => (await db.execute(sql`select 1 from letters`)).length
		try {
			box.beforeThanks = async () => {
				box.beforeThanks = async () => {}
				await snug.kill("SIGKILL")
			}
			expect((await new Browser(snug.origin).send("/login/link", { email })).status).toBe(200)
			await box.linkTo(email)
			expect(await left()).toBe(1)
			snug = await snug.again()
			await db.execute(sql`update letters set lease_until = null`)
			await db.execute(sql`select pg_notify('snug_letters', '')`)
			expect(await box.linkTo(email, 2)).toBe(await box.linkTo(email, 1))
			await eventually(async () => expect(await left()).toBe(0))
			const ids = box.to(email).map(({ messageId }) => messageId)
			expect([ids.length, new Set(ids).size]).toEqual([2, 1])
		} finally {
			await close()
			await snug.close()
		}
	},
)
