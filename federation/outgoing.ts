import type { EventRecord, EventType } from "../src/events.ts"
import { toGroupElsewhere } from "./saying/elsewhere.ts"
import { reacted } from "./saying/gestures.ts"
import { answer, changed, closed } from "./saying/groups.ts"
import {
	banned,
	lifted,
	marked,
	removed,
	restored,
	returned,
	roleChanged,
	told,
} from "./saying/moderation.ts"
import { moved } from "./saying/moves.ts"
import type { Facts, Outgoing } from "./saying/parts.ts"
import { profileChanged } from "./saying/people.ts"
import { tallied } from "./saying/polls.ts"
import { deleted, edited, shared } from "./saying/posts.ts"
import { quoteAllowed, quoteRefused, quoteRevoked, quotingAsked } from "./saying/quotes.ts"

type Say = (event: EventRecord, facts: Facts) => Outgoing[]

/** How a group of this server says what happened. Events that stand not here are for this server's own reading. */
const says: Readonly<Partial<Record<EventType, Say>>> = {
	"member-joined": (event, facts) => answer("Accept", event, facts),
	"join-refused": (event, facts) => answer("Reject", event, facts),
	"member-left": (event, facts) => ("followUri" in event.facts ? answer("Reject", event, facts) : []),
	"group-updated": changed,
	"group-closed": closed,
	"post-shared": shared,
	"post-edited": edited,
	"post-deleted": deleted,
	"post-returned": returned,
	"post-removed": removed,
	"post-suspended": removed,
	"post-unshared": removed,
	"post-restored": restored,
	"post-reacted": reacted,
	"poll-tallied": tallied,
	"poll-closed": tallied,
	"quote-allowed": quoteAllowed,
	"quote-refused": quoteRefused,
	"quote-revoked": quoteRevoked,
	"quoting-asked": quotingAsked,
	"quoting-allowed": edited,
	"quoting-ended": edited,
	"post-pinned": marked,
	"post-unpinned": marked,
	"thread-locked": marked,
	"thread-unlocked": marked,
	"member-banned": banned,
	"ban-lifted": lifted,
	"role-changed": roleChanged,
	"author-told": told,
	"actor-moved": moved,
	"profile-changed": profileChanged,
}

/**
 * What other servers hear of an event. Ids are made from the event's id, so that saying it again is saying the same.
 * A post reaches servers that show notes as a boost of top-level posts, and servers that keep communities as every
 * activity word for word. What a group only carries, because a group that it follows shares it, it never speaks of.
 */
export const activitiesFor = (event: EventRecord, facts: Facts): Outgoing[] => {
	if (!facts.group.local && !isAuthorsOwn(event.type)) return toGroupElsewhere(event, facts)
	const said = facts.post && !facts.shareEventId ? [] : (says[event.type]?.(event, facts) ?? [])
	return event.type === "group-closed" ? said : said.filter((one) => isStillSaid(event, facts, one))
}

/** A group that has closed says nothing more; what people here say of their own posts still goes out. */
const isStillSaid = ({ at }: EventRecord, { group }: Facts, { signerId }: Outgoing): boolean =>
	group.closedAt === null || at < group.closedAt || signerId !== group.id

/** Events that are said in the name of whoever decided them. */
const decided: ReadonlySet<EventType> = new Set([
	"post-removed",
	"post-suspended",
	"post-unshared",
	"post-restored",
	"post-pinned",
	"post-unpinned",
	"thread-locked",
	"thread-unlocked",
	"member-banned",
	"ban-lifted",
	"role-changed",
	"group-closed",
])

const messages: ReadonlySet<EventType> = new Set([
	"word-said",
	"change-asked",
	"person-told",
	"reporter-told",
	"appeal-decided",
])

/** What moderators say to one person. */
export const isMessage = (type: EventType): boolean => messages.has(type)

/** Whether a moderator must be found in whose name an event is said. */
export const namesModerator = (type: EventType): boolean => decided.has(type)

/** What an author here says to one other, in whichever group the post is. */
const isAuthorsOwn = (type: EventType): boolean => type.startsWith("quote-") || type === "quoting-asked"
