import type { Result } from "../result.ts"

/** Something a command found or did: plain fields, the same for people and for scripts. */
export type Row = { [key: string]: string | number | boolean | null }

/** A command that was understood and refused; its message goes to stderr, and the exit code is 1. */
export class Refusal extends Error {}

export const orRefuse = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Refusal(result.reason)
	return result.value
}

export const orMissing = <T>(value: T | null, what: string): T => {
	if (value === null) throw new Refusal(`There is no ${what} here.`)
	return value
}

/** Prints one value: JSON for scripts, aligned words for people. */
export const say = (value: Row | Row[], { json }: { json?: boolean }): void => {
	if (json) process.stdout.write(`${JSON.stringify(value)}\n`)
	else
		for (const line of Array.isArray(value) ? table(value) : fields(value)) process.stdout.write(`${line}\n`)
}

const fields = (row: Row): string[] => {
	const width = Math.max(...Object.keys(row).map((key) => key.length))
	return Object.entries(row)
		.filter(([, value]) => value !== null && value !== "")
		.map(([key, value]) => `${key.padEnd(width)}  ${oneLine(value)}`)
}

const table = (rows: Row[]): string[] => {
	const keys = Object.keys(rows[0] ?? {}).filter((key) => key !== "id" && key !== "uri")
	const widths = keys.map((key) => Math.max(...rows.map((row) => oneLine(row[key] ?? "").length)))
	return rows.map((row) =>
		keys
			.map((key, i) => oneLine(row[key] ?? "").padEnd(widths[i]!))
			.join("  ")
			.trimEnd(),
	)
}

const oneLine = (value: Row[string]): string => String(value).replace(/\s+/g, " ")
