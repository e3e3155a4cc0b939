import type { Decision } from "../../../db/events.ts"
import type { EventType } from "../../events.ts"
import { handleOf } from "../../people/actor.ts"
import { humanTime } from "../words.ts"

/** What everybody may read of a decision: plain text, and the reason that was given. */
export type Sentence = { text: string; reason: string | null }

type Saying = (decision: Decision) => string | null

const who = ({ person }: Decision): string => (person ? handleOf(person) : "Somebody")

// A post that was taken out while it waited was never seen, so it is not mentioned.
const removed: Saying = ({ facts }) => (facts.shareId ? "A post was taken out." : null)

const banned: Saying = (decision) => {
	const until = typeof decision.facts.until === "string" ? new Date(decision.facts.until) : null
	return `${who(decision)} was banned${until ? ` until ${humanTime(until, decision.at)}` : ""}.`
}

const offices = new Map([
	["moderator", "a moderator"],
	["owner", "an owner"],
])

// Who becomes a member is between them and the group; who has a say over others is not.
const role: Saying = (decision) => {
	const [from, to] = [offices.get(String(decision.facts.from)), offices.get(String(decision.facts.to))]
	if (to) return `${who(decision)} is ${to} now.`
	return from ? `${who(decision)} is ${from} no longer.` : null
}

// That a server's posts wait is between it and the group, and so is that they wait no longer.
const server: Saying = ({ facts }) => {
	const domain = String(facts.domain)
	if (facts.severity === "block") return `The server ${domain} was blocked.`
	if (facts.severity === null && facts.was !== "limit") return `The server ${domain} is like any other again.`
	return facts.was === "block" ? `The server ${domain} is blocked no longer.` : null
}

const parts = new Map([
	["name", "its name"],
	["about", "its description"],
	["rules", "its rules"],
	["joining", "how people join"],
	["posting", "who may post"],
	["language", "its language"],
	["hue", "its colour"],
	["aliases", "the other names it owns to"],
])

const group: Saying = ({ facts }) => {
	const changed = (Array.isArray(facts.changed) ? facts.changed : [])
		.map((part) => parts.get(String(part)))
		.filter(Boolean)
	return `The group changed ${changed.length > 0 ? changed.join(", ") : "what it says of itself"}.`
}

const sayings: Partial<Record<EventType, Saying>> = {
	"post-removed": removed,
	"post-restored": () => "A post was put back.",
	"thread-locked": () => "A conversation was closed to new answers.",
	"thread-unlocked": () => "A conversation was opened again.",
	"post-pinned": () => "A post was pinned.",
	"post-unpinned": () => "A post was unpinned.",
	"member-banned": banned,
	"ban-lifted": (decision) => `The ban on ${who(decision)} was lifted.`,
	"role-changed": role,
	"domain-limited": server,
	"group-updated": group,
	"group-followed": (decision) => `The group follows ${who(decision)} and shows what it shares.`,
	"group-unfollowed": (decision) => `The group follows ${who(decision)} no longer.`,
	"actor-moved": ({ facts, person }) => (person ? null : `The group has moved to ${facts.handle}.`),
}

/**
 * A decision as everybody may read it; null for what stays between the group and those concerned, and for every kind
 * that nobody has thought about yet. It names no moderator (they decide as the group), no reporter, and no post's words.
 */
export const sentenceFor = (decision: Decision): Sentence | null => {
	const saying = Object.hasOwn(sayings, decision.type) ? sayings[decision.type] : undefined
	const text = saying?.(decision) ?? null
	return text === null ? null : { text, reason: decision.reason?.trim() || null }
}
