import { spawn } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

export type Told = { file: string; name: string; state: "passed" | "failed" | "skipped"; message: string }

const checkout = join(import.meta.dirname, "../..")

type Report = {
	testResults: {
		name: string
		status?: string
		message?: string
		assertionResults: { fullName: string; status: string; failureMessages?: string[] }[]
	}[]
}

/**
 * Runs test files of a tree, and tells what became of each test; a file that does not even load counts as one failed
 * test. Ends with the first failure when `bail`, and in any case after `limit` milliseconds.
 */
export const runTests = async (
	files: string[],
	{
		folder = checkout,
		pattern,
		bail = false,
		limit = 1_800_000,
		environment = {},
	}: {
		folder?: string
		pattern?: string
		bail?: boolean
		limit?: number
		environment?: Record<string, string>
	} = {},
): Promise<Told[]> => {
	const out = await mkdtemp(join(tmpdir(), "snug-told-"))
	const report = join(out, "told.json")
	const words = ["run", ...files, "--reporter=json", `--outputFile=${report}`, "--no-file-parallelism"]
	if (pattern) words.push("-t", pattern)
	if (bail) words.push("--bail=1")
	const child = spawn(process.execPath, [join(folder, "node_modules/vitest/vitest.mjs"), ...words], {
		cwd: folder,
		stdio: ["ignore", "ignore", "pipe"],
		env: { ...process.env, NO_COLOR: "1", ...environment },
	})
	let complaints = ""
	child.stderr.on("data", (chunk) => (complaints += chunk))
	let late = false
	const timer = setTimeout(() => {
		late = true
		child.kill("SIGTERM")
	}, limit)
	await new Promise((resolve) => child.once("close", resolve))
	clearTimeout(timer)
	try {
		return told(JSON.parse(await readFile(report, "utf8")), folder)
	} catch {
		return [
			{
				file: files.join(" "),
				name: late ? `not over after ${limit / 1000} s` : "the run",
				state: late ? "skipped" : "failed",
				message: complaints.slice(-500),
			},
		]
	} finally {
		await rm(out, { recursive: true, force: true })
	}
}

const told = ({ testResults }: Report, folder: string): Told[] =>
	testResults.flatMap(({ name, status: whole, message = "", assertionResults }) => {
		const file = name.slice(folder.length + 1)
		// What is prepared for all tests of a file may fail, and then they are skipped.
		const fell = whole === "failed" && !assertionResults.some(({ status }) => status === "failed")
		if ((assertionResults.length === 0 && message) || fell)
			return [{ file, name: "the file", state: "failed" as const, message }]
		return assertionResults.map(({ fullName, status, failureMessages = [] }) => ({
			file,
			name: fullName,
			state: status === "passed" || status === "failed" ? status : ("skipped" as const),
			message: (failureMessages[0] ?? "").split("\n")[0]!.slice(0, 300),
		}))
	})
