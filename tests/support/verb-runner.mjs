// Runs verbs of the built snug command one after the other in one process: starting one for each would cost a second.
import { createInterface } from "node:readline"
import "../../dist/src/temporal.js"

const { runSnug } = await import("../../dist/src/cli/snug.js")
const { lookUp, openNetwork } = await import("../../dist/src/outside.js")
const { start } = await import("../../dist/src/start.js")

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
	process.argv.splice(2, Number.POSITIVE_INFINITY, ...JSON.parse(line))
	process.exitCode = 0
	await runSnug({ start, openNetwork, lookUp })
	for (const stream of ["stdout", "stderr"]) process[stream].write = really[stream]
	really.stdout(`${JSON.stringify({ code: process.exitCode, ...told })}\n`)
}
