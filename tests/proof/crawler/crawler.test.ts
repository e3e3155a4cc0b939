import { expect, it } from "vitest"
import { addressesOf } from "./routes.ts"
import { run } from "./run.ts"

const budget = Number(process.env.CRAWLER_BUDGET ?? 5700)

it("shows nobody what is not for them, whatever they ask for", async () => {
	const { done, failures } = await run({ budget, seed: process.env.CRAWLER_SEED ?? "1" })
	expect(failures).toEqual([])
	expect(done).toBe(budget)
}, 1_800_000)

it("is told by a new kind of address what stands in it, or fails", () => {
	const known = {
		groups: [],
		people: [],
		posts: [],
		others: [],
		files: [],
		events: [],
		activities: [],
		handles: [],
	}
	expect(() => addressesOf({ method: "GET", path: "/feeds/:key" }, known)).toThrow(
		"The crawler does not know what key stands for in /feeds/:key.",
	)
})
