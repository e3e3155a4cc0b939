import type { Verdict } from "../policy.ts"

export const refuse = (rule: string, reason: string): Verdict => ({ verdict: "refuse", rule, reason })
export const hold = (rule: string, reason: string): Verdict => ({ verdict: "hold", rule, reason })

/** Held until a moment; without one, until a moderator lets it through. */
export const wait = (rule: string, reason: string, until: Date | null): Verdict =>
	until ? { verdict: "hold", rule, reason, until } : hold(rule, reason)
