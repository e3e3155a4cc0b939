import { configure, getTextFormatter } from "@logtape/logtape"
import { getGlobalDispatcher, setGlobalDispatcher } from "undici"
import { readConfig } from "../../src/config.ts"
import { run } from "../../src/run.ts"
import "../../src/temporal.ts"
import { asked, newPlace, type Server, verbsFor } from "./snug.ts"

type Environment = Record<string, string>

/**
 * Starts a whole Snug in this process, on a database of its own: all that one in its own process is but signals and
 * deaths. It needs neither the second of a start nor to be warmed up, so tests that kill nothing use it.
 */
export const startHere = async (environment: Environment = {}): Promise<Server> =>
	startOn(await newPlace({ LOG_LEVEL: "warning", ...environment }))

const startOn = async ({ settings, database }: Awaited<ReturnType<typeof newPlace>>): Promise<Server> => {
	const around = getGlobalDispatcher()
	const stop = Promise.withResolvers<string>()
	const home = Promise.withResolvers<void>()
	let [output, runs] = ["", true]
	const say = (line: string): void => {
		output += `${line}\n`
		if (line.includes("is at home")) home.resolve()
	}
	await listen(say)
	const over = run(readConfig(settings), { stop: stop.promise, say }).finally(() => {
		runs = false
		// The guard of a network that is closed lets nothing through, not even a test's own requests.
		setGlobalDispatcher(around)
	})
	over.catch(home.reject)
	await home.promise
	const end = async (): Promise<void> => {
		stop.resolve("the test is over")
		await over
	}
	const host = `localhost:${settings.PORT}`
	const verbs = verbsFor(settings)
	return {
		origin: `http://${host}`,
		host,
		databaseUrl: database.url,
		dataDir: database.dataDir,
		output: () => output,
		snug: (...words) => asked(verbs, words),
		runs: () => runs,
		async again(more = {}) {
			await end()
			return startOn({ settings: { ...settings, ...more }, database })
		},
		async close() {
			await end()
			await database.drop()
		},
	}
}

/** What would be logged is kept; of several servers in one process, the last one to start hears it. */
const listen = (say: (line: string) => void): Promise<void> => {
	const formatter = getTextFormatter({ lineEnding: "" as never })
	return configure({
		sinks: { kept: (record) => say(formatter(record)) },
		loggers: [
			{ category: "snug", sinks: ["kept"], lowestLevel: "warning" },
			{ category: ["logtape", "meta"], sinks: ["kept"], lowestLevel: "error" },
		],
		reset: true,
	})
}
