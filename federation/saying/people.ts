import type { EventRecord } from "../../src/events.ts"
import { activityUri as uriFor } from "../../src/events.ts"
import type { Actor } from "../../src/people/actor.ts"
import { departure, updateOwn } from "../translate/activity.ts"
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

/** All that must be known of somebody who deleted their account to say that they are gone. */
export type DepartureFacts = { origin: string; departed: Actor; inboxes: { inbox: string; host: string }[] }

/** Somebody who was here is gone: one word of theirs, the last, to every server that knows them. */
export const departed = (event: EventRecord, { origin, departed, inboxes }: DepartureFacts): Outgoing[] => {
	const activityUri = uriFor(origin, event.id, "delete-person")
	const body = bytesOf(JSON.stringify(departure(activityUri, departed)))
	const said = { activityUri, signerId: departed.id, audience: "public", body } as const
	return inboxes.map((person) => ({ to: "person", person, ...said }))
}
