import type { Config } from "./config.ts"
import { limits } from "./limits.ts"
import { startLogging } from "./logging.ts"
import { crashingAt } from "./real-ports.ts"
import { run } from "./run.ts"

const impatience = 1000

/** Serves until this process is told to stop; resolves with the exit code. */
export const start = async (config: Config): Promise<number> => {
	const stop = stopSignal()
	await startLogging(config)
	const say = (line: string): void => console.log(line)
	return run(config, { stop, say, failpoint: crashingAt(process.env.FAILPOINT) })
}

/**
 * The first SIGINT or SIGTERM; one that comes during the start is obeyed after it. A second one is mostly the same,
 * since npm passes on a Ctrl-C that the terminal has sent to everyone; only one that comes later means "at once".
 */
const stopSignal = (): Promise<string> =>
	new Promise((resolve) => {
		let again = () => {
			again = () => {}
			setTimeout(() => {
				again = () => process.exit(130)
			}, impatience).unref()
			// whatever hangs, nobody waits longer than a supervisor does before it kills
			setTimeout(() => process.exit(0), limits.stopTime).unref()
		}
		const hear = (signal: string) => {
			again()
			resolve(signal)
		}
		for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, hear)
	})
