import { randomUUID } from "node:crypto"
import { Chance } from "../../simulate/chance.ts"
import { Browser } from "../../support/browser.ts"
import { House } from "../crawler/house.ts"
import { routeTable } from "../crawler/routes.ts"
import { password } from "../crawler/visitors.ts"
import type { Options, Outcome } from "./activities.ts"
import { keep, kept } from "./corpus.ts"
import { oddValue } from "./odd.ts"

/**
 * Sends odd forms to every address that takes one, as somebody who looks after a group and as nobody, and gives the
 * command odd words. No answer may be a server's fault, no verb may fail without a sentence, and the server must live.
 */
export const run = async ({ budget, progress, seed = "1", keeps = true }: Options): Promise<Outcome> => {
	const house = await House.open()
	const failures: string[] = []
	const fail = (kind: "form" | "verb", input: string, says: string) => {
		failures.push(keeps ? `${keep({ kind, says, input })}: ${says}` : `${says} ${input.slice(0, 300)}`)
	}
	try {
		const forms = await formsOf(house)
		const chance = new Chance(seed)
		for (const { found } of kept("form"))
			await bring(forms.browsers[0]!, forms.origin, JSON.parse(found.input), fail)
		for (const { found } of kept("verb")) await tell(house, JSON.parse(found.input), fail)
		for (let done = 0; done < budget && failures.length < 20; done++) {
			if (chance.happens(0.75)) await sendForm(forms, chance, fail)
			else await giveWords(house, chance, fail)
			if (!house.alive) return { done, failures: [...failures, "The server ended by itself."] }
			progress?.(done + 1, budget)
		}
		const log = house.log().match(/^.*(TypeError|RangeError|Failed query|\[ERR\]).*$/gm) ?? []
		return {
			done: budget,
			failures: [...failures, ...log.slice(0, 5).map((line) => `The log says: ${line}`)],
		}
	} finally {
		await house.close()
	}
}

type Fail = (kind: "form" | "verb", input: string, says: string) => void
type Forms = { browsers: Browser[]; paths: string[]; fields: string[]; values: string[]; origin: string }

const formsOf = async (house: House): Promise<Forms> => {
	const [owner, nobody] = [new Browser(house.origin), new Browser(house.origin)]
	await owner.send("/login", { name: "ana", password })
	await house.snug(
		"post",
		"submit",
		"tea",
		"--as",
		"ana",
		"--text",
		"What do we drink?",
		"--poll",
		"tea",
		"--poll",
		"coffee",
	)
	const [post] = await house.snug("post", "list", "tea")
	const desk = await owner.open("/@tea/desk")
	const posts = (await routeTable()).filter(
		({ method, path }) => method === "POST" && !path.endsWith("/inbox"),
	)
	const deeds = [...desk.text.matchAll(/action="[^"]*\/desk\/([a-z]+)"/g)].map(([, deed]) => deed!)
	if (deeds.length === 0) throw new Error("The desk shows no form.")
	const paths = posts.flatMap(({ path }) => {
		const filled = path.replace(/:handle\{[^}]*\}/, "@tea").replace(/:id\{(?:[^{}]|\{[^}]*\})*\}/, post.id)
		return filled.includes(":deed")
			? [...new Set([...deeds, "approve", "ban", "remove", "x"])].map((deed) =>
					filled.replace(/:deed\{[^}]*\}/, deed),
				)
			: [filled]
	})
	const fields = [...desk.text.matchAll(/name="([^"]+)"/g)].map(([, name]) => name!)
	return {
		browsers: [owner, nobody],
		paths: paths.filter((path) => path !== "/logout"),
		fields: [
			...new Set([
				...fields,
				"post",
				"person",
				"reason",
				"option",
				"name",
				"password",
				"next",
				"token",
				"word",
				"domain",
				"until",
			]),
		],
		values: [
			post.id,
			randomUUID(),
			"ana",
			"@bob@m.test",
			"tea",
			"block",
			"7d",
			"9999-12-31",
			"on",
			"0",
			"/@tea/desk",
		],
		origin: house.origin,
	}
}

const text = (chance: Chance): string => {
	const odd = oddValue(chance)
	return (typeof odd === "string" ? odd : (JSON.stringify(odd) ?? ""))
		.slice(0, chance.pick([30, 2000, 40_000]))
		.toWellFormed()
}

const sendForm = async (
	{ browsers, paths, fields, values, origin }: Forms,
	chance: Chance,
	fail: Fail,
): Promise<void> => {
	const path = chance.pick(paths)
	const form = new URLSearchParams()
	for (let left = chance.below(6); left >= 0; left--)
		form.append(
			chance.happens(0.9) ? chance.pick(fields) : text(chance),
			chance.happens(0.5) ? chance.pick(values) : text(chance),
		)
	const type = chance.pick([
		...Array(6).fill("application/x-www-form-urlencoded"),
		"multipart/form-data; boundary=x",
		"multipart/form-data",
		"text/plain",
	])
	const junk = Buffer.from(chance.bytes(chance.below(300)))
	const body = chance.happens(0.85) ? form.toString() : junk.toString("latin1")
	await bring(chance.pick(browsers), origin, { path, type, body }, fail)
}

type Sent = { path: string; type: string; body: string }

const bring = async (
	browser: Browser,
	origin: string,
	{ path, type, body }: Sent,
	fail: Fail,
): Promise<void> => {
	const headers = { "content-type": type, origin, "sec-fetch-site": "same-origin" }
	const said = JSON.stringify({ path, type, body })
	try {
		const answer = await browser.raw(path, { method: "POST", headers, body })
		if (answer.status >= 500) fail("form", said, `It answered ${answer.status}.`)
	} catch (error) {
		fail("form", said, `It did not answer: ${(error as Error).message}`)
	}
}

const verbs = [
	"group create ? --name ? --owner ana",
	"group set tea --name ? --summary ? --rules ? --posting ? --join ? --language ?",
	"group show ?",
	"account create ? --password-file ? --email ?",
	"account block ana ?",
	"post submit tea --as ana --text ? --title ? --reply-to ? --quote ?",
	"post submit tea --as ana --text hello --poll ? --poll ? --closes ?",
	"post list ?",
	"post show ?",
	"post remove ? --reason ?",
	"post edit ? --as ana --text ?",
	"filter add tea ? --hold",
	"filter remove - ?",
	"domain block ? --reason ?",
	"domain limit ? --group ?",
	"report list ?",
	"report show ?",
	"report resolve ? --reason ?",
	"mod log ? --limit ?",
	"member ban tea ? --until ? --reason ?",
	"member list ?",
	"federation lookup ?",
	"queue status ?",
	"queue drop ?",
	"alias tea ?",
	"backup verify ?",
	"? ? ?",
]

const giveWords = async (house: House, chance: Chance, fail: Fail): Promise<void> => {
	const given = chance.pick(verbs).split(" ")
	const words = given.map((word) => (word === "?" ? text(chance).slice(0, 2000).replaceAll("\0", "") : word))
	const runs = ["start", "migrate", "restore"].some((word) => words.includes(word))
	if (!runs) await tell(house, words, fail)
}

const tell = async (house: House, words: string[], fail: Fail): Promise<void> => {
	const { code, stderr } = await house.told(words)
	if (code === null || code > 2 || /\n\s+at |TypeError|RangeError|Failed query/.test(stderr))
		fail("verb", JSON.stringify(words), `It ended with ${code}: ${stderr.slice(0, 300)}`)
}
