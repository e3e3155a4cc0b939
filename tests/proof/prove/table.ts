import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import type { Figure } from "./part.ts"

const page = join(import.meta.dirname, "../../../docs/proof.md")
const [from, to] = ["<!-- figures -->", "<!-- end of figures -->"]

export type Done = { part: string; figures: Figure[]; command: string; seconds: number }

const cell = (text: string): string => text.replaceAll("|", "\\|")

/** What came of it, one line for each figure. */
export const tableOf = (done: Done[]): string =>
	[
		"| figure | command | result |",
		"|---|---|---|",
		...done.flatMap(({ figures, command }) =>
			figures.map(
				({ figure, result, ok }) =>
					`| ${cell(figure)} | \`${command}\` | ${ok ? "" : "**failed** "}${cell(result)} |`,
			),
		),
	].join("\n")

/** Puts the table into docs/proof.md in place of the one that is there; false when there is no place for it. */
export const writeTable = (done: Done[], when: string): boolean => {
	const text = readFileSync(page, "utf8")
	const [before, rest] = text.split(from)
	const after = rest?.split(to)[1]
	if (before === undefined || after === undefined) return false
	writeFileSync(page, `${before}${from}\n\n${when}\n\n${tableOf(done)}\n\n${to}${after}`)
	return true
}
