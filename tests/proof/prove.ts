import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { cpus, tmpdir } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import "../../src/temporal.ts"
import { newProgress } from "./progress.ts"
import { crashes } from "./prove/crashes.ts"
import { database } from "./prove/database.ts"
import { crawler, fuzz } from "./prove/fuzz.ts"
import { machine } from "./prove/machine.ts"
import { attacks, disk, planted } from "./prove/others.ts"
import type { Part, Size } from "./prove/part.ts"
import { simulation } from "./prove/simulation.ts"
import { type Done, tableOf, writeTable } from "./prove/table.ts"

const usage = `npm run prove -- [--only PART,…] [--quick] [--seed N] [--fresh] [--write]

  --only    some of: attacks, crashes, database, disk, machine, planted, simulation, fuzz, crawler
  --quick   small numbers, a few minutes in all
  --seed    what chance begins with (1)
  --fresh   do again what an earlier run has done; otherwise it goes on where that was ended
  --write   put the table into docs/proof.md`

const parts: Part[] = [crashes, database, disk, machine, crawler, fuzz, simulation, planted, attacks]

const { values } = parseArgs({
	options: {
		only: { type: "string" },
		quick: { type: "boolean", default: false },
		seed: { type: "string", default: "1" },
		fresh: { type: "boolean", default: false },
		write: { type: "boolean", default: false },
		help: { type: "boolean", default: false },
	},
})
const names = values.only?.split(",") ?? parts.map(({ name }) => name)
const strange = names.filter((name) => !parts.some((part) => part.name === name))
const seed = Number(values.seed)
if (values.help || strange.length > 0 || !Number.isInteger(seed)) {
	console.log(strange.length > 0 ? `There is no part ${strange.join(", ")}.\n\n${usage}` : usage)
	process.exit(values.help ? 0 : 2)
}

const size: Size = values.quick ? "quick" : "full"
/** Where a run that was ended goes on from. */
const state = join(tmpdir(), `snug-prove-${size}-${seed}.json`)
if (values.fresh) rmSync(state, { force: true })
const before: Done[] = existsSync(state) ? JSON.parse(readFileSync(state, "utf8")) : []
const done = new Map(before.map((one) => [one.part, one]))

const progress = newProgress()
for (const part of parts.filter(({ name }) => names.includes(name))) {
	if (done.has(part.name)) {
		progress.say(`${part.name}: done before`)
		continue
	}
	progress.say(`${part.name} …`)
	const began = Date.now()
	const figures = await part
		.run({ progress, seed, size })
		.catch((error) => [
			{ figure: part.name, result: String(error), ok: false, faults: [String(error.stack)] },
		])
	const command = `npm run prove -- --only ${part.name}${values.quick ? " --quick" : ""} --seed ${seed}`
	const seconds = Math.round((Date.now() - began) / 1000)
	done.set(part.name, { part: part.name, figures, command, seconds })
	for (const { figure, result, ok, faults = [] } of figures) {
		progress.say(`${ok ? "✓" : "✗"} ${figure}: ${result}`)
		for (const fault of faults.slice(0, 10)) progress.say(`    ${fault}`)
	}
	// What failed is tried again by the next run.
	const good = [...done.values()].filter(({ figures }) => figures.every(({ ok }) => ok))
	writeFileSync(state, JSON.stringify(good))
}
progress.end()

const chosen = parts.flatMap(({ name }) => (names.includes(name) ? (done.get(name) ?? []) : []))
console.log(`\n${tableOf(chosen)}`)
const when = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} cores, Node ${process.versions.node}, seed ${seed}:`
if (values.write && !writeTable(chosen, when)) console.error("docs/proof.md has no place for the table.")
const failed = chosen.some(({ figures }) => figures.some(({ ok }) => !ok))
if (!failed && names.length === parts.length) rmSync(state, { force: true })
process.exit(failed ? 1 : 0)
