import type { Decision } from "../../../db/events.ts"
import type { EventType } from "../../events.ts"
import { handleOf } from "../../people/actor.ts"
import { t } from "../language.tsx"
import { humanTime, listOf } from "../words.ts"

/** What everybody may read of a decision: plain text, and the reason that was given. */
export type Sentence = { text: string; reason: string | null }

type Saying = (decision: Decision, named: boolean) => string | null

const who = ({ person }: Decision): string => (person && !person.goneAt ? handleOf(person) : t("Somebody"))

// A post that was taken out while it waited was never seen, so it is not mentioned.
const removed: Saying = ({ facts }) => (facts.shareId ? t("A post was taken out.") : null)

const banned: Saying = (decision, named) => {
	const until = typeof decision.facts.until === "string" ? new Date(decision.facts.until) : null
	const person = named ? who(decision) : t("Somebody")
	return until
		? t("{{person}} was banned until {{when}}.", { person, when: humanTime(until, decision.at) })
		: t("{{person}} was banned.", { person })
}

// Whom it is asked of is between them and the group: it is soon over.
const paused: Saying = ({ facts, at }) =>
	t("Somebody was asked to write nothing until {{when}}.", {
		when: humanTime(new Date(String(facts.until)), at),
	})

const offices = new Map<string, { now: (person: string) => string; noLonger: (person: string) => string }>([
	[
		"moderator",
		{
			now: (person) => t("{{person}} is a moderator now.", { person }),
			noLonger: (person) => t("{{person}} is a moderator no longer.", { person }),
		},
	],
	[
		"owner",
		{
			now: (person) => t("{{person}} is an owner now.", { person }),
			noLonger: (person) => t("{{person}} is an owner no longer.", { person }),
		},
	],
])

// Who becomes a member is between them and the group; who has a say over others is not.
const role: Saying = (decision) => {
	const [from, to] = [offices.get(String(decision.facts.from)), offices.get(String(decision.facts.to))]
	return to?.now(who(decision)) ?? from?.noLonger(who(decision)) ?? null
}

// That a server's posts wait is between it and the group, and so is that they wait no longer.
const server: Saying = ({ facts }) => {
	const named = { server: String(facts.domain) }
	if (facts.severity === "block") return t("The server {{server}} was blocked.", named)
	const unseen = facts.was === "limit" || facts.was === "none"
	if (facts.severity === null && !unseen) return t("The server {{server}} is like any other again.", named)
	return facts.was === "block" ? t("The server {{server}} is blocked no longer.", named) : null
}

const parts = new Map<string, () => string>([
	["name", () => t("its name")],
	["about", () => t("its description")],
	["rules", () => t("its rules")],
	["welcome", () => t("its words of welcome")],
	["joining", () => t("how people join")],
	["posting", () => t("who may post")],
	["language", () => t("its language")],
	["hue", () => t("its colour")],
	["indexed", () => t("whether search engines may list it")],
	["aliases", () => t("the other names it owns to")],
])

const group: Saying = ({ facts }) => {
	const changed = (Array.isArray(facts.changed) ? facts.changed : [])
		.map((part) => parts.get(String(part))?.())
		.filter((thing) => thing !== undefined)
	if (changed.length === 0) return t("The group changed what it says of itself.")
	const things = listOf(changed)
		.map(({ text }) => text)
		.join("")
	return t("The group changed {{things}}.", { things })
}

const rules = new Map<string, () => string>([
	["answering", () => t("who may answer")],
	["newcomers", () => t("how newcomers are met")],
	["links", () => t("links")],
	["media", () => t("pictures and recordings")],
	["languages", () => t("languages")],
	["mentions", () => t("how many people a post may name")],
	["flood", () => t("waves of strangers")],
	["slow", () => t("its pace")],
	["quiet", () => t("its nights")],
	["cap", () => t("how many members there are")],
])

const policy: Saying = ({ facts }) => {
	const changed = (Array.isArray(facts.changed) ? facts.changed : [])
		.map((part) => rules.get(String(part))?.())
		.filter((thing) => thing !== undefined)
	const things = listOf(changed)
		.map(({ text }) => text)
		.join("")
	return t("The group changed its rules for posts: {{things}}.", { things })
}

const sayings: Partial<Record<EventType, Saying>> = {
	"post-removed": removed,
	"post-restored": () => t("A post was put back."),
	"thread-locked": () => t("A conversation was closed to new answers."),
	"thread-unlocked": () => t("A conversation was opened again."),
	"post-pinned": () => t("A post was pinned."),
	"post-unpinned": () => t("A post was unpinned."),
	"member-banned": banned,
	"ban-lifted": (decision, named) =>
		named
			? t("The ban on {{person}} was lifted.", { person: who(decision) })
			: t("The ban on somebody was lifted."),
	"member-paused": paused,
	"pause-lifted": () => t("Somebody may write again, before the pause was over."),
	"role-changed": role,
	"domain-limited": server,
	"group-updated": group,
	"policy-changed": policy,
	"group-followed": (decision) =>
		t("The group follows {{group}} and shows what it shares.", { group: who(decision) }),
	"group-unfollowed": (decision) => t("The group follows {{group}} no longer.", { group: who(decision) }),
	"actor-moved": ({ facts, person }) =>
		person ? null : t("The group has moved to {{address}}.", { address: String(facts.handle) }),
}

/** Why is between the group and whom it concerns: the words could tell who that is. */
const between: ReadonlySet<EventType> = new Set(["member-paused", "pause-lifted"])

/**
 * A decision as everybody may read it; null for what stays between the group and those concerned, and for every kind
 * that nobody has thought about yet. It names no moderator (they decide as the group), no reporter, and no post's words; and
 * whom something was done to only where `named`, as the group's own members read it.
 */
export const sentenceFor = (decision: Decision, { named }: { named: boolean }): Sentence | null => {
	const saying = Object.hasOwn(sayings, decision.type) ? sayings[decision.type] : undefined
	const text = saying?.(decision, named) ?? null
	const reason = between.has(decision.type) ? null : decision.reason?.trim()
	return text === null ? null : { text, reason: reason || null }
}
