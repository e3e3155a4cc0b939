import { tryAttacks } from "../attacks.ts"
import { findPlanted } from "../planted/plant.ts"
import { runTests } from "../vitest.ts"
import type { Part } from "./part.ts"

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
		const each = found
			.filter(({ state }) => state === "found")
			.map(
				({ id, seconds, by }) =>
					`${id} in ${seconds} s${by.startsWith("seed ") ? ` (${by.split(":")[0]})` : ""}`,
			)
			.join(", ")
		const missed = found.filter(({ state }) => state === "missed" || state === "broken")
		return [
			{
				figure: `${found.length} planted bugs`,
				result: `${count("found")} found, ${missed.length} not, ${count("waiting")} wait for their feature: ${each}`,
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
