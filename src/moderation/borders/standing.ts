/** Block: nothing is taken or sent. Limit: posts wait for a moderator. None: like any other, but for what is refused. */
export type Severity = "block" | "limit" | "none"

/** What is decided about a domain, or a person. */
export type Rule = { severity: Severity; rejectMedia: boolean; rejectReports: boolean }

/** How a server or a person stands here, all rules that touch them taken together. */
export type Standing = { severity: "block" | "limit" | null; rejectMedia: boolean; rejectReports: boolean }

/** The strictest of all: a group can be stricter than its server, never milder, and so can a domain below another. */
export const strictest = (rules: readonly Rule[]): Standing => ({
	severity: rules.some(({ severity }) => severity === "block")
		? "block"
		: rules.some(({ severity }) => severity === "limit")
			? "limit"
			: null,
	rejectMedia: rules.some((rule) => rule.rejectMedia || rule.severity === "block"),
	rejectReports: rules.some((rule) => rule.rejectReports || rule.severity === "block"),
})

/** How a server stands that is not on the list, where only listed ones are spoken with. */
export const unlisted: Rule = { severity: "block", rejectMedia: true, rejectReports: true }

/** A name as others may read it that is not to be advertised: the middle of it is hidden, dots stay, as on Mastodon. */
export const obfuscated = (domain: string): string => {
	const letters = [...domain]
	const shown = Math.floor(letters.length / 4)
	return letters
		.map((letter, at) => (at > shown && at < letters.length - shown && letter !== "." ? "*" : letter))
		.join("")
}
