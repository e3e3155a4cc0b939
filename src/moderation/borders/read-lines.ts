import { parse } from "csv-parse/sync"
import { limits } from "../../limits.ts"
import { done, type Result, refused } from "../../result.ts"
import { normalDomain } from "../domains.ts"
import type { ListLine } from "./list-line.ts"
import type { Severity } from "./standing.ts"

/** What a file says, and the names in it that are no domains, or only parts of some. */
export type ReadLines = { lines: ListLine[]; unreadable: string[] }

type Cell = { text: string; quoted: boolean }

const severities: Readonly<Record<string, Severity>> = {
	suspend: "block",
	block: "block",
	silence: "limit",
	limit: "limit",
	noop: "none",
	none: "none",
}

/**
 * Reads Mastodon's file of domain blocks, one with other columns or none, or a plain list of domains, which are blocked
 * (Mastodon takes them so, too). Columns are known by their names, with a # or without; others are passed over.
 */
export const readLines = (text: string): Result<ReadLines> => {
	const rows = cellsOf(text)
	if (!rows) return refused("invalid", "That is no list of servers that can be read.")
	if (rows.length > limits.domainRules + 1) return refused("invalid", "That is more than a list can hold.")
	const names = rows[0]?.map(({ text: name }) => name.trim().replace(/^#\s*/, "").toLowerCase()) ?? []
	const hasHeader = names.includes("domain")
	const columnOf = (name: string) => (hasHeader ? names.indexOf(name) : name === "domain" ? 0 : -1)
	const lines = new Map<string, ListLine>()
	const unreadable: string[] = []
	for (const row of hasHeader ? rows.slice(1) : rows) {
		const cell = (name: string): Cell | undefined => row[columnOf(name)]
		const named = cell("domain")?.text.trim() ?? ""
		if (named === "" || (!hasHeader && named.startsWith("#"))) continue
		const line = lineOf(named, cell)
		if (line) lines.set(line.domain, line)
		else unreadable.push(named)
	}
	return lines.size === 0 && unreadable.length === 0
		? refused("invalid", "There is no server on that list.")
		: done({ lines: [...lines.values()], unreadable })
}

const cellsOf = (text: string): Cell[][] | null => {
	try {
		return parse(text, {
			bom: true,
			relax_column_count: true,
			skip_empty_lines: true,
			to: limits.domainRules + 2,
			cast: (value, { quoting }) => ({ text: value, quoted: quoting }),
		}) as unknown as Cell[][]
	} catch {
		return null
	}
}

const lineOf = (named: string, cell: (name: string) => Cell | undefined): ListLine | null => {
	const domain = normalDomain(named)
	const severity = severities[cell("severity")?.text.trim().toLowerCase() || "suspend"]
	if (!domain || !severity || !isHost(domain)) return null
	const isTrue = (name: string) => /^(true|1|yes)$/i.test(cell(name)?.text.trim() ?? "")
	const said = cell("public_comment")
	return {
		domain,
		severity,
		rejectMedia: isTrue("reject_media"),
		rejectReports: isTrue("reject_reports"),
		publicReason: said && (said.quoted || said.text !== "") ? storable(said.text) : null,
		obfuscate: isTrue("obfuscate"),
	}
}

/** Words of somebody else, cut to what is kept, without what the database takes for no text. */
const storable = (text: string): string => text.replaceAll("\0", "").slice(0, limits.reason).toWellFormed()

const isHost = (domain: string): boolean =>
	domain.length <= limits.hostName && (domain.includes(".") || domain.includes(":"))
