import type { EventRecord, EventType } from "../../events.ts"
import { limits } from "../../limits.ts"

/** What somebody may ask to be looked at again. */
const appealable: ReadonlySet<EventType> = new Set([
	"post-removed",
	"post-suspended",
	"member-banned",
	"member-paused",
])

export const mayBeAppealed = (type: EventType): boolean => appealable.has(type)

type Decided = Pick<EventRecord, "type" | "actorId" | "personId" | "at">

/** Up to when somebody may appeal against a decision; null for what is none, or was their own doing. */
export const appealableUntil = (event: Decided, personId: string, authorId: string | null): Date | null => {
	const concerned = event.personId ?? authorId
	return mayBeAppealed(event.type) && concerned === personId && event.actorId !== personId
		? new Date(event.at.getTime() + limits.appealTime)
		: null
}
