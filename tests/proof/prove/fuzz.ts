import { cpus } from "node:os"
import type { Searched } from "../fuzz/alone.ts"
import { type Figure, type Part, sized, type Trial } from "./part.ts"
import { runScript } from "./script.ts"

type Search = { name: string; what: string; full: number; quick: number; alone?: boolean }

/** What is searched, how it reads in the table, and how much of it; `alone` for what measures processor time. */
const searches: Search[] = [
	{ name: "activities", what: "changed activities", full: 200_000, quick: 400 },
	{ name: "signatures", what: "changed signatures", full: 100_000, quick: 1000 },
	{ name: "documents", what: "made-up documents", full: 20_000, quick: 200 },
	{ name: "inputs", what: "odd forms and words to the command", full: 4000, quick: 60 },
	{ name: "cost", what: "requests of somebody unknown", full: 1800, quick: 180, alone: true },
]

/** One search by as many processes as there are cores, each with a share and with chances of its own. */
const search = async (trial: Trial, { name, what, full, quick, alone }: Search): Promise<Figure> => {
	const budget = sized(trial, full, quick)
	const processes = alone ? 1 : cpus().length
	const began = Date.now()
	const done = Array.from({ length: processes }, () => 0)
	const sum = () => done.reduce((all, one) => all + one, 0)
	const faults: string[] = []
	const notes: string[] = []
	const one = async (nth: number): Promise<void> => {
		const share = String(Math.ceil(budget / processes))
		const words = ["tests/proof/fuzz/alone.ts", name, share, `${trial.seed}${nth === 0 ? "" : `/${nth}`}`]
		let isOver = false
		const { complaints } = await runScript(words, (line) => {
			if (!line.startsWith("{")) return
			const said = JSON.parse(line) as Searched
			done[nth] = said.done
			trial.progress.at(what, sum(), budget)
			if (!said.failures) return
			isOver = true
			faults.push(...said.failures)
			if (said.note) notes.push(said.note)
		})
		if (!isOver) faults.push(`It broke off: ${complaints.slice(-500)}`)
	}
	await Promise.all(done.map((_, nth) => one(nth)))
	const rate = sum() / Math.max((Date.now() - began) / 1000, 1)
	return {
		figure: `${sum()} ${what}`,
		result: [`${faults.length} faults, ${rate.toFixed(0)} a second`, ...notes].join("; "),
		ok: faults.length === 0,
		faults,
	}
}

export const fuzz: Part = {
	name: "fuzz",
	async run(trial) {
		const figures: Figure[] = []
		for (const one of searches) figures.push(await search(trial, one))
		return figures
	},
}

export const crawler: Part = {
	name: "crawler",
	async run(trial) {
		const { run } = await import("../crawler/run.ts")
		const what = "questions by everybody for everything"
		const progress = (done: number, of: number) => trial.progress.at(what, done, of)
		const budget = sized(trial, 20_000, 1000)
		const { done, failures } = await run({ budget, progress, seed: String(trial.seed) })
		return [
			{
				figure: `${done} ${what}`,
				result: `${failures.length} faults`,
				ok: failures.length === 0,
				faults: failures,
			},
		]
	},
}
