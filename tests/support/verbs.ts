import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process"
import { join } from "node:path"
import { createInterface } from "node:readline"

/** What a verb of the snug command came to. */
export type Told = { code: number | null; stdout: string; stderr: string }

type Words = string[] | string[][]
export type Verbs = {
	/** Runs one verb, or several at the same time, whose words then come mixed and whose code is the last one's. */
	run(words: Words): Promise<Told>
}

type Runner = {
	child: ChildProcessWithoutNullStreams
	ask(environment: Environment, words: Words): Promise<Told>
}
type Environment = Record<string, string>

const checkout = join(import.meta.dirname, "../..")
let shared: Runner | null = null

/** The snug command with this environment, in a process that all tests of this one share; verbs run one after the other. */
export const sharedVerbs = (environment: Environment): Verbs => ({
	run(words) {
		if (!shared || isGone(shared)) shared = startRunner()
		return shared.ask(environment, words)
	},
})

/** The snug command with this environment in a process of its own, which a test may kill: what runs is rejected then. */
export const ownVerbs = (environment: Environment): Verbs & { kill(): void } => {
	const runner = startRunner()
	return { run: (words) => runner.ask(environment, words), kill: () => runner.child.kill("SIGKILL") }
}

const isGone = ({ child }: Runner): boolean => child.exitCode !== null || child.signalCode !== null

/** It ends with this process, whose end closes its input. */
const startRunner = (): Runner => {
	const child = spawn(process.execPath, [join(import.meta.dirname, "verb-runner.mjs")], {
		env: {},
		cwd: checkout,
		stdio: ["pipe", "pipe", "pipe"],
	})
	child.unref()
	for (const stream of child.stdio) (stream as Partial<{ unref(): void }>).unref?.()
	let complaints = ""
	child.stderr.on("data", (chunk) => (complaints += chunk))
	const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
	const askNow = async (environment: Environment, words: Words): Promise<Told> => {
		child.stdin.write(`${JSON.stringify({ environment, words })}\n`)
		const { value, done } = await answers.next()
		if (done) throw new Error(`The snug command ended by itself: ${complaints}`)
		return JSON.parse(value)
	}
	let last: Promise<unknown> = Promise.resolve()
	const ask: Runner["ask"] = (environment, words) => {
		const told = last.then(() => askNow(environment, words))
		last = told.catch(() => {})
		return told
	}
	return { child, ask }
}
