import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, it } from "vitest"
import { Browser } from "../support/browser.ts"
import { Letterbox } from "../support/letterbox.ts"
import { type Snug, startSnug } from "../support/snug.ts"
import { withOwner } from "../support/with-owner.ts"

const password = "otter lamp quilt seven"
const folder = mkdtempSync(join(tmpdir(), "snug-verbs-"))
let box: Letterbox
let snug: Snug

beforeAll(async () => {
	box = await Letterbox.open()
	snug = await startSnug({ SMTP_URL: box.url, MAIL_FROM: "Snug <snug@mail.example>" })
	await withOwner(snug, "tea")
})
afterAll(async () => {
	await snug?.close()
	await box?.close()
	rmSync(folder, { recursive: true, force: true })
})

const visit = () => new Browser(snug.origin)
const pathOf = (row: { uri: string }) => new URL(row.uri).pathname
const isIn = async (browser: Browser) => (await browser.open("/settings")).status === 200
const list = async (...words: string[]) =>
	(await snug.snug(...words)) as unknown as { [key: string]: string }[]

it("an operator says how people come, invites them, and takes it back", async () => {
	const rules = join(folder, "rules.md")
	writeFileSync(rules, "Be **kind**.")
	const set = await snug.snug("server", "set", "--registrations", "invite", "--rules-file", rules)
	expect(set).toMatchObject({ registrations: "invite", inviting: "operators", rules: "Be **kind**." })
	const made = await snug.snug("invite", "create", "--group", "tea", "--note", "For Kim", "--days", "3")
	const back = await snug.snug("invite", "create")
	expect(await list("invite", "list")).toHaveLength(2)
	await snug.snug("invite", "revoke", back.id as string)
	expect((await visit().open(pathOf(back as { uri: string }))).status).toBe(410)
	const kim = visit()
	expect((await kim.open(pathOf(made as { uri: string }))).text).toContain("<strong>kind</strong>")
	const invite = pathOf(made as { uri: string })
		.split("/")
		.at(-1)!
	expect((await kim.send("/sign-up", { name: "kim", password, invite, agreed: "yes" })).status).toBe(303)
	const members = await list("member", "list", "tea")
	expect(members.map(({ handle, state }) => `${handle} ${state}`)).toContain(`@kim@${snug.host} member`)
	await expect(snug.snug("invite", "create", "--uses", "0")).rejects.toThrow(
		"An invitation is for one person",
	)
	await expect(snug.snug("server", "set", "--registrations", "maybe")).rejects.toThrow("maybe is none of")
})

it("an operator answers who asks, and a letter says so", async () => {
	await snug.snug("server", "set", "--registrations", "request")
	const form = { password, note: "I bake bread with Kim.", agreed: "yes" }
	await visit().send("/sign-up", { ...form, name: "lou", email: "lou@example.org" })
	await visit().send("/sign-up", { ...form, name: "max" })
	const waiting = await list("request", "list")
	expect(waiting.map(({ handle, note }) => [handle, note])).toEqual([
		["lou", form.note],
		["max", form.note],
	])
	await snug.snug("request", "approve", "lou")
	await snug.snug("request", "reject", "@max", "--reason", "We are full.")
	expect(await list("request", "list")).toEqual([])
	expect((await visit().send("/login", { name: "lou", password })).status).toBe(303)
	await box.linkTo("lou@example.org")
	await expect(snug.snug("request", "approve", "max")).rejects.toThrow("There is no request")
})

it("an operator lets somebody in again who has lost every way, or nobody any more", async () => {
	const kim = visit()
	await kim.send("/login", { name: "kim", password })
	const reset = await snug.snug("account", "reset", "kim")
	expect(await isIn(kim)).toBe(false)
	const link = pathOf(reset as { uri: string })
	expect((await kim.send(link, {})).headers.get("location")).toBe("/settings/password")
	expect(await isIn(kim)).toBe(true)
	expect((await kim.send(link, {})).status).toBe(410)
	await snug.snug("account", "disable", "kim", "--reason", "Sold us a course")
	expect(await isIn(kim)).toBe(false)
	await snug.snug("account", "enable", "kim")
	expect((await kim.send("/login", { name: "kim", password })).status).toBe(303)
})

it("an operator tries whether letters arrive, and hears why not, and no secret stands in the log", async () => {
	await snug.snug("mail", "test", "op@example.org")
	const [letter] = box.to("op@example.org")
	expect([letter?.from?.address, letter?.subject]).toEqual(["snug@mail.example", "A letter to try · A Snug"])
	box.refuse = true
	await expect(snug.snug("mail", "test", "op@example.org")).rejects.toThrow("did not take it")
	box.refuse = false
	const said = snug.output().replace(/^Setup: \S+$/gm, "")
	expect(said).not.toMatch(/[\w-]{43}/)
	for (const word of [password, "lou@example.org"]) expect(said).not.toContain(word)
})
