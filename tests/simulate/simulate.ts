import "./signatures.ts"
import "../../src/temporal.ts"
import { closeSync, openSync, writeSync } from "node:fs"
import { parseArgs } from "node:util"

const usage = `npm run simulate -- [--seed N | --seeds A-B] [--hours H] [--servers K] [--twice] [--shrink TRIES]
  [--sabotage NAME] [--trace FILE]`

// After the signatures, since what they stand in for is looked up when the product is loaded.
const { openPlace } = await import("./place.ts")
const { planOf, sabotages } = await import("./plan.ts")
const { run } = await import("./run.ts")
const { serverNames } = await import("./stage.ts")
const { shrink } = await import("./shrink.ts")

const { values } = parseArgs({
	options: {
		seed: { type: "string", default: "1" },
		seeds: { type: "string" },
		hours: { type: "string", default: "1" },
		servers: { type: "string", default: "2" },
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
const [hours, servers] = [Number(values.hours), Number(values.servers)]
if (![first, last, hours, servers].every((one) => Number.isFinite(one)) || servers < 1 || hours <= 0) {
	console.error(usage)
	process.exit(2)
}
const sabotage = values.sabotage as keyof typeof sabotages | undefined
if (sabotage && !Object.hasOwn(sabotages, sabotage)) {
	console.error(`--sabotage is one of: ${Object.keys(sabotages).join(", ")}`)
	process.exit(2)
}
const trace = values.trace ? openSync(values.trace, "w") : null
const place = await openPlace(serverNames(servers))
process.once("SIGINT", () => void place.close().finally(() => process.exit(130)))
const cpu = process.cpuUsage()
const begun = performance.now()
let [failed, done] = [0, 0]
let hash = ""

const progress = (line: string): void => {
	if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${line}`)
}
let shownAt = 0
const alive = (seed: number) => (virtual: number) => {
	if (performance.now() - shownAt < 200) return
	shownAt = performance.now()
	progress(`seed ${seed}: ${(virtual / 3_600_000).toFixed(2)} of ${hours} hours`)
}

try {
	for (let seed = first!; seed <= last!; seed++) {
		const plan = { ...planOf(seed, servers, hours), ...(sabotage && { sabotage }) }
		const options = {
			alive: alive(seed),
			...(trace !== null && { trace: (line: string) => void writeSync(trace, `${line}\n`) }),
		}
		const outcome = await run(place, plan, options)
		done++
		hash = outcome.hash
		const again = values.twice ? await run(place, plan, { alive: alive(seed) }) : outcome
		if (again.hash !== outcome.hash)
			outcome.violations.push({ invariant: "I15", what: `${outcome.hash}, then ${again.hash}`, at: 0 })
		progress("")
		const { violations, steps, statements } = outcome
		const result = violations.length > 0 ? `FAILED ${violations.length}` : "ok"
		console.log(
			`seed ${seed}: ${result}, ${plan.steps.length} deeds, ${steps} steps, ${statements} statements, ${hash}`,
		)
		if (violations.length === 0) continue
		failed++
		for (const { invariant, what } of violations.slice(0, 10)) console.log(`  ${invariant} ${what}`)
		console.log(
			`  Again: npm run simulate -- --seed ${seed} --hours ${hours} --servers ${servers}${sabotage ? ` --sabotage ${sabotage}` : ""}`,
		)
		if (values.shrink === "0") continue
		const small = await shrink(place, plan, violations, Number(values.shrink), progress)
		console.log(`  The shortest story found (${small.plan.steps.length} of ${plan.steps.length} deeds):`)
		for (const line of small.story) console.log(`    ${line}`)
		for (const { invariant, what } of small.violations.slice(0, 3)) console.log(`    → ${invariant} ${what}`)
	}
} finally {
	await place.close()
	if (trace !== null) closeSync(trace)
}
const used = process.cpuUsage(cpu)
const seconds = (performance.now() - begun) / 1000
const lived = done * servers * hours
console.log(
	`${servers} servers, ${hours} hours, ${done} seeds, ${failed} failed, ` +
		`${(lived / seconds).toFixed(2)} server-hours per second and core ` +
		`(${seconds.toFixed(1)} s, of which ${((used.user + used.system) / 1e6).toFixed(1)} s in this process), events ${hash}`,
)
process.exit(failed > 0 ? 1 : 0)
