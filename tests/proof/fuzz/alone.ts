import "../../../src/temporal.ts"
import type { Options, Outcome } from "./activities.ts"

/** What one search says, a line of JSON each time: how far it is, and at the end what it found. */
export type Searched = { done: number; failures?: string[]; note?: string }

type Search = (options: Options) => Promise<Outcome & { costs?: Record<string, number> }>

const searches: Record<string, () => Promise<{ run: Search }>> = {
	activities: () => import("./activities.ts"),
	signatures: () => import("./signatures.ts"),
	documents: () => import("./documents.ts"),
	inputs: () => import("./inputs.ts"),
	cost: () => import("./cost.ts"),
}

const [name = "", budget, seed = "1"] = process.argv.slice(2)
const say = (searched: Searched) => console.log(JSON.stringify(searched))
const { run } = await searches[name]!()
let saidAt = 0
const outcome = await run({
	budget: Number(budget),
	seed,
	progress: (done) => {
		if (Date.now() - saidAt < 1000) return
		saidAt = Date.now()
		say({ done })
	},
})
const [dearest] = Object.entries(outcome.costs ?? {}).sort(([, one], [, other]) => other - one)
const note = dearest ? `the dearest, ${dearest[0]}, costs ${dearest[1].toFixed(1)} ms of CPU` : ""
say({ done: outcome.done, failures: outcome.failures, ...(note ? { note } : {}) })
process.exit(outcome.failures.length > 0 ? 1 : 0)
