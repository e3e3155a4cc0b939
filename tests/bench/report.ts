import type { Measured, Pair } from "./line.ts"

/** What is printed of a line. Times in milliseconds, memory in MB; null where the machine does not tell. */
export type Row = {
	line: string
	value: number
	unit: string
	floor: number
	/** value / floor. */
	ratio: number
	cpu_ms: number | null
	/** The part of it that is PostgreSQL's. */
	db_cpu_ms: number | null
	p50: number
	p99: number
	rss: number | null
	floor_cpu_ms: number | null
	generator_cpu_ms: number | null
	runs: number
	/** The load average of the last minute when the line ended. */
	load: number
} & NonNullable<Measured["more"]>

/** The run in the middle, by ratio: its numbers belong together. */
const median = (pairs: Pair[]): Pair => {
	const sorted = [...pairs].sort((one, other) => ratioOf(one) - ratioOf(other))
	return sorted[Math.floor(sorted.length / 2)]!
}

const ratioOf = ({ snug, floor }: Pair): number => snug.value / floor.value

const digits = (value: number, places: number): number => Number(value.toFixed(places))
const maybe = (value: number | null, places: number): number | null =>
	value === null ? null : digits(value, places)

export const rowOf = (line: string, unit: string, pairs: Pair[], load: number): Row => {
	const pair = median(pairs)
	const { snug, floor } = pair
	const more = Object.entries(snug.more ?? {}).map(([name, value]) => [name, digits(value, 1)])
	return {
		line,
		value: digits(snug.value, 1),
		unit,
		floor: digits(floor.value, 1),
		ratio: digits(ratioOf(pair), 3),
		cpu_ms: maybe(snug.cpu, 3),
		db_cpu_ms: maybe(snug.database, 3),
		p50: digits(snug.p50, 1),
		p99: digits(snug.p99, 1),
		rss: snug.rss,
		floor_cpu_ms: maybe(floor.cpu, 3),
		generator_cpu_ms: maybe(snug.generator, 3),
		runs: pairs.length,
		load: digits(load, 2),
		...Object.fromEntries(more),
	}
}

const columns: [string, number, (row: Row) => string | number | null][] = [
	["value", 9, ({ value }) => Math.round(value)],
	["unit", -13, ({ unit }) => unit],
	["floor", 8, ({ floor }) => Math.round(floor)],
	["ratio", 7, ({ ratio }) => ratio.toFixed(3)],
	["cpu ms", 8, ({ cpu_ms }) => cpu_ms],
	["(db)", 8, ({ db_cpu_ms }) => db_cpu_ms],
	["(floor)", 8, ({ floor_cpu_ms }) => floor_cpu_ms],
	["(gen.)", 8, ({ generator_cpu_ms }) => generator_cpu_ms],
	["p50 ms", 8, ({ p50 }) => p50],
	["p99 ms", 8, ({ p99 }) => p99],
	["rss MB", 7, ({ rss }) => rss],
	["runs", 5, ({ runs }) => runs],
]

const cell = (text: string, width: number): string =>
	width < 0 ? ` ${text.padEnd(-width)}` : text.padStart(width)

export const heading = (): string =>
	"line".padEnd(10) + columns.map(([name, width]) => cell(name, width)).join("")

/** A row of the table; for a fan-out, a second one about how far it was when. */
export const tableRow = (row: Row): string => {
	const cells = columns.map(([, width, read]) => cell(String(read(row) ?? "–"), width))
	const { deliveries, p50, p95, p100 } = row
	const spread =
		deliveries === undefined
			? ""
			: `\n${"".padEnd(10)}  ${deliveries} servers: half after ${p50} ms, 95 % after ${p95} ms, all after ${p100} ms`
	return row.line.padEnd(10) + cells.join("") + spread
}

/** A row for programs and logs: name=value. */
export const plainRow = (row: Row): string =>
	Object.entries(row)
		.map(([name, value]) => `${name}=${value}`)
		.join(" ")
