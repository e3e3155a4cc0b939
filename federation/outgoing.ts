import type { EventRecord } from "../src/events.ts"
import { toGroupElsewhere } from "./saying/elsewhere.ts"
import { answer, changed } from "./saying/groups.ts"
import { banned, lifted, marked, reacted, removed, restored, roleChanged, told } from "./saying/moderation.ts"
import type { Facts, Outgoing } from "./saying/parts.ts"
import { deleted, edited, shared } from "./saying/posts.ts"

/**
 * What other servers hear of an event. Ids are made from the event's id, so that saying it again is saying the same.
 * A post reaches servers that show notes as a boost of top-level posts, and servers that keep communities as every
 * activity word for word.
 */
export const activitiesFor = (event: EventRecord, facts: Facts): Outgoing[] => {
	if (!facts.group.local) return toGroupElsewhere(event, facts)
	switch (event.type) {
		case "member-joined":
			return answer("Accept", event, facts)
		case "join-refused":
			return answer("Reject", event, facts)
		case "post-shared":
			return shared(event, facts)
		case "post-edited":
			return edited(event, facts)
		case "post-deleted":
			return deleted(event, facts)
		case "group-updated":
			return changed(event, facts)
		case "post-removed":
		case "post-suspended":
		case "post-unshared":
			return removed(event, facts)
		case "post-restored":
			return restored(event, facts)
		case "post-reacted":
			return reacted(event, facts)
		case "member-banned":
			return banned(event, facts)
		case "ban-lifted":
			return lifted(event, facts)
		case "role-changed":
			return roleChanged(event, facts)
		case "thread-locked":
		case "thread-unlocked":
		case "post-pinned":
		case "post-unpinned":
			return marked(event, facts)
		case "author-told":
			return told(event, facts)
		default:
			return []
	}
}
