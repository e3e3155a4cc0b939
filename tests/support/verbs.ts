import { spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Told } from "./snug.ts"

export type Verbs = {
	/** Runs one verb, or several at the same time, whose words then come mixed and whose code is the last one's. */
	run(words: string[] | string[][]): Promise<Told>
	/** Ends the process and whatever it is at, with SIGKILL as `kill -9` would; what runs is rejected. */
	end(signal?: NodeJS.Signals): void
}

/** The snug command kept ready in a process of its own, which starts with the first verb; verbs run one after the other. */
export const startVerbs = (environment: Record<string, string>, cwd: string): Verbs => {
	let open: ReturnType<typeof start> | null = null
	let last: Promise<unknown> = Promise.resolve()
	return {
		run(words) {
			open ??= start(environment, cwd)
			const { ask } = open
			const told = last.then(() => ask(words))
			last = told.catch(() => {})
			return told
		},
		end: (signal) => open?.child.kill(signal),
	}
}

const start = (env: Record<string, string>, cwd: string) => {
	const runner = join(import.meta.dirname, "verb-runner.mjs")
	const child = spawn(process.execPath, [runner], { env, cwd, stdio: ["pipe", "pipe", "pipe"] })
	let complaints = ""
	child.stderr.on("data", (chunk) => (complaints += chunk))
	const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
	const ask = async (words: string[] | string[][]): Promise<Told> => {
		child.stdin.write(`${JSON.stringify(words)}\n`)
		const { value, done } = await answers.next()
		if (done) throw new Error(`The snug command ended by itself: ${complaints}`)
		return JSON.parse(value)
	}
	return { child, ask }
}
