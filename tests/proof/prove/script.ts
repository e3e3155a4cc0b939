import { spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"

const root = join(import.meta.dirname, "../../..")

/** Runs a script of this tree to its end, telling each line it prints; whether it ended well, and what it complained of. */
export const runScript = (
	words: string[],
	said: (line: string) => void,
): Promise<{ code: number | null; complaints: string }> =>
	new Promise((resolve, reject) => {
		const child = spawn(process.execPath, words, { cwd: root, stdio: ["ignore", "pipe", "pipe"] })
		let complaints = ""
		child.stderr.on("data", (chunk) => {
			complaints = `${complaints}${chunk}`.slice(-2000)
		})
		createInterface(child.stdout).on("line", said)
		child.once("error", reject)
		child.once("close", (code) => resolve({ code, complaints }))
	})
