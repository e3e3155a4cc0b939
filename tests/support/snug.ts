import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import { freshDatabase } from "./database.ts"
import { freePort } from "./free-port.ts"
import { startVerbs, type Verbs } from "./verbs.ts"

const checkout = join(import.meta.dirname, "../..")
const main = join(checkout, "dist/src/main.js")
const node = [process.execPath, "--enable-source-maps", main]

export { freePort } from "./free-port.ts"

type Environment = Record<string, string>
/** What a verb of the snug command came to. */
export type Told = { code: number | null; stdout: string; stderr: string }
export type Started = {
	process: ChildProcess
	/** All it has printed so far, stdout and stderr. */
	output: () => string
	/** Ends the process as SIGTERM or kill -9 would, and waits until it is gone; the exit code, null after kill -9. */
	kill(signal?: NodeJS.Signals): Promise<number | null>
}

export type Snug = Started & {
	origin: string
	host: string
	databaseUrl: string
	/** Runs a verb of the snug command on this server's database and reads its JSON. */
	// biome-ignore lint/suspicious/noExplicitAny: what a verb prints is checked by the tests themselves
	snug(...words: string[]): Promise<any>
	/** Another process for verbs on this server's database, which a test may kill. */
	verbs(): Verbs
	/** Kills the server as kill -9 would if it still runs, and starts it again. */
	again(environment?: Environment): Promise<Snug>
	/** Ends the server and drops its database. */
	close(): Promise<void>
}

/** The settings given and nothing else of this process's environment that Snug would read. */
const only = (settings: Environment): Environment => ({
	PATH: process.env.PATH ?? "",
	HOME: process.env.HOME ?? "",
	...settings,
})

/** Runs the snug command to its end, with these settings. */
export const runSnug = (
	settings: Environment,
	words: string[],
	ids: { uid?: number; gid?: number } = {},
): Promise<Told> =>
	new Promise((resolve, reject) => {
		const [command, ...parameters] = [...node, ...words]
		const child = spawn(command!, parameters, {
			env: only(settings),
			cwd: checkout,
			...ids,
			stdio: ["ignore", "pipe", "pipe"],
		})
		const told = { stdout: "", stderr: "" }
		child.stdout.on("data", (chunk) => (told.stdout += chunk))
		child.stderr.on("data", (chunk) => (told.stderr += chunk))
		child.once("error", reject)
		child.once("close", (code) => resolve({ code, ...told }))
	})

/** The snug command with these settings, kept ready in one process: each verb is cheap, and all but the process's start and end is real. */
export const verbsFor = (settings: Environment): Verbs => startVerbs(only(settings), checkout)

/** Starts a server with exactly these settings and waits until it is at home, or killed; throws with its words if it ends by itself. */
export const launch = async (settings: Environment, words = [...node, "start"]): Promise<Started> => {
	const child = spawn(words[0]!, words.slice(1), {
		env: only(settings),
		cwd: checkout,
		stdio: ["ignore", "pipe", "pipe"],
	})
	let output = ""
	child.stdout.on("data", (chunk) => (output += chunk))
	child.stderr.on("data", (chunk) => (output += chunk))
	const gone = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)))
	const isGone = () => child.exitCode !== null || child.signalCode !== null
	const settled = () => output.includes("is at home") || child.signalCode !== null
	await until(settled, () => `Snug did not start:\n${output}`, isGone)
	const kill = async (signal: NodeJS.Signals = "SIGTERM") => {
		if (!isGone()) child.kill(signal)
		return gone
	}
	return { process: child, output: () => output, kill }
}

/** Starts a whole Snug server as its own process, on a database of its own. */
export const startSnug = async (environment: Environment = {}): Promise<Snug> => {
	const database = await freshDatabase()
	const port = await freePort()
	const settings = {
		PORT: String(port),
		DATABASE_URL: database.url,
		SECRET_KEY: "a secret of the tests, long enough to be taken",
		LOG_LEVEL: "info",
		...environment,
	}
	return startOn(settings, database, verbsFor(settings))
}

const startOn = async (
	settings: Environment,
	database: Awaited<ReturnType<typeof freshDatabase>>,
	verbs: Verbs,
): Promise<Snug> => {
	const started = await launch(settings)
	const host = `localhost:${settings.PORT}`
	return {
		...started,
		origin: `http://${host}`,
		host,
		databaseUrl: database.url,
		async snug(...words) {
			const { code, stdout, stderr } = await verbs.run([...words, "--json"])
			if (code !== 0) throw new Error(`snug ${words.join(" ")} exited with ${code}: ${stderr}`)
			return JSON.parse(stdout)
		},
		verbs: () => verbsFor(settings),
		again: async (more = {}) => {
			await started.kill("SIGKILL")
			return startOn({ ...settings, ...more }, database, verbs)
		},
		async close() {
			verbs.end()
			await started.kill()
			await database.drop()
		},
	}
}

const until = async (holds: () => boolean, complaint: () => string, isGone: () => boolean): Promise<void> => {
	for (let waited = 0; !holds(); waited += 20) {
		if (isGone() || waited > 30_000) throw new Error(complaint())
		await new Promise((resolve) => setTimeout(resolve, 20))
	}
}
