import "./signatures.ts"
import "../../src/temporal.ts"
import { closeSync, openSync, writeSync } from "node:fs"
import { parseArgs } from "node:util"
import { pace, sabotages } from "./plan.ts"

const usage = `npm run simulate -- [--seed N | --seeds A-B] [--hours H] [--servers K] [--acts N] [--faults F]
  [--fresh]
  [--twice] [--shrink TRIES] [--sabotage NAME] [--trace FILE]

  --acts    what people of one server do in an hour, on average (${pace})
  --faults  how often something breaks beside people's deeds, as a multiple of what is usual (1)
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

// After the signatures, since what they stand in for is looked up when the product is loaded.
const { Simulation } = await import("./simulation.ts")
const trace = values.trace ? openSync(values.trace, "w") : null
const simulation = await Simulation.open({
	...{ hours, servers, acts, roughness, twice: values.twice, tries: Number(values.shrink) },
	...{ sabotage: sabotage ?? null, fresh: values.fresh || !values.seeds },
	trace: trace === null ? null : (line: string) => void writeSync(trace, `${line}\n`),
})
for (const signal of ["SIGINT", "SIGTERM"] as const)
	process.once(signal, () => void simulation.sayWhatItCameTo())
try {
	for (let seed = first!; seed <= last!; seed++) await simulation.live(seed, last! - seed)
} finally {
	await simulation.close()
	if (trace !== null) closeSync(trace)
}
process.exit(simulation.sayWhatItCameTo() > 0 ? 1 : 0)
