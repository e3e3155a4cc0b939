import { spawn } from "node:child_process"
import { join } from "node:path"
import { describe, expect, inject, it } from "vitest"

const patience = { timeout: 240_000 }

const simulate = (...words: string[]): Promise<{ code: number | null; output: string }> =>
	new Promise((resolve, reject) => {
		const env = {
			PATH: process.env.PATH ?? "",
			DATABASE_URL: inject("templateDatabase").replace(/\/[^/?]*(\?|$)/, "/postgres$1"),
		}
		const script = join(import.meta.dirname, "simulate.ts")
		const child = spawn(process.execPath, [script, ...words], { env })
		let output = ""
		for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk))
		child.once("error", reject)
		child.once("close", (code) => resolve({ code, output: output.trim() }))
	})

describe("a simulated stretch of time", () => {
	it("keeps every promise, and is the same each time", patience, async () => {
		const { code, output } = await simulate("--seed", "4", "--hours", "0.05", "--acts", "120", "--twice")
		expect(output).toMatch(/^seed 4: ok, \d+ acts, \d+ faults/)
		expect(output.split("\n").at(-1)).toMatch(/1 seeds, 0 failed: .* events [0-9a-f]{16}$/)
		expect(code).toBe(0)
	})

	it("finds a server that loses what it took, and says how to see it again", patience, async () => {
		const { code, output } = await simulate(
			...[
				"--seed",
				"5",
				"--hours",
				"0.1",
				"--acts",
				"120",
				"--sabotage",
				"loses-what-it-took",
				"--shrink",
				"1",
			],
		)
		expect(output).toMatch(/I1 s\d\.test acknowledged https:\S+ and lost it/)
		expect(output).toContain(
			"Again: npm run simulate -- --seed 5 --hours 0.1 --servers 2 --acts 120 --sabotage loses",
		)
		expect(output).toMatch(/The shortest story found \(\d+ of \d+ deeds\)/)
		expect(code).toBe(1)
	})
})
