import { spawn } from "node:child_process"
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest"

const folder = join(import.meta.dirname, "../conformance")
const patience = { timeout: 120_000 }

const opposite: Record<string, string> = {
	accept: "ignore",
	ignore: "accept",
	parse: "ignore",
	reject: "parse",
}

const run = (...words: string[]): Promise<{ code: number | null; lines: string[]; complaints: string }> =>
	new Promise((resolve, reject) => {
		const env = {
			PATH: process.env.PATH ?? "",
			DATABASE_URL: inject("templateDatabase").replace(/\/[^/?]*(\?|$)/, "/postgres$1"),
		}
		const child = spawn(process.execPath, [join(folder, "conformance.ts"), ...words], { env })
		let [lines, complaints] = ["", ""]
		child.stdout.on("data", (chunk) => (lines += chunk))
		child.stderr.on("data", (chunk) => (complaints += chunk))
		child.once("error", reject)
		child.once("close", (code) => resolve({ code, lines: lines.trim().split("\n"), complaints }))
	})

describe("a conformance run", () => {
	let copy: string
	beforeAll(async () => {
		copy = await mkdtemp(join(tmpdir(), "snug-fixtures-"))
		await cp(join(folder, "own"), copy, { recursive: true })
	})
	afterAll(() => rm(copy, { recursive: true, force: true }))

	it("finds what a server hears and reads as it should be", patience, async () => {
		const { code, lines, complaints } = await run(join(folder, "own"), "--why")
		expect(
			lines.filter((line) => !line.startsWith("ok ")),
			complaints,
		).toEqual([expect.stringMatching(/^(\d+) of \1 as expected$/)])
		expect(lines.length).toBeGreaterThan(20)
		expect(code).toBe(0)
	})

	it("says what is not as expected, and does without contexts", patience, async () => {
		const index = join(copy, "index.tsv")
		const rows = (await readFile(index, "utf8")).split("\n")
		const turned = rows
			.filter((row) =>
				/^(file|follow|create-elsewhere|document-person|document-spoofed|create-page-bare)\b/.test(row),
			)
			.map((row) =>
				row.startsWith("create-page")
					? row
					: row.replace(/\t(accept|ignore|parse|reject)\t/, (_, expected) => `\t${opposite[expected]}\t`),
			)
		await writeFile(index, turned.join("\n"))
		const { code, lines } = await run(copy, "--no-contexts", "--raw")
		expect(lines).toEqual([
			"MISS follow.json ignore accept",
			"ok create-page-bare.json accept accept",
			"MISS create-elsewhere.json accept ignore",
			"MISS document-person.json ignore parse",
			"MISS document-spoofed.json parse ignore",
			"1 of 5 as expected",
		])
		expect(code).toBe(1)
	})
})
