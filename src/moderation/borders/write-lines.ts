import { stringify } from "csv-stringify/sync"
import { columns, inMastodon, type ListLine } from "./list-line.ts"

/** Lines as Mastodon writes them, byte for byte: an empty reason is quoted, one that was never given is not. */
export const writeLines = (lines: readonly ListLine[]): string =>
	stringify(
		[
			[...columns],
			...lines.map((line) => [
				line.domain,
				inMastodon[line.severity],
				String(line.rejectMedia),
				String(line.rejectReports),
				line.publicReason,
				String(line.obfuscate),
			]),
		],
		{
			cast: { string: (value) => ({ value, quoted_empty: true, quoted: /[\r\n",]/.test(value) }) },
		},
	)
