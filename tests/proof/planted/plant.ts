import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises"
import { cpus, tmpdir } from "node:os"
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

const simulate = (folder: string, seeds: string, { place }: Bug): Promise<string> =>
	new Promise((resolve) => {
		const there = place ? ["--place", place] : []
		const words = ["tests/simulate/simulate.ts", "--seeds", seeds, ...roughDays, ...there, "--fresh"]
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
	const output = await simulate(folder, seeds, bug)
	const failed = /^(seed \d+): FAILED.*\n\s+(.*)$/m.exec(output)
	if (failed) return { state: "found", by: `${failed[1]}: ${failed[2]}`.slice(0, 160) }
	const isOver = /^\d+ seeds, 0 failed/m.test(output)
	return {
		state: isOver ? "missed" : "broken",
		by: `seeds ${seeds}${isOver ? "" : " did not come to an end"}`,
	}
}

type Way = { id: string; bug: Bug; way: (folder: string) => Promise<Pick<Finding, "state" | "by">> }

const waysTo = (bug: Bug): Way[] => {
	const { seeds } = bug
	const inTime = seeds
		? [{ id: `${bug.id} in simulated time`, bug, way: (folder: string) => findInTime(folder, bug, seeds) }]
		: []
	return [{ id: bug.id, bug, way: (folder) => find(folder, bug) }, ...inTime]
}

/** Plants each bug in a copy of the tree, and says which test found it; some also by the simulator alone. As many at a time as there are cores. */
export const findPlanted = async (
	progress: Progress,
	{ only, done }: { only?: string[]; done?: (finding: Finding) => Promise<void> } = {},
): Promise<Finding[]> => {
	const findings: Finding[] = []
	const left = bugs.filter(({ id }) => !only || only.includes(id)).flatMap(waysTo)
	const all = left.length
	const search = async (): Promise<void> => {
		const folder = await copyOfTree()
		try {
			for (let next = left.shift(); next; next = left.shift()) {
				const { id, bug, way } = next
				progress.at(`${id}: ${bug.title}`, findings.length, all)
				const began = Date.now()
				const found = bug.waits ? ({ state: "waiting", by: bug.waits } as const) : await way(folder)
				await mend(folder, bug)
				const seconds = Math.round((Date.now() - began) / 1000)
				const finding = { id, title: bug.title, ...found, seconds }
				findings.push(finding)
				progress.say(`${id} ${finding.state} in ${finding.seconds} s: ${finding.by}`)
				await done?.(finding)
			}
		} finally {
			await rm(folder, { recursive: true, force: true })
		}
	}
	await Promise.all(Array.from({ length: cpus().length }, search))
	return findings
}
