import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { noteProblem as introductionProblem, passwordProblem } from "../../src/accounts/account.ts"
import { aboutProblem, nameProblem } from "../../src/groups/group.ts"
import { everyLimit, withPeerLimits } from "../../src/limits/in-markdown.ts"
import { inWords } from "../../src/limits/in-words.ts"
import type { Limit } from "../../src/limits/limit.ts"
import { areas, limits } from "../../src/limits.ts"
import { reasonProblem } from "../../src/moderation/by.ts"
import { pollProblem } from "../../src/posts/poll.ts"
import { noteProblem, textProblem, titleProblem } from "../../src/posts/post.ts"
import { written } from "../attacks/limits.ts"

const root = join(import.meta.dirname, "../..")
const text = (file: string): string => readFileSync(join(root, file), "utf8")

/** Code without what is written in it for people: comments and texts, but for what stands in a text's ${}. */
const bare = (file: string): string =>
	text(file)
		.replace(/\/\*[\s\S]*?\*\//g, "")
		.replace(/(^|\s)\/\/.*$/gm, "")
		.replace(/"(?:[^"\\\n]|\\.)*"/g, '""')

const code = globSync("{src,federation,db}/**/*.{ts,tsx}", { cwd: root })
	.map((file) => file.replaceAll("\\", "/"))
	.filter(
		(file) => !/^src\/limits(\.ts$|\/)|^src\/web\/(languages|styles)\/|^db\/(schema|migrations)\//.test(file),
	)
	.map((file) => ({ file, text: bare(file) }))

/** How long a second is, and the like, may be written anywhere; and small numbers meet by chance. */
const sizes = new Set([1000, 60_000, 3_600_000, 86_400_000, 1024])

const numbersOf = (value: Limit["value"]): number[] =>
	typeof value === "number" ? [value] : "span" in value ? [value.most, value.span] : [...value]

describe("the table of limits", () => {
	it("names each of them once", () => {
		const names = Object.values(areas).flatMap((area) => Object.keys(area))
		expect(names.filter((name, n) => names.indexOf(name) !== n)).toEqual([])
		expect(Object.keys(limits).sort()).toEqual([...names].sort())
	})

	it("is what the code goes by: each is read somewhere", () => {
		const read = new Set(
			code.flatMap(({ text }) => [...text.matchAll(/\blimits\.(\w+)/g)].map(([, name]) => name!)),
		)
		expect(Object.keys(limits).filter((name) => !read.has(name))).toEqual([])
	})

	it("stands nowhere a second time: who reads a limit does not also write it", () => {
		const again = code.flatMap(({ file, text }) => {
			const numbers = new Set(
				[...text.matchAll(/(?<![\w.$])\d[\d_]*\b/g)].map(([all]) => Number(all.replaceAll("_", ""))),
			)
			const read = [...text.matchAll(/\blimits\.(\w+)/g)].map(([, name]) => name as keyof typeof limits)
			return read
				.filter((name) => name in limits)
				.filter((name) =>
					numbersOf(limits[name]).some((number) => !sizes.has(number) && number >= 12 && numbers.has(number)),
				)
				.map((name) => `${file}: ${name}`)
		})
		expect(again).toEqual([])
	})

	it("is where a limit goes: none is named in the code itself", () => {
		const named = /\bconst (\w*(?:most|longest|largest|AtMost)\w*) = (?:[\d(]|\{ ?\w+: \d)/gi
		expect(
			code.flatMap(({ file, text }) => [...text.matchAll(named)].map(([, name]) => `${file}: ${name}`)),
		).toEqual([])
	})
})

describe("what is told of limits", () => {
	it("is in docs/limits.md and FEDERATION.md as it is (npm run limits writes it)", () => {
		expect(text("docs/limits.md")).toBe(everyLimit(areas))
		expect(text("FEDERATION.md")).toBe(withPeerLimits(text("FEDERATION.md"), areas))
	})

	it("is the same number in the sentences that refuse", () => {
		const long = (most: number) => "x".repeat(most + 1)
		const said: [problem: string | null, most: number][] = [
			[passwordProblem("x".repeat(limits.passwordShortest - 1)), limits.passwordShortest],
			[passwordProblem(long(limits.passwordLongest)), limits.passwordLongest],
			[introductionProblem(long(limits.requestNote)), limits.requestNote],
			[nameProblem(long(limits.groupName)), limits.groupName],
			[aboutProblem(long(limits.groupAbout)), limits.groupAbout],
			[reasonProblem(long(limits.reason)), limits.reason],
			[titleProblem(long(limits.title)), limits.title],
			[noteProblem(long(limits.contentNote)), limits.contentNote],
			[textProblem(long(limits.postText)), limits.postText],
			[pollProblem(["yes", long(limits.pollOption)], limits.pollShortest), limits.pollOption],
		]
		for (const [problem, most] of said) expect(problem?.replace(/(\d) (?=\d)/g, "$1")).toContain(String(most))
	})

	it.each([
		[{ value: 1_000_000, unit: "bytes" }, "1 000 000 bytes"],
		[{ value: 65_536, unit: "bytes" }, "64 KiB"],
		[{ value: 9500, unit: "time" }, "9.5 s"],
		[{ value: 86_400_000, unit: "time" }, "1 day"],
		[{ value: { most: 30, span: 600_000 }, unit: "times" }, "30 in 10 min"],
		[{ value: [1000, 7_200_000], unit: "time" }, "1 s, 2 h"],
		[{ value: 20_000, unit: "things" }, "20 000"],
	] as const)("says %o as people read it", (limit, words) => expect(inWords(limit)).toBe(words))

	it("is what the attacks were written against", () => {
		const read: Record<string, Limit["value"]> = limits
		for (const [name, value] of Object.entries(written)) expect(read[name], name).toBe(value)
	})
})
