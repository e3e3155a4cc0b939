import { inWords } from "./in-words.ts"
import type { Limit } from "./limit.ts"

type Areas = Readonly<Record<string, Readonly<Record<string, Limit>>>>

/** docs/limits.md: every limit, by area. */
export const everyLimit = (areas: Areas): string =>
	[
		"# Limits",
		"",
		"Everything that can grow has a limit, and this is all of them. The page is made of the table the server itself runs by",
		"(`src/limits.ts`; `npm run limits` writes it anew), and `snug limits` prints the same. A bare number is so many of what it",
		"bounds; several times are the waits before one try and the next. What says how often counts in each process for itself.",
		...Object.entries(areas).flatMap(([area, limits]) => ["", `## ${area}`, "", ...table(limits)]),
		"",
	].join("\n")

const table = (limits: Readonly<Record<string, Limit>>): string[] => [
	"| what it bounds | limit | beyond it | who meets it | name |",
	"|---|---|---|---|---|",
	...Object.entries(limits).map(
		([name, limit]) =>
			`| ${limit.bounds} | ${inWords(limit)} | ${limit.beyond} | ${limit.meets} | \`${name}\` |`,
	),
]

const [begin, end] = ["<!-- limits: written by npm run limits -->", "<!-- end of limits -->"]

/** FEDERATION.md with the limits that other servers meet between its markers. Throws when the markers are gone. */
export const withPeerLimits = (page: string, areas: Areas): string => {
	const [from, to] = [page.indexOf(begin), page.indexOf(end)]
	if (from < 0 || to < from) throw new Error("FEDERATION.md has lost the markers of its limits")
	const met = Object.values(areas)
		.flatMap((limits) => Object.values(limits))
		.filter(({ meets }) => meets === "peer")
	const rows = met.map((limit) => `| ${limit.bounds} | ${inWords(limit)} | ${limit.beyond} |`)
	const written = ["| what | limit | beyond it |", "|---|---|---|", ...rows].join("\n")
	return `${page.slice(0, from + begin.length)}\n${written}\n${page.slice(to)}`
}
