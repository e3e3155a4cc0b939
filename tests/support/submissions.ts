import { noRules, type Rules } from "../../src/moderation/policy/rules.ts"
import type { Policy, Submission } from "../../src/moderation/policy.ts"

/** A policy that takes everything from anyone, with some rules of its own. */
export const openPolicy: Policy = { visibility: "public", posting: "anyone", words: [], rules: noRules }
export const withRules = (rules: Partial<Rules>): Policy => ({
	...openPolicy,
	rules: { ...noRules, ...rules },
})

const now = new Date("2026-03-01T12:00:00Z")
export const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
export const minutesAgo = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000)

/** A plain public post by a stranger from elsewhere, changed as a test needs it. */
export const submission = (
	change: Partial<Omit<Submission, "author">> = {},
	author: Partial<Submission["author"]> = {},
): Submission => ({
	coming: "new",
	audience: "public",
	text: "A cup of tea",
	matched: [],
	answers: false,
	threadLocked: false,
	links: [],
	hosts: [],
	mentions: 0,
	files: { all: 0, undescribed: 0 },
	language: null,
	lately: { strangers: 0, wave: false, turn: null, morning: null },
	now,
	...change,
	author: {
		role: null,
		banned: false,
		paused: false,
		local: false,
		domain: null,
		trusted: false,
		since: null,
		taken: 0,
		...author,
	},
})
