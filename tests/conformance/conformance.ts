import { parseArgs } from "node:util"
import "../../src/temporal.ts"
import { verifyCaptures } from "./captures.ts"
import { readContexts, readFixtures } from "./fixtures.ts"
import { isAsExpected, openBench, runFixture } from "./run.ts"

const usage = `npm run conformance -- FOLDER [--no-contexts] [--raw] [--why] [--only TEXT]
npm run conformance -- --captures FOLDER`

type Options = { "no-contexts"?: boolean; raw?: boolean; why?: boolean; only?: string }

/** Runs every fixture of a folder against a server of its own; resolves with how many were not as expected. */
const conform = async (folder: string, options: Options): Promise<number> => {
	const only = options.only ?? ""
	const fixtures = readFixtures(folder).filter(({ file, type }) => file.includes(only) || type === only)
	const bench = await openBench(options["no-contexts"] ? null : readContexts(folder))
	const stop = () => void bench.close().then(() => process.exit(130))
	process.once("SIGINT", stop)
	let missed = 0
	try {
		for (const [nth, fixture] of fixtures.entries()) {
			if (process.stderr.isTTY)
				process.stderr.write(`\r\x1b[K${nth + 1}/${fixtures.length} ${fixture.file}\r`)
			const result = await runFixture(bench, fixture, nth, options.raw ?? false).catch((error: Error) => ({
				got: "unprepared",
				why: error.message,
			}))
			const ok = isAsExpected(fixture, result)
			if (!ok) missed++
			console.log(`${ok ? "ok" : "MISS"} ${fixture.file} ${fixture.expect} ${result.got}`)
			if (options.why) console.error(`  ${result.why}`)
		}
		if (options.why) console.error(`${bench.remote.contextsAsked} contexts were asked for`)
		console.log(`${fixtures.length - missed} of ${fixtures.length} as expected`)
	} finally {
		process.off("SIGINT", stop)
		await bench.close()
	}
	return missed
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		"no-contexts": { type: "boolean" },
		raw: { type: "boolean" },
		why: { type: "boolean" },
		only: { type: "string" },
		captures: { type: "string" },
	},
})
if (values.captures) process.exitCode = (await verifyCaptures(values.captures)) > 0 ? 1 : 0
else if (positionals.length !== 1) {
	console.error(usage)
	process.exitCode = 2
} else process.exitCode = (await conform(positionals[0]!, values)) > 0 ? 1 : 0
