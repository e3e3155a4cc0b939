import { describe, expect, it } from "vitest"
import "../../../src/temporal.ts"
import { cleanHtml } from "../../../src/posts/markup.ts"
import { run as activities } from "./activities.ts"
import { run as cost } from "./cost.ts"
import { run as documents } from "./documents.ts"
import { run as inputs } from "./inputs.ts"
import { run as signatures } from "./signatures.ts"

// A slice of what `npm run prove` does at length; each tries first what tests/proof/corpus holds.
const seed = process.env.FUZZ_SEED ?? "1"
const slice = (budget: number) => ({ budget, seed, keeps: process.env.FUZZ_SEED !== undefined })
const patience = 300_000

describe("what was made to break it", () => {
	it(
		"as an activity neither throws, stands still, nor says anything in another's name",
		async () => {
			expect((await activities(slice(200))).failures).toEqual([])
		},
		patience,
	)

	it(
		"as a signature is refused, and what was not broken is taken",
		async () => {
			expect((await signatures(slice(500))).failures).toEqual([])
		},
		patience,
	)

	it(
		"as HTML leaves only what a post may have",
		async () => {
			expect((await documents({ ...slice(300), browser: false })).failures).toEqual([])
		},
		patience,
	)

	it(
		"as a form or a word of the command is answered with a sentence",
		async () => {
			expect((await inputs(slice(60))).failures).toEqual([])
		},
		patience,
	)

	it(
		"SIG-01, NET-19 asks nothing of anyone before the fields of a signature make sense",
		async () => {
			expect((await cost({ budget: 1 })).failures).toEqual([])
		},
		patience,
	)

	it("as HTML that grows when its signs are written out stays as short as a post may be", () => {
		const clean = cleanHtml(`<p>${"&".repeat(99_000)}</p>`)
		expect(clean.length).toBeLessThanOrEqual(100_000)
		expect(cleanHtml(clean)).toBe(clean)
	})
})
