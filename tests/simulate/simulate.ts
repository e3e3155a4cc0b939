import "./signatures.ts"
import "../../src/temporal.ts"
import { closeSync, openSync, writeSync } from "node:fs"
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { failpoints } from "../../src/failpoints.ts"
import { keepToOneCore } from "./own-core.ts"
import { pace, sabotages } from "./plan.ts"
import { share } from "./share.ts"
import { sumUp } from "./sum-up.ts"

const usage = `npm run simulate -- [--seed N | --seeds A-B] [--hours H] [--servers K] [--acts N] [--faults F]
  [--jobs N] [--fresh] [--twice]
  [--place NAME] [--shrink TRIES] [--sabotage NAME] [--trace FILE]

  --acts    what people of one server do in an hour, on average (${pace})
  --faults  how often something breaks beside people's deeds, as a multiple of what is usual (1)
  --place   where servers die that die at a named place: always there, rather than at one after the other
  --jobs    so many processes side by side for --seeds, each on a core of its own (as many as there are cores)
  --fresh   lives through seeds again that an earlier run has done; otherwise --seeds goes on where that was ended
  --twice   each seed two times, to see that it is the same each time`

const { values } = parseArgs({
	options: {
		seed: { type: "string", default: "1" },
		seeds: { type: "string" },
		hours: { type: "string", default: "1" },
		servers: { type: "string", default: "2" },
		acts: { type: "string", default: String(pace) },
		faults: { type: "string", default: "1" },
		place: { type: "string" },
		jobs: { type: "string" },
		/** Which of how many processes this is: said by the first of them to the others. */
		share: { type: "string" },
		fresh: { type: "boolean", default: false },
		twice: { type: "boolean", default: false },
		shrink: { type: "string", default: "40" },
		sabotage: { type: "string" },
		trace: { type: "string" },
		help: { type: "boolean", default: false },
	},
})
if (values.help) {
	console.log(usage)
	process.exit(0)
}
const [first, last] = (values.seeds ?? `${values.seed}-${values.seed}`).split("-").map(Number)
const [hours, servers, acts] = [Number(values.hours), Number(values.servers), Number(values.acts)]
const roughness = Number(values.faults)
const numbers = [first, last, hours, servers, acts, roughness]
if (
	!numbers.every((one) => Number.isFinite(one)) ||
	servers < 1 ||
	hours <= 0 ||
	acts <= 0 ||
	roughness < 0
) {
	console.error(usage)
	process.exit(2)
}
const sabotage = values.sabotage as keyof typeof sabotages | undefined
if (sabotage && !Object.hasOwn(sabotages, sabotage)) {
	console.error(`--sabotage is one of: ${Object.keys(sabotages).join(", ")}`)
	process.exit(2)
}

const place = failpoints.find((one) => one === values.place) ?? null
if (values.place && !place) {
	console.error(`--place is one of: ${failpoints.join(", ")}`)
	process.exit(2)
}
const kind = { place, hours, servers, acts, roughness, sabotage: sabotage ?? null }
const jobs = values.seeds && !values.share && !values.trace ? Number(values.jobs ?? cpus().length) : 1
const all = Array.from({ length: last! - first! + 1 }, (_, nth) => first! + nth)

/** Several processes, each with its share of the seeds. */
const liveTogether = async (): Promise<number> => {
	const { keptOf } = await import("./simulation.ts")
	const kept = keptOf(kind)
	if (values.fresh) kept.forget()
	const known = all.filter((seed) => kept.results.get(seed)?.failed === 0).length
	const began = performance.now()
	const words = process.argv.slice(2).filter((word) => word !== "--fresh")
	const went = await share(jobs, words, kept)
	const results = all.flatMap((seed) => kept.results.get(seed) ?? [])
	const parts = {
		hours,
		servers,
		before: known,
		wall: (performance.now() - began) / 1000,
		seesAll: !process.env.DATABASE_URL,
	}
	for (const line of sumUp(results, parts)) console.log(line)
	return went && results.length === all.length ? results.filter(({ failed }) => failed > 0).length : 1
}

/** This process by itself. */
const liveAlone = async (): Promise<number> => {
	const [mine, of] = (values.share ?? "0/1").split("/").map(Number)
	keepToOneCore(mine!)
	// After the signatures, since what they stand in for is looked up when the product is loaded.
	const { keptOf, Simulation } = await import("./simulation.ts")
	if (values.fresh && values.seeds) keptOf(kind).forget()
	const trace = values.trace ? openSync(values.trace, "w") : null
	const simulation = await Simulation.open({
		...{ ...kind, twice: values.twice, tries: Number(values.shrink), keeps: values.seeds !== undefined },
		trace: trace === null ? null : (line: string) => void writeSync(trace, `${line}\n`),
	})
	for (const signal of ["SIGINT", "SIGTERM"] as const)
		process.once(signal, () => void simulation.sayWhatItCameTo())
	try {
		const seeds = all.filter((_, nth) => nth % of! === mine)
		for (const [at, seed] of seeds.entries()) await simulation.live(seed, seeds.length - at - 1)
	} finally {
		await simulation.close()
		if (trace !== null) closeSync(trace)
	}
	return simulation.sayWhatItCameTo()
}

process.exit((await (jobs > 1 && all.length > 1 ? liveTogether() : liveAlone())) > 0 ? 1 : 0)
