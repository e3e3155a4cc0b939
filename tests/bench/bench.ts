import { cpus, loadavg } from "node:os"
import { type Cluster, openCluster } from "./cluster.ts"
import { hear } from "./hear.ts"
import type { Line, Pair } from "./line.ts"
import { type Options, readOptions } from "./options.ts"
import { actor, page, pageAnew, pageOwn, thread, unchanged } from "./reads.ts"
import { heading, plainRow, type Row, rowOf, tableRow } from "./report.ts"
import { send } from "./send.ts"

const lines: Line[] = [hear, send, actor, unchanged, page, pageAnew, pageOwn, thread]
const options = readOptions(process.argv.slice(2))
const budget = (options.quick ? 3 : 15) * 60_000
const ends = performance.now() + budget
const isTerminal = process.stdout.isTTY === true

const rows: Row[] = []
let undo: (() => Promise<unknown>)[] = []
const undoAll = async (): Promise<void> => {
	const steps = undo.reverse()
	undo = []
	for (const step of steps) await step().catch((error) => console.error(error))
}

const progress = (text: string): void => {
	if (isTerminal && !options.json) process.stdout.write(`\r\x1b[2K${text}`)
}
const print = (text: string): void => {
	progress("")
	if (!options.json) console.log(text)
}

/** Runs a line once, or three times if its share of the time allows, and answers with the run in the middle. */
const measure = async (
	line: Line,
	cluster: Cluster,
	{ quick, profile }: Options,
	share: number,
): Promise<Row> => {
	const began = performance.now()
	progress(`${line.name}: setting up …`)
	try {
		const run = await line.open({ quick, profile, cluster, after: (step) => undo.push(step) })
		const pairs: Pair[] = []
		let longest = 0
		do {
			progress(`${line.name}: run ${pairs.length + 1} …`)
			const start = performance.now()
			pairs.push(await run())
			longest = Math.max(longest, performance.now() - start)
		} while (!quick && pairs.length < 3 && performance.now() + longest < began + share)
		return rowOf(line.name, line.unit, pairs, loadavg()[0]!)
	} finally {
		await undoAll()
	}
}

const measureAll = async (chosen: Line[], cluster: Cluster): Promise<void> => {
	const load = () =>
		loadavg()
			.map((one) => one.toFixed(2))
			.join(" ")
	print(`${cpus().length} × ${cpus()[0]?.model ?? "?"}, Node ${process.version}, load average ${load()}`)
	if (isTerminal) print(heading())
	for (const [index, line] of chosen.entries()) {
		const share = (ends - performance.now()) / (chosen.length - index)
		const row = await measure(line, cluster, options, share)
		print(isTerminal ? tableRow(row) : plainRow(row))
		rows.push(row)
	}
	print(`load average ${load()}`)
}

const printJson = (): void => {
	if (options.json) console.log(JSON.stringify(rows, null, "\t"))
}

const close = async (): Promise<void> => {
	const closing = cluster
	cluster = null
	await undoAll()
	await closing?.close()
}

const stopWith = (code: number, why: string) => async () => {
	stopped = true
	console.error(why)
	printJson()
	await close().catch(() => {})
	process.exit(code)
}

let cluster: Cluster | null = null
let stopped = false
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stopWith(130, "\nClearing up …"))
setTimeout(
	stopWith(1, `The benchmark took longer than ${budget / 60_000} minutes and was ended.`),
	budget,
).unref()

try {
	const unknown = options.only.find((name) => !lines.some((line) => line.name === name))
	if (unknown)
		throw new Error(`There is no line ${unknown}; there are ${lines.map(({ name }) => name).join(", ")}.`)
	cluster = await openCluster(process.env.DATABASE_URL)
	await measureAll(
		lines.filter(({ name }) => options.only.length === 0 || options.only.includes(name)),
		cluster,
	)
	printJson()
} catch (error) {
	// What broke because everything was being ended is no news.
	if (!stopped) console.error(error)
	process.exitCode = 1
} finally {
	await close()
}
