import type { EventRecord } from "../../src/events.ts"
import { updateOwn } from "../translate/activity.ts"
import { bytesOf, type Facts, idFor, type Outgoing, toFollowers } from "./parts.ts"

/** Somebody here says something else of themselves: servers that show notes have them among those they know. */
export const profileChanged = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { person, personDocument } = facts
	if (!person?.local || !personDocument) return []
	const activityUri = idFor(facts, event.id, "update-person")
	const update = bytesOf(JSON.stringify(updateOwn(activityUri, person, personDocument)))
	const outgoing = toFollowers(facts, "microblog", activityUri, update)
	return [{ ...outgoing, objectUri: person.uri, signerId: person.id }]
}
