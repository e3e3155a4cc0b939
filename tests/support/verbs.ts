import { spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"
import type { Told } from "./snug.ts"

export type Verbs = { run(words: string[]): Promise<Told>; end(): void }

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
		end: () => open?.child.kill(),
	}
}

const start = (env: Record<string, string>, cwd: string) => {
	const runner = join(import.meta.dirname, "verb-runner.mjs")
	const child = spawn(process.execPath, [runner], { env, cwd, stdio: ["pipe", "pipe", "pipe"] })
	let complaints = ""
	child.stderr.on("data", (chunk) => (complaints += chunk))
	const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
	const ask = async (words: string[]): Promise<Told> => {
		child.stdin.write(`${JSON.stringify(words)}\n`)
		const { value, done } = await answers.next()
		if (done) throw new Error(`The snug command ended by itself: ${complaints}`)
		return JSON.parse(value)
	}
	return { child, ask }
}
