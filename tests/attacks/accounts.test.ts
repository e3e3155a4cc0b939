import { BlockList } from "node:net"
import { sql } from "drizzle-orm"
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { disableAccount } from "../../src/accounts/settings/disable-account.ts"
import { resetAccount } from "../../src/accounts/settings/reset-account.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { changeRegistrations } from "../../src/accounts/signing-up/change-registrations.ts"
import { createInvite } from "../../src/accounts/signing-up/create-invite.ts"
import { readConfig } from "../../src/config.ts"
import { enact } from "../../src/moderation/enact.ts"
import { webRoutes } from "../../src/web/web.tsx"
import { Authenticator } from "../support/authenticator.ts"
import { Browser } from "../support/browser.ts"
import { eventually } from "../support/eventually.ts"
import { Letterbox } from "../support/letterbox.ts"
import { nobodyElsewhere } from "../support/nobody-elsewhere.ts"
import { type House, openHouse } from "./house.ts"

const password = "correct horse battery staple"
const secret = "A".repeat(43)
let box: Letterbox
let house: House
let bea: string

beforeAll(async () => {
	box = await Letterbox.open()
	house = await openHouse({ settings: { SMTP_URL: box.url } })
	const made = await signUp(house.world, { name: "bea", password, email: "bea@example.org" })
	bea = made.ok ? made.value.id : ""
	await enact(house.world, (tx) =>
		changeRegistrations(house.world, tx, { by: null, registrations: "open", inviting: "everyone" }),
	)
})
afterAll(async () => {
	await house?.close()
	await box?.close()
})
// A quarter of a day later no limit of before counts any more.
beforeEach(() => house.pass(6 * 3_600_000))

const visit = () => new Browser(house.origin)
const signedIn = async (name: string, word = password): Promise<Browser> => {
	const browser = visit()
	const answer = await browser.send("/login", { name, password: word })
	expect(answer.status, answer.text).toBe(303)
	return browser
}
const isIn = async (browser: Browser) => (await browser.open("/settings")).status === 200
const rows = (query: ReturnType<typeof sql>) => house.rows(query)
const tables = [
	"accounts",
	"sessions",
	"passkeys",
	"recovery_codes",
	"invites",
	"sign_up_requests",
	"events",
	"actors",
]
const everything = async (...more: string[]): Promise<string[]> => {
	const lines: string[] = []
	for (const table of [...tables, ...more])
		for (const row of await rows(sql.raw(`select * from ${table} order by 1, 2`)))
			lines.push(`${table} ${JSON.stringify(row)}`)
	return lines
}

describe("guessing", () => {
	it("AUT-01: ten wrong passwords from one address or for one name are all, whatever X-Forwarded-For says", async () => {
		const statuses: number[] = []
		for (let n = 0; n < 12; n++) {
			const form = { name: `somebody${n}`, password: "wrong horse battery" }
			statuses.push((await visit().send("/login", form, { "x-forwarded-for": `203.0.113.${n}` })).status)
		}
		expect(statuses).toEqual([...Array(10).fill(422), 429, 429])
		await house.pass(11 * 60_000)
		expect(await isIn(await signedIn("ana"))).toBe(true)
	})

	it("AUT-03: every door by which somebody could guess is limited, under no other spelling of its address", async () => {
		const ana = "ana"
		const nobody = null
		const tried: [string | null, string, Record<string, string>][] = [
			[nobody, "/login", { name: "ana", password: "x" }],
			[nobody, "/login/code", { name: "ana", code: "x" }],
			[nobody, "/login/link", { email: "x@example.org" }],
			[nobody, `/login/link/${secret}`, {}],
			[nobody, "/login/passkey", { answer: "{}" }],
			[nobody, "/sign-up", { name: "ana", password }],
			[nobody, "/sign-up", { name: "zed", password, invite: secret }],
			[ana, "/settings/password", { password: "x" }],
			[ana, "/settings/email", { email: "x" }],
			[ana, `/settings/email/${secret}`, {}],
			[ana, "/settings/invites", { uses: "0", days: "1" }],
		]
		for (const [name, path, form] of tried) {
			await house.pass(2 * 3_600_000)
			const browser = name ? await signedIn(name) : visit()
			let status = 0
			for (let n = 0; n < 45 && status !== 429; n++) status = (await browser.send(path, form)).status
			expect([path, status]).toEqual([path, 429])
			for (const other of [`${path}/`, `${path}.json`, path.toUpperCase()])
				expect([404, 410, 429, ...(name ? [303] : [])]).toContain((await visit().send(other, form)).status)
		}
	}, 60_000)

	it("AUT-04: nobody learns whether a name or an address is known", async () => {
		const same = async (path: string, known: Record<string, string>, unknown: Record<string, string>) => {
			const answers = [await visit().send(path, known), await visit().send(path, unknown)]
			const seen = answers.map(({ status, headers, text }) => {
				const {
					date: _,
					"content-length": __,
					"set-cookie": ___,
					location,
					...rest
				} = Object.fromEntries(headers)
				const words = [...Object.values(known), ...Object.values(unknown)]
				return { status, rest, location, text: words.reduce((all, word) => all.replaceAll(word, "…"), text) }
			})
			expect(seen[0], path).toEqual(seen[1])
		}
		await same(
			"/login",
			{ name: "ana", password: "wrong horse" },
			{ name: "nobody", password: "wrong horse" },
		)
		await same("/login/code", { name: "ana", code: "abcd" }, { name: "nobody", code: "abcd" })
		await same("/login/link", { email: "bea@example.org" }, { email: "nobody@example.org" })
		const form = { password, display_name: "New" }
		await same(
			"/sign-up",
			{ ...form, name: "knownone", email: "Bea@example.org" },
			{ ...form, name: "unknown1", email: "fresh@example.org" },
		)
		await eventually(() => expect(box.to("fresh@example.org").length).toBe(1))
		expect(box.to("nobody@example.org")).toEqual([])
		expect(await rows(sql`select email from accounts where email is not null`)).toEqual([
			{ email: "bea@example.org" },
		])
	})
})

describe("sessions", () => {
	it("AUT-14: whoever is in is out at once when a password changes, the operator resets or switches off", async () => {
		const here = await signedIn("bea")
		const there = await signedIn("bea")
		const fresh = "otter lamp quilt seven"
		await here.send("/settings/password", { password: fresh })
		expect([await isIn(here), await isIn(there)]).toEqual([true, false])
		const reset = await enact(house.world, (tx) => resetAccount(house.world, tx, { actorId: bea, by: null }))
		expect(await isIn(here)).toBe(false)
		const link = `/login/link/${reset.ok && reset.value}`
		const back = visit()
		expect((await back.send(link, {})).headers.get("location")).toBe("/settings/password")
		expect((await back.send("/settings/password", { password })).status).toBe(303)
		const [session] = await rows(sql`select id from sessions where actor_id = ${bea}`)
		const other = await signedIn("bea")
		await other.send("/settings/sessions/end", { id: session!.id })
		expect([await isIn(back), await isIn(other)]).toEqual([false, true])
		const off = { actorId: bea, by: null, reason: "" }
		await enact(house.world, (tx) => disableAccount(house.world, tx, off))
		expect(await isIn(other)).toBe(false)
		expect((await visit().send("/login", { name: "bea", password })).status).toBe(422)
		await rows(sql`update accounts set disabled_at = null where actor_id = ${bea}`)
	})

	it("asks again who it is, before something that matters, when that was long ago", async () => {
		const ana = await signedIn("ana")
		await house.pass(16 * 60_000)
		expect((await ana.open("/settings/sessions")).status).toBe(200)
		for (const path of [
			"/settings/password",
			"/settings/passkeys",
			"/settings/codes",
			"/settings/email",
			"/settings/moving",
		]) {
			const there = `/login?again=1&next=${encodeURIComponent(path)}`
			expect((await ana.open(path)).headers.get("location")).toBe(there)
			expect((await ana.send(path, { password: "taken over by me" })).headers.get("location")).toBe(there)
		}
		expect((await ana.open("/login?again=1&next=/settings/password")).text).toContain("Is it you?")
		const again = await ana.send("/login", { name: "ana", password, next: "/settings/password" })
		expect((await ana.follow(again)).status).toBe(200)
	})
})

describe("forms", () => {
	it("AUT-06: no page of another server sends any of them", async () => {
		const facing = {
			trustedProxies: new BlockList(),
			defaultLocale: "en" as const,
			elsewhere: nobodyElsewhere,
			examine: async () => [],
		}
		const paths = webRoutes(house.world, facing)
			.routes.filter(({ method, path }) => method === "POST" && path !== "/setup")
			.map(({ path }) =>
				path
					.replace(/:handle\{[^}]*\}/, "@tea")
					.replace(/:token/, secret)
					.replace(/:id\{.*\}/, house.tea.id),
			)
			.map((path) => path.replace(/:\w+(\{[^}]*\})?/g, "ban"))
		expect(paths.length).toBeGreaterThan(25)
		const ana = await signedIn("ana")
		const before = await everything("passes")
		for (const path of new Set(paths))
			for (const type of [
				"application/x-www-form-urlencoded",
				"Application/X-WWW-Form-Urlencoded",
				"text/plain",
				"",
			])
				for (const from of ["https://evil.test", "null", null]) {
					const headers: Record<string, string> = { ...(from && { origin: from }), "content-type": type }
					const answer = await ana.raw(path, { method: "POST", body: "password=x&id=y", headers })
					// What is no address of ours changes nothing either.
					expect([403, 404], `${path} ${type}`).toContain(answer.status)
				}
		expect(await everything("passes")).toEqual(before)
	}, 60_000)

	it("AUT-08: and none reads an answer, with or without a cookie", async () => {
		const ana = await signedIn("ana")
		for (const path of ["/", "/login", "/settings", "/settings/sessions", "/@ana", "/@tea", "/sign-up"]) {
			const answer = await ana.raw(path, { headers: { origin: "https://evil.test" } })
			expect([...answer.headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([])
		}
	})

	it("AUT-09: a field that is none of the form's sets nothing", async () => {
		const more = {
			operator: "true",
			actor_id: bea,
			actorId: bea,
			role: "owner",
			invited_by: bea,
			groupId: house.tea.id,
			verified: "1",
		}
		const mia = visit()
		expect((await mia.send("/sign-up", { ...more, name: "mia", password })).status).toBe(303)
		const [account] = await rows(
			sql`select operator, invited_by from accounts join actors on id = actor_id where handle = 'mia'`,
		)
		expect(account).toEqual({ operator: false, invited_by: null })
		await mia.send("/settings/profile", { ...more, name: "Mia", about: "New" })
		await mia.send("/settings/password", { ...more, password: "otter lamp quilt seven" })
		expect(await rows(sql`select name from actors where id = ${bea}`)).toEqual([{ name: "bea" }])
		expect(await isIn(await signedIn("bea"))).toBe(true)
	})

	it("AUT-13: nobody touches what is another's by its id", async () => {
		const bea_ = await signedIn("bea")
		const wish = { by: { actorId: bea }, groupId: null, uses: 1, days: 1, note: "" }
		const invite = await enact(house.world, (tx) => createInvite(house.world, tx, wish))
		await bea_.send("/settings/email", { email: "bea2@example.org" })
		const link = await box.linkTo("bea2@example.org")
		const [session] = await rows(sql`select id from sessions where actor_id = ${bea}`)
		const mallet = await signedIn("ana")
		const before = await everything()
		const id = (invite.ok && invite.value.id) || ""
		expect((await mallet.send("/settings/invites/revoke", { id })).status).toBe(422)
		expect((await mallet.send("/settings/sessions/end", { id: session!.id })).status).toBe(422)
		expect((await mallet.send("/settings/passkeys/remove", { id: house.tea.id })).status).toBe(422)
		const foreign = await mallet.open(link)
		const unknown = await mallet.open(`/settings/email/${secret}`)
		expect([foreign.status, foreign.text]).toEqual([404, unknown.text])
		expect((await mallet.send(link, {})).status).toBe(404)
		expect(await everything()).toEqual(before)
		expect((await bea_.open(link)).status).toBe(200)
	})
})

describe("AUT-11: a link to sign in by", () => {
	const ask = async (nth: number): Promise<string> => {
		expect((await visit().send("/login/link", { email: "BEA@example.org" })).status).toBe(200)
		return box.linkTo("bea@example.org", nth)
	}
	const lettersSoFar = () => box.to("bea@example.org").length

	it("is not used up by looking at it, and opens once, for one of two at the same moment", async () => {
		const link = await ask(lettersSoFar() + 1)
		for (let n = 0; n < 3; n++) expect((await visit().open(link)).status).toBe(200)
		const [one, two] = [visit(), visit()]
		const answers = await Promise.all([one.send(link, {}), two.send(link, {})])
		expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
		expect([await isIn(one), await isIn(two)].filter(Boolean)).toEqual([true])
		expect((await visit().send(link, {})).status).toBe(410)
	})

	it("opens nothing when it is old, when a newer one was asked for, or when the account has another address", async () => {
		const first = await ask(lettersSoFar() + 1)
		const second = await ask(lettersSoFar() + 1)
		expect((await visit().send(first, {})).status).toBe(410)
		await house.pass(16 * 60_000)
		expect((await visit().send(second, {})).status).toBe(410)
		const third = await ask(lettersSoFar() + 1)
		await rows(sql`update accounts set email = 'other@example.org' where actor_id = ${bea}`)
		expect((await visit().send(third, {})).status).toBe(410)
		await rows(sql`update accounts set email = 'bea@example.org' where actor_id = ${bea}`)
	})
})

describe("AUT-16: a passkey", () => {
	const optionsIn = (text: string) => {
		const found = /data-options="([^"]+)"/.exec(text)![1]!
		return JSON.parse(found.replaceAll("&quot;", '"').replaceAll("&amp;", "&")) as { challenge: string }
	}
	const made = async (name: string) => {
		const [browser, passkey] = [await signedIn(name), new Authenticator(house.origin)]
		const options = optionsIn((await browser.open("/settings/passkeys")).text)
		const answer = await browser.send("/settings/passkeys", { answer: passkey.make(options), name: "key" })
		expect(answer.status, answer.text).toBe(303)
		return { browser, passkey }
	}
	const asked = async (browser: Browser) => optionsIn((await browser.open("/login/passkey")).text)

	it("opens the account of whoever made it, and again; and no more once it is removed", async () => {
		const { passkey, browser } = await made("ana")
		for (let n = 0; n < 2; n++) {
			const fresh = visit()
			expect((await fresh.send("/login/passkey", { answer: passkey.use(await asked(fresh)) })).status).toBe(
				303,
			)
			expect((await fresh.open("/")).text).toContain('href="/@ana"')
		}
		const [row] = await rows(
			sql`select id from passkeys where credential_id = ${passkey.id.toString("base64url")}`,
		)
		expect((await browser.send("/settings/passkeys/remove", { id: row!.id })).status).toBe(303)
		const late = visit()
		expect((await late.send("/login/passkey", { answer: passkey.use(await asked(late)) })).status).toBe(422)
	})

	it("is refused when it answers another origin, server, ceremony, browser or time, twice, or counts back", async () => {
		const { passkey } = await made("ana")
		const attempt = async (answer: (options: { challenge: string }) => string) => {
			const browser = visit()
			return (await browser.send("/login/passkey", { answer: answer(await asked(browser)) })).status
		}
		expect(await attempt((options) => passkey.use(options))).toBe(303)
		expect(await attempt((options) => passkey.use(options, { origin: "https://evil.test" }))).toBe(422)
		expect(await attempt((options) => passkey.use(options, { party: "evil.test" }))).toBe(422)
		expect(await attempt((options) => passkey.use(options, { type: "webauthn.create" }))).toBe(422)
		expect(await attempt((options) => passkey.use(options, { counter: 1 }))).toBe(422)
		const handle = Buffer.from(bea).toString("base64url")
		expect(await attempt((options) => passkey.use(options, { userHandle: handle }))).toBe(422)
		expect(await attempt(() => passkey.use({ challenge: secret }))).toBe(422)
		expect(await attempt((options) => new Authenticator(house.origin).use(options))).toBe(422)
		await house.pass(11 * 60_000)
		const [mine, theirs] = [visit(), visit()]
		const answer = passkey.use(await asked(mine))
		await asked(theirs)
		expect((await theirs.send("/login/passkey", { answer })).status).toBe(422)
		const used = passkey.use(await asked(mine))
		expect((await mine.send("/login/passkey", { answer: used })).status).toBe(303)
		expect((await mine.send("/login/passkey", { answer: used })).status).toBe(422)
		const slow = passkey.use(await asked(mine))
		await house.pass(6 * 60_000)
		expect((await mine.send("/login/passkey", { answer: slow })).status).toBe(422)
	})

	it("is nobody else's, and is not added by another's answer", async () => {
		const { passkey } = await made("ana")
		const other = await signedIn("bea")
		const options = optionsIn((await other.open("/settings/passkeys")).text)
		expect((await other.send("/settings/passkeys", { answer: passkey.make(options) })).status).toBe(422)
		const strange = new Authenticator(house.origin)
		const ana = await signedIn("ana")
		const hers = optionsIn((await ana.open("/settings/passkeys")).text)
		expect((await other.send("/settings/passkeys", { answer: strange.make(hers) })).status).toBe(422)
		const foreign = optionsIn((await other.open("/settings/passkeys")).text)
		const evil = strange.make(foreign, { origin: "https://evil.test" })
		expect((await other.send("/settings/passkeys", { answer: evil })).status).toBe(422)
		expect(await rows(sql`select 1 from passkeys where actor_id = ${bea}`)).toEqual([])
	})
})

describe("what stands open", () => {
	it("AUT-18: setting up is over once there is an account, and no weak secret starts a server", async () => {
		expect((await visit().open(`/setup?token=${secret}`)).status).toBe(410)
		const form = {
			token: secret,
			server_name: "x",
			name: "mallet",
			password,
			group_handle: "g",
			group_name: "g",
		}
		expect((await visit().send("/setup", form)).status).toBe(410)
		expect(() => readConfig({ SECRET_KEY: "short" })).toThrow("SECRET_KEY")
		expect(await rows(sql`select 1 from actors where handle = 'mallet'`)).toEqual([])
	})

	it("AUT-19: no other spelling of an address leads past the door, nor out of what is served", async () => {
		const spellings = [
			"/settings//",
			"//settings",
			"/SETTINGS",
			"/%73ettings/profile",
			"/settings/.",
			"/settings/%2e/profile",
			"/settings;x",
			"/settings/..;/settings",
			"/settings%2fprofile",
			"/settings%0a",
			"/settings\\profile",
			"/static/..%2fpackage.json",
			"/static/%252e%252e/package.json",
			"/static/../package.json",
			"/static/",
		]
		for (const path of spellings) {
			const answer = await visit().open(path)
			expect([path, answer.status]).not.toEqual([path, 200])
			expect(answer.text).not.toMatch(/"dependencies"|action="\/settings/)
		}
	})

	it("AUT-22: no secret stands in the database as it is", async () => {
		const ana = await signedIn("ana")
		const codes = (await ana.send("/settings/codes", {})).text
		const invite = /\/invite\/([\w-]{43})/.exec(
			(await ana.send("/settings/invites", { uses: "1", days: "1" })).text,
		)![1]!
		await visit().send("/login/link", { email: "bea@example.org" })
		const link = await box.linkTo("bea@example.org", box.to("bea@example.org").length)
		const secrets = [
			ana.cookies.get("snug")!,
			invite,
			link.split("/").at(-1)!,
			password,
			...[...codes.matchAll(/<li>([\w-]{19})<\/li>/g)].map(([, code]) => code!),
		]
		expect(secrets.length).toBe(14)
		const kept = (await everything("passes")).join()
		expect(secrets.filter((one) => kept.includes(one))).toEqual([])
	})
})
