import { spawn } from "node:child_process"
import { join } from "node:path"
import { tryAttacks } from "../attacks.ts"
import { findPlanted } from "../planted/plant.ts"
import { runTests } from "../vitest.ts"
import { type Figure, type Part, sized, type Trial } from "./part.ts"

const root = join(import.meta.dirname, "../../..")

export const attacks: Part = {
	name: "attacks",
	async run({ progress, size }) {
		const outcomes = await tryAttacks(progress, size === "full")
		const failed = outcomes.filter(({ state }) => state === "failed")
		const count = (state: string) => outcomes.filter((one) => one.state === state).length
		return [
			{
				figure: `${outcomes.length} attacks and faults (npm run attacks)`,
				result: `${count("passed")} withstood, ${failed.length} not, ${count("waiting")} without a test under their id`,
				ok: failed.length === 0,
				faults: failed.map(({ id, why }) => `${id} ${why}`),
			},
		]
	},
}

export const planted: Part = {
	name: "planted",
	async run({ progress, size }) {
		const only = size === "quick" ? ["M5", "M9", "M19"] : undefined
		const found = await findPlanted(progress, only ? { only } : {})
		const count = (state: string) => found.filter((one) => one.state === state).length
		const missed = found.filter(({ state }) => state === "missed" || state === "broken")
		return [
			{
				figure: `${found.length} planted bugs`,
				result: `${count("found")} found, ${missed.length} not, ${count("waiting")} wait for their feature`,
				ok: missed.length === 0,
				faults: missed.map(({ id, by }) => `${id} ${by}`),
			},
		]
	},
}

export const disk: Part = {
	name: "disk",
	async run({ progress }) {
		progress.at("full disks")
		const told = await runTests(["tests/attacks/full-disk.test.ts"])
		const count = (state: string) => told.filter((one) => one.state === state).length
		const failed = told.filter(({ state }) => state === "failed")
		return [
			{
				figure: "full disks, our own database's and another's",
				result: `${count("passed")} passed, ${failed.length} failed, ${count("skipped")} skipped`,
				ok: failed.length === 0,
				faults: failed.map(({ name, message }) => `${name}: ${message}`),
			},
		]
	},
}

/** Runs a script of this tree to its end, showing its last line. */
const runScript = (
	words: string[],
	said: (line: string) => void,
): Promise<{ code: number | null; last: string }> =>
	new Promise((resolve, reject) => {
		const child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "ignore"] })
		let [rest, last] = ["", ""]
		child.stdout.on("data", (chunk) => {
			const lines = `${rest}${chunk}`.split("\n")
			rest = lines.pop()!
			for (const line of lines.filter(Boolean)) {
				last = line
				said(line)
			}
		})
		child.once("error", reject)
		child.once("close", (code) => resolve({ code, last }))
	})

export const simulation: Part = {
	name: "simulation",
	async run(trial) {
		const seeds = `${trial.seed}-${trial.seed + sized(trial, 200, 2) - 1}`
		const wishes = [
			"--seeds",
			seeds,
			"--hours",
			String(sized(trial, 5, 1)),
			"--servers",
			String(sized(trial, 5, 2)),
		]
		const words = [
			"--enable-source-maps",
			"--max-semi-space-size=64",
			"tests/simulate/simulate.ts",
			...wishes,
		]
		const { code, last } = await runScript(words, (line) => trial.progress.at(line))
		return [
			{
				figure: `simulated time (npm run simulate -- ${wishes.join(" ")})`,
				result: last,
				ok: code === 0,
			},
		]
	},
}

type Run = (options: {
	budget: number
	progress: (done: number, of: number) => void
	seed: string
}) => Promise<{ done: number; failures: string[] }>

const searched = async (trial: Trial, what: string, budget: number, run: Run): Promise<Figure> => {
	const progress = (done: number, of: number) => trial.progress.at(what, done, of)
	const { done, failures } = await run({ budget, progress, seed: String(trial.seed) })
	return {
		figure: `${done} ${what}`,
		result: `${failures.length} faults`,
		ok: failures.length === 0,
		faults: failures,
	}
}

export const fuzz: Part = {
	name: "fuzz",
	async run(trial) {
		const [activities, signatures, documents] = await Promise.all([
			import("../fuzz/activities.ts"),
			import("../fuzz/signatures.ts"),
			import("../fuzz/documents.ts"),
		])
		return [
			await searched(trial, "changed activities", sized(trial, 20_000, 400), activities.run),
			await searched(trial, "changed signatures", sized(trial, 20_000, 400), signatures.run),
			await searched(trial, "made-up documents", sized(trial, 20_000, 200), documents.run),
		]
	},
}

export const crawler: Part = {
	name: "crawler",
	async run(trial) {
		const { run } = await import("../crawler/run.ts")
		return [await searched(trial, "questions by everybody for everything", sized(trial, 20_000, 1000), run)]
	},
}
