import type { Rule } from "./standing.ts"

/** One line of a list of domains, as it is exchanged between servers. */
export type ListLine = Rule & {
	domain: string
	/** Null: nothing was ever said; Mastodon tells that apart from an empty text. */
	publicReason: string | null
	obfuscate: boolean
}

/** The names of severities in Mastodon's files. */
export const inMastodon = { block: "suspend", limit: "silence", none: "noop" } as const

/** Columns of Mastodon's own file, in their order. */
export const columns = [
	"#domain",
	"#severity",
	"#reject_media",
	"#reject_reports",
	"#public_comment",
	"#obfuscate",
] as const
