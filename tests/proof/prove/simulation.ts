import { type Part, sized } from "./part.ts"
import { runScript } from "./script.ts"

/** Many seeds of virtual time, on all cores; it goes on where it was ended, as the simulator keeps each seed. */
export const simulation: Part = {
	name: "simulation",
	async run(trial) {
		const seeds = `${trial.seed}-${trial.seed + sized(trial, 200, 2) - 1}`
		const [hours, servers] = [sized(trial, 5, 0.2), sized(trial, 5, 2)]
		const wishes = ["--seeds", seeds, "--hours", String(hours), "--servers", String(servers)]
		const words = ["--max-semi-space-size=64", "tests/simulate/simulate.ts", ...wishes, "--shrink", "5"]
		let [last, done] = ["", 0]
		const faults: string[] = []
		const { code, complaints } = await runScript(words, (line) => {
			last = line
			if (line.startsWith("seed ")) done++
			if (/^seed \d+: FAILED|^ {2}/.test(line)) faults.push(line.trim())
			trial.progress.at(line, done, sized(trial, 200, 2))
		})
		if (code !== 0 && faults.length === 0) faults.push(complaints.slice(-500))
		return [
			{
				figure: `simulated time (npm run simulate -- ${wishes.join(" ")})`,
				result: last,
				ok: code === 0,
				faults,
			},
		]
	},
}
