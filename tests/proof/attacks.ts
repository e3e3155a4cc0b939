import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { cases } from "../attacks/cases.ts"
import { newProgress, type Progress } from "./progress.ts"
import { runTests, type Told } from "./vitest.ts"

export type Outcome = { id: string; title: string; state: "passed" | "failed" | "waiting"; why: string }

const root = join(import.meta.dirname, "../..")
const anId = /\b[A-Z]{3}-\d\d\b/g
const known = new Set(cases.map(({ id }) => id))
const idsIn = (text: string): string[] => (text.match(anId) ?? []).filter((id) => known.has(id))

/** The test files in which some test names a case. */
const filesWithCases = (): string[] =>
	globSync("tests/**/*.test.{ts,tsx}", { cwd: root })
		.filter((file) => !file.startsWith("tests/web/") && !file.endsWith("list.test.ts"))
		.filter((file) => idsIn(readFileSync(join(root, file), "utf8")).length > 0)
		.sort()

/** Tries every attack that has a test, in large where there is more than one size, and says what became of each. */
export const tryAttacks = async (progress: Progress, large = true): Promise<Outcome[]> => {
	const environment: Record<string, string> = large ? { TEST_SIZE: "large" } : {}
	const all: Told[] = []
	const files = filesWithCases()
	for (const [at, file] of files.entries()) {
		progress.at(file, at, files.length)
		all.push(...(await runTests([file], { pattern: "\\b[A-Z]{3}-\\d\\d\\b", environment })))
	}
	const broken = new Set(
		all.filter(({ state, name }) => state === "failed" && idsIn(name).length === 0).map(({ file }) => file),
	)
	for (const file of broken) progress.say(`${file} failed outside of its cases`)
	return cases.map(({ id, title, waits }) => {
		const tests = all.filter(({ name, state }) => state !== "skipped" && idsIn(name).includes(id))
		const failed = tests.find(({ state }) => state === "failed")
		if (failed) return { id, title, state: "failed", why: `${failed.file}: ${failed.message}` }
		if (tests.length > 0) return { id, title, state: "passed", why: "" }
		return { id, title, state: "waiting", why: waits ?? "a test under its id" }
	})
}

const main = async (): Promise<void> => {
	const progress = newProgress()
	const outcomes = await tryAttacks(progress)
	progress.end()
	const marks = { passed: "✓", failed: "✗", waiting: "·" }
	for (const { id, title, state, why } of outcomes)
		console.log(
			`${marks[state]} ${id}  ${title}${why ? `  (${state === "waiting" ? "waits for " : ""}${why})` : ""}`,
		)
	const count = (state: Outcome["state"]) => outcomes.filter((one) => one.state === state).length
	console.log(
		`\n${outcomes.length} cases: ${count("passed")} passed, ${count("failed")} failed, ${count("waiting")} waiting.`,
	)
	process.exitCode = count("failed") > 0 ? 1 : 0
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main()
