import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import type { Progress } from "../progress.ts"
import { runTests } from "../vitest.ts"
import { type Bug, bugs } from "./bugs.ts"

export type Finding = {
	id: string
	title: string
	state: "found" | "missed" | "waiting" | "broken"
	/** The test that turned red, or what is waited for, or why it could not be planted. */
	by: string
	seconds: number
}

const root = join(import.meta.dirname, "../../..")
const parts = [
	"src",
	"db",
	"federation",
	"tests",
	"docs",
	"package.json",
	"package-lock.json",
	"tsconfig.json",
	"vitest.config.ts",
	"README.md",
]
/** Milliseconds for one check. */
const longest = 600_000

/** A tree like this one, to be spoilt; nothing of it is ever built into this one. */
const copyOfTree = async (): Promise<string> => {
	const folder = await mkdtemp(join(tmpdir(), "snug-planted-"))
	for (const part of parts) await cp(join(root, part), join(folder, part), { recursive: true })
	await symlink(join(root, "node_modules"), join(folder, "node_modules"))
	return folder
}

const spoil = async (folder: string, { edits }: Bug): Promise<string | null> => {
	for (const { file, find, replace } of edits) {
		const path = join(folder, file)
		const text = await readFile(path, "utf8")
		if (text.split(find).length !== 2) return `${file} no longer holds: ${find.trim().split("\n")[0]}`
		await writeFile(
			path,
			text.replace(find, () => replace),
		)
	}
	return null
}

const mend = async (folder: string, { edits }: Bug): Promise<void> => {
	for (const { file } of edits) await cp(join(root, file), join(folder, file))
}

const build = async (folder: string): Promise<string | null> => {
	try {
		await promisify(execFile)(process.execPath, ["src/build.mjs", "--noUnusedLocals", "false"], {
			cwd: folder,
		})
		return null
	} catch (error) {
		return `it does not build: ${(error as { stderr?: string }).stderr?.split("\n")[0]}`
	}
}

const find = async (folder: string, bug: Bug): Promise<Pick<Finding, "state" | "by">> => {
	const broken = (await spoil(folder, bug)) ?? (await build(folder))
	if (broken) return { state: "broken", by: broken }
	for (const { file, tests } of bug.checks) {
		if (!existsSync(join(folder, file))) continue
		const told = await runTests([file], {
			folder,
			bail: true,
			limit: longest,
			...(tests ? { pattern: tests } : {}),
		})
		const red = told.find(({ state }) => state === "failed")
		if (red) return { state: "found", by: `${red.file}: ${red.name}` }
	}
	return { state: "missed", by: bug.checks.map(({ file }) => file).join(", ") }
}

/** Rough days of a busy circle: what goes wrong in the order of things is then met within a few seeds. */
const roughDays = ["--hours", "0.4", "--servers", "2", "--acts", "120", "--faults", "4", "--shrink", "0"]

const simulate = (folder: string, seeds: string): Promise<string> =>
	new Promise((resolve) => {
		const words = ["tests/simulate/simulate.ts", "--seeds", seeds, ...roughDays, "--fresh"]
		execFile(process.execPath, words, { cwd: folder, timeout: longest, maxBuffer: 1e8 }, (_, output) =>
			resolve(output),
		)
	})

/** Looks for a bug in simulated time: found when any of its seeds fails. */
const findInTime = async (
	folder: string,
	bug: Bug,
	seeds: string,
): Promise<Pick<Finding, "state" | "by">> => {
	const broken = await spoil(folder, bug)
	if (broken) return { state: "broken", by: broken }
	const output = await simulate(folder, seeds)
	const failed = /^(seed \d+): FAILED.*\n\s+(.*)$/m.exec(output)
	if (failed) return { state: "found", by: `${failed[1]}: ${failed[2]}`.slice(0, 160) }
	const isOver = /^\d+ seeds, 0 failed/m.test(output)
	return {
		state: isOver ? "missed" : "broken",
		by: `seeds ${seeds}${isOver ? "" : " did not come to an end"}`,
	}
}

/** Plants each bug in a copy of the tree, and says which test found it; some also by the simulator alone. */
export const findPlanted = async (
	progress: Progress,
	{ only, done }: { only?: string[]; done?: (finding: Finding) => Promise<void> } = {},
): Promise<Finding[]> => {
	const findings: Finding[] = []
	const folder = await copyOfTree()
	const chosen = bugs.filter(({ id }) => !only || only.includes(id))
	try {
		for (const [at, bug] of chosen.entries()) {
			const { title, waits, seeds } = bug
			const ways = [
				{ id: bug.id, way: () => find(folder, bug) },
				...(seeds ? [{ id: `${bug.id} in simulated time`, way: () => findInTime(folder, bug, seeds) }] : []),
			]
			for (const { id, way } of ways) {
				progress.at(`${id}: ${title}`, at, chosen.length)
				const began = Date.now()
				const found = waits ? ({ state: "waiting", by: waits } as const) : await way()
				await mend(folder, bug)
				const finding = { id, title, ...found, seconds: Math.round((Date.now() - began) / 1000) }
				findings.push(finding)
				progress.say(`${id} ${finding.state} in ${finding.seconds} s: ${finding.by}`)
				await done?.(finding)
			}
		}
	} finally {
		await rm(folder, { recursive: true, force: true })
	}
	return findings
}
