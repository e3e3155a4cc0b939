import { existsSync } from "node:fs"
import { join } from "node:path"
import { cleanHtml, plainText } from "../../../src/posts/markup.ts"
import { Chance } from "../../simulate/chance.ts"
import type { Options, Outcome } from "./activities.ts"
import { keep, kept } from "./corpus.ts"
import { madeHtml } from "./html.ts"
import { openJudge } from "./judge.ts"
import { longestStretch } from "./stalls.ts"

const perPage = 25
const pages = join(import.meta.dirname, "../../../dist/src/web/pages/thread.js")

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium"

/**
 * Cleans made-up HTML as a post's would be, and looks at what is left: only tags and addresses a post may have, the same
 * when cleaned again. Then shows it in a page in a browser without its policy: nothing may run or be asked for, and the page
 * must be whole around it. Without a browser only the first half is done.
 */
export const run = async ({
	budget,
	progress,
	seed = "1",
	keeps = true,
	browser = true,
}: Options & { browser?: boolean }): Promise<Outcome> => {
	const failures: string[] = []
	const judge = browser && existsSync(chromium) ? await openJudge(chromium, pages) : null
	const fail = (input: string, says: string) => {
		failures.push(
			keeps
				? `${keep({ kind: "html", says, input })}: ${says}`
				: `${says} ${JSON.stringify(input.slice(0, 300))}`,
		)
	}
	try {
		for (const bad of judge ? hostile : [])
			if ((await judge!.faults([bad])).length === 0)
				failures.push(`The browser sees nothing wrong with ${bad}.`)
		for (const { found } of kept("html")) await look([found.input], judge, fail)
		for (let done = 0; done < budget && failures.length < 20; done += perPage) {
			const chance = new Chance(`${seed} ${done}`)
			const inputs = Array.from({ length: Math.min(perPage, budget - done) }, () => madeHtml(chance))
			await look(inputs, judge, fail)
			progress?.(done + inputs.length, budget)
		}
		return { done: budget, failures }
	} finally {
		await judge?.close()
	}
}

/** What the browser must find, or it judges nothing. */
const hostile = ["<img src=https://asked.example/i>", "<script>fire(1)</script>", "</main><h1>words</h1>"]

type Judge = Awaited<ReturnType<typeof openJudge>>

const look = async (
	inputs: string[],
	judge: Judge | null,
	fail: (input: string, says: string) => void,
): Promise<void> => {
	const clean = inputs.map((input) => cleaned(input, fail))
	if (!judge) return
	if ((await judge.faults(clean)).length === 0) return
	for (const [nth, html] of clean.entries())
		for (const fault of await judge.faults([html])) fail(inputs[nth]!, fault)
}

const cleaned = (input: string, fail: (input: string, says: string) => void): string => {
	const before = process.threadCpuUsage()
	const html = cleanHtml(input)
	plainText(html)
	const spent = process.threadCpuUsage(before)
	if ((spent.user + spent.system) / 1000 > longestStretch) fail(input, "It took longer than a stretch may.")
	if (cleanHtml(html) !== html) fail(input, "Cleaned again it is something else.")
	for (const fault of leftovers(html)) fail(input, fault)
	return html
}

const allowed = new Set(
	"p br a span del s pre code em strong b i u ul ol li blockquote h2 h3 h4 h5 h6 hr sub sup ruby rt rp".split(
		" ",
	),
)
const allowedAttributes = new Set(["href", "class", "rel", "hreflang", "start", "reversed", "value"])

/** What is left of tags and attributes, read by a reader that knows nothing but well-formed ones. */
const leftovers = (html: string): string[] => {
	const found: string[] = []
	const rest = html.replace(
		/<(\/?)([a-z0-9]+)((?: [a-z]+(?:="[^"<>]*")?)*) ?\/?>/g,
		(_, __, tag: string, own: string) => {
			if (!allowed.has(tag)) found.push(`<${tag}> is left.`)
			for (const [, name, value = ""] of own.matchAll(/ ([a-z]+)(?:="([^"]*)")?/g)) {
				if (!allowedAttributes.has(name!)) found.push(`${name} is left.`)
				if (name === "href" && !/^(https?:|mailto:)/i.test(value))
					found.push(`An address ${value.slice(0, 60)} is left.`)
			}
			return ""
		},
	)
	if (/[<>]/.test(rest)) found.push(`A bracket is left: ${/.{0,20}[<>].{0,20}/s.exec(rest)?.[0]}`)
	return found
}
