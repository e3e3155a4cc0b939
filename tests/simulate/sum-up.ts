import type { Result } from "./kept-results.ts"

const each = (sum: number, among: number): string => (sum / (among || 1)).toFixed(1)

/** What many seeds came to, in two lines; the last one is for the table of figures. */
export const sumUp = (
	all: Result[],
	{
		hours,
		servers,
		before,
		wall,
		seesAll,
	}: {
		hours: number
		servers: number
		/** How many of them an earlier run lived through. */
		before: number
		/** Seconds by the clock. */
		wall: number
		/** Whether PostgreSQL's processor time is in it. */
		seesAll: boolean
	},
): string[] => {
	const total = (of: (result: Result) => number) => all.reduce((sum, one) => sum + of(one), 0)
	const failed = all.filter((one) => one.failed > 0).length
	const lived = all.length * servers * hours
	const [seconds, statements] = [total(({ used }) => used), total((one) => one.statements)]
	return [
		`${each(
			total(({ acts }) => acts),
			lived,
		)} acts and ${each(statements, lived)} statements per server-hour, ` +
			`${each(
				total(({ faults }) => faults),
				all.length,
			)} faults and ` +
			`${each(
				total(({ deaths }) => deaths),
				all.length,
			)} deaths per seed`,
		`${all.length} seeds, ${failed} failed${before > 0 ? ` (${before} by an earlier run)` : ""}: ` +
			`${servers} servers × ${hours} hours each, ${lived} server-hours; ` +
			`${(lived / seconds).toFixed(2)} per second and core (${seconds.toFixed(0)} s of processor time` +
			`${seesAll ? "" : " without PostgreSQL's"}, ${wall.toFixed(0)} s by the clock), held by ` +
			`${((1000 * seconds) / Math.max(statements, 1)).toFixed(2)} ms for each of ${statements} statements, ` +
			`events ${all.at(-1)?.hash}`,
	]
}
