import type { EventRecord, EventType } from "../src/events.ts"
import { toGroupElsewhere } from "./saying/elsewhere.ts"
import { answer, changed } from "./saying/groups.ts"
import { banned, lifted, marked, reacted, removed, restored, roleChanged, told } from "./saying/moderation.ts"
import type { Facts, Outgoing } from "./saying/parts.ts"
import { deleted, edited, shared } from "./saying/posts.ts"

type Say = (event: EventRecord, facts: Facts) => Outgoing[]

/** How a group of this server says what happened. Events that stand not here are for this server's own reading. */
const says: Readonly<Partial<Record<EventType, Say>>> = {
	"member-joined": (event, facts) => answer("Accept", event, facts),
	"join-refused": (event, facts) => answer("Reject", event, facts),
	"group-updated": changed,
	"post-shared": shared,
	"post-edited": edited,
	"post-deleted": deleted,
	"post-removed": removed,
	"post-suspended": removed,
	"post-unshared": removed,
	"post-restored": restored,
	"post-reacted": reacted,
	"post-pinned": marked,
	"post-unpinned": marked,
	"thread-locked": marked,
	"thread-unlocked": marked,
	"member-banned": banned,
	"ban-lifted": lifted,
	"role-changed": roleChanged,
	"author-told": told,
}

/**
 * What other servers hear of an event. Ids are made from the event's id, so that saying it again is saying the same.
 * A post reaches servers that show notes as a boost of top-level posts, and servers that keep communities as every
 * activity word for word.
 */
export const activitiesFor = (event: EventRecord, facts: Facts): Outgoing[] =>
	facts.group.local ? (says[event.type]?.(event, facts) ?? []) : toGroupElsewhere(event, facts)
