import type { Command } from "commander"
import { inWords } from "../limits/in-words.ts"
import type { Limit } from "../limits/limit.ts"
import { areas } from "../limits.ts"
import { type Row, say } from "./speak.ts"

/** `snug limits`: the table of limits, as docs/limits.md has it; it needs no database. */
export const limitVerbs = (snug: Command): void => {
	snug
		.command("limits")
		.description("how much of everything is taken, sent and kept, and what happens beyond it")
		.option("--json", "print one JSON value; times in milliseconds")
		.action(({ json = false }: { json?: boolean }) => {
			const limits = Object.entries(areas).flatMap(([area, limits]) =>
				Object.entries(limits as Record<string, Limit>).map(([name, limit]) => ({ area, name, limit })),
			)
			say(limits.map(json ? whole : inShort), { json })
		})
}

type Named = { area: string; name: string; limit: Limit }

const inShort = ({ name, limit }: Named): Row => ({
	name,
	limit: inWords(limit),
	bounds: `${limit.bounds}; beyond: ${limit.beyond}`,
})

const whole = ({ area, name, limit }: Named): Row => {
	const { value, unit, bounds, beyond, meets } = limit
	const numbers: Row =
		typeof value === "number"
			? { value }
			: "span" in value
				? { value: value.most, span: value.span }
				: { values: value.join(" ") }
	return { area, name, ...numbers, unit, limit: inWords(limit), bounds, beyond, meets }
}
