// Runs verbs of the built snug command one after the other in one process: starting one for each would cost half a second.
// A line is an environment with the words of one verb, or with a list of verbs to run at the same time.
import { enableCompileCache } from "node:module"
import { createInterface } from "node:readline"
import "../../dist/snug/temporal.js"

enableCompileCache()
const { runSnug } = await import("../../dist/snug/verbs.js")
const { lookUp, lookUpPost, openNetwork } = await import("../../dist/snug/outside.js")

/** For starts that are refused: without the signals and the log of a process, of which this one has had its own. */
const start = async (config) => {
	const { run } = await import("../../dist/snug/run.js")
	return run(config, { stop: new Promise(() => {}), say: (line) => process.stdout.write(`${line}\n`) })
}

const really = {
	stdout: process.stdout.write.bind(process.stdout),
	stderr: process.stderr.write.bind(process.stderr),
}

for await (const line of createInterface({ input: process.stdin })) {
	const told = { stdout: "", stderr: "" }
	for (const stream of ["stdout", "stderr"])
		process[stream].write = (chunk) => {
			told[stream] += chunk
			return true
		}
	const { environment, words: asked } = JSON.parse(line)
	for (const name of Object.keys(process.env)) delete process.env[name]
	Object.assign(process.env, environment)
	process.exitCode = 0
	await Promise.all(
		(Array.isArray(asked[0]) ? asked : [asked]).map((words) => {
			// read before it waits for the first time
			process.argv.splice(2, Number.POSITIVE_INFINITY, ...words)
			return runSnug({ start, openNetwork, lookUp, lookUpPost })
		}),
	)
	for (const stream of ["stdout", "stderr"]) process[stream].write = really[stream]
	really.stdout(`${JSON.stringify({ code: process.exitCode, ...told })}\n`)
}
