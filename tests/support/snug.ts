import { type ChildProcess, execFile, spawn } from "node:child_process"
import { join } from "node:path"
import { promisify } from "node:util"
import { freshDatabase } from "./database.ts"
import { freePort } from "./free-port.ts"

const run = promisify(execFile)
const folder = join(import.meta.dirname, "../..")
const main = join(folder, "dist/src/main.js")

export type Snug = {
	origin: string
	host: string
	databaseUrl: string
	process: ChildProcess
	output: () => string
	/** Runs a verb of the snug command on this server's database and reads its JSON. */
	// biome-ignore lint/suspicious/noExplicitAny: what a verb prints is checked by the tests themselves
	snug(...words: string[]): Promise<any>
	/** Ends the process as SIGTERM or kill -9 would, and waits until it is gone. */
	kill(signal?: NodeJS.Signals): Promise<number | null>
	/** Starts the same server again, after it was killed. */
	again(environment?: Record<string, string>): Promise<Snug>
	/** Ends the server and drops its database. */
	close(): Promise<void>
}

/** Starts a whole Snug server as its own process, on a database of its own. */
export const startSnug = async (environment: Record<string, string> = {}): Promise<Snug> => {
	const database = await freshDatabase()
	const port = await freePort()
	const settings = {
		PORT: String(port),
		DATABASE_URL: database.url,
		SECRET_KEY: "a secret of the tests, long enough to be taken",
		LOG_LEVEL: "info",
		...environment,
	}
	return launch(settings, database)
}

const launch = async (
	settings: Record<string, string>,
	database: Awaited<ReturnType<typeof freshDatabase>>,
): Promise<Snug> => {
	const env = { PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", ...settings }
	const child = spawn(process.execPath, ["--enable-source-maps", main, "start"], { env, cwd: folder })
	let output = ""
	child.stdout.on("data", (chunk) => (output += chunk))
	child.stderr.on("data", (chunk) => (output += chunk))
	const gone = new Promise<number | null>((resolve) => child.once("exit", (code) => resolve(code)))
	await until(() => output.includes("is at home"), () => `Snug did not start:\n${output}`, child)
	const host = `localhost:${settings.PORT}`
	const kill = async (signal: NodeJS.Signals = "SIGTERM") => {
		if (child.exitCode === null) child.kill(signal)
		return gone
	}
	return {
		origin: `http://${host}`,
		host,
		databaseUrl: database.url,
		process: child,
		output: () => output,
		async snug(...words) {
			const { stdout } = await run(process.execPath, [main, ...words, "--json"], { env, cwd: folder })
			return JSON.parse(stdout)
		},
		kill,
		again: async (more = {}) => {
			await kill("SIGKILL")
			return launch({ ...settings, ...more }, database)
		},
		async close() {
			await kill()
			await database.drop()
		},
	}
}

const until = async (holds: () => boolean, complaint: () => string, child: ChildProcess): Promise<void> => {
	for (let waited = 0; !holds(); waited += 20) {
		if (child.exitCode !== null || waited > 20_000) throw new Error(complaint())
		await new Promise((resolve) => setTimeout(resolve, 20))
	}
}
