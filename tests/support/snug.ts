import { type ChildProcess, spawn } from "node:child_process"
import { join } from "node:path"
import { builtMain } from "./built.ts"
import { freshDatabase } from "./database.ts"
import { freePort } from "./free-port.ts"
import { ownVerbs, sharedVerbs, type Told, type Verbs } from "./verbs.ts"

const checkout = join(import.meta.dirname, "../..")
const node = [process.execPath, builtMain]

export { freePort } from "./free-port.ts"

type Environment = Record<string, string>
export type Started = {
	process: ChildProcess
	/** All it has printed so far, stdout and stderr. */
	output(): string
	/** Ends the process as SIGTERM or kill -9 would, and waits until it is gone; the exit code, null after kill -9. */
	kill(signal?: NodeJS.Signals): Promise<number | null>
}

/** A server on a database of its own, in whatever process. */
export type Server = {
	origin: string
	host: string
	databaseUrl: string
	/** Where its files are. */
	dataDir: string
	/** All it has said so far. */
	output(): string
	/** Runs a verb of the snug command on this server's database and reads its JSON. */
	// biome-ignore lint/suspicious/noExplicitAny: what a verb prints is checked by the tests themselves
	snug(...words: string[]): Promise<any>
	/** Whether it has not ended by itself. */
	runs(): boolean
	/** Ends the server if it still runs, and starts it again on the same database. */
	again(environment?: Environment): Promise<Server>
	/** Ends the server and drops its database. */
	close(): Promise<void>
}

export type Snug = Started &
	Omit<Server, "again"> & {
		/** A process for verbs on this server's database, which a test may kill. */
		verbs(): ReturnType<typeof ownVerbs>
		/** Kills the server as kill -9 would if it still runs, and starts it again. */
		again(environment?: Environment): Promise<Snug>
	}

/** The settings given and nothing else of this process's environment that Snug would read. */
const only = (settings: Environment): Environment => ({
	PATH: process.env.PATH ?? "",
	HOME: process.env.HOME ?? "",
	...settings,
})

/** Runs the snug command to its end, with these settings, in a process of its own. */
export const runSnug = (settings: Environment, words: string[]): Promise<Told> =>
	new Promise((resolve, reject) => {
		const [command, ...parameters] = [...node, ...words]
		const child = spawn(command!, parameters, {
			env: only(settings),
			cwd: checkout,
			stdio: ["ignore", "pipe", "pipe"],
		})
		const told = { stdout: "", stderr: "" }
		child.stdout.on("data", (chunk) => (told.stdout += chunk))
		child.stderr.on("data", (chunk) => (told.stderr += chunk))
		child.once("error", reject)
		child.once("close", (code) => resolve({ code, ...told }))
	})

/** The snug command with these settings, kept ready: each verb is cheap, and all but the process's start and end is real. */
export const verbsFor = (settings: Environment): Verbs => sharedVerbs(only(settings))

/** Runs a verb on a server's database and reads its JSON. @throws its complaint. */
export const asked = async (verbs: Verbs, words: string[]) => {
	const { code, stdout, stderr } = await verbs.run([...words, "--json"])
	if (code !== 0) throw new Error(`snug ${words.join(" ")} exited with ${code}: ${stderr}`)
	return JSON.parse(stdout)
}

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

/** A new database, and what a server on it is told. */
export const newPlace = async (environment: Environment = {}) => {
	const database = await freshDatabase()
	const settings = {
		PORT: String(await freePort()),
		DATABASE_URL: database.url,
		DATA_DIR: database.dataDir,
		SECRET_KEY: "a secret of the tests, long enough to be taken",
		LOG_LEVEL: "info",
		...environment,
	}
	return { database, settings }
}

/** Starts a whole Snug server as its own process, on a database of its own. */
export const startSnug = async (environment: Environment = {}): Promise<Snug> =>
	startOn(await newPlace(environment))

const startOn = async ({ settings, database }: Awaited<ReturnType<typeof newPlace>>): Promise<Snug> => {
	const started = await launch(settings)
	const host = `localhost:${settings.PORT}`
	const verbs = verbsFor(settings)
	return {
		...started,
		origin: `http://${host}`,
		host,
		databaseUrl: database.url,
		dataDir: database.dataDir,
		snug: (...words) => asked(verbs, words),
		runs: () => started.process.exitCode === null && started.process.signalCode === null,
		verbs: () => ownVerbs(only(settings)),
		again: async (more = {}) => {
			await started.kill("SIGKILL")
			return startOn({ settings: { ...settings, ...more }, database })
		},
		async close() {
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
