import type { EventRecord } from "../../src/events.ts"
import { answerFollow, closing, departure, updateOwn } from "../translate/activity.ts"
import { welcomeNote } from "../translate/welcome.ts"
import { bytesOf, type Facts, idFor, type Outgoing, passedOn, toFollowers } from "./parts.ts"

export const answer = (type: "Accept" | "Reject", event: EventRecord, facts: Facts): Outgoing[] => {
	const { person, group } = facts
	if (!person || person.local) return []
	const activityUri = idFor(facts, event.id, type.toLowerCase())
	const { followUri = null, asked = "Follow" } = event.facts as { followUri?: string | null; asked?: string }
	const body = answerFollow(type, activityUri, group, { id: followUri, type: asked, actorUri: person.uri })
	return [{ to: "person", person, activityUri, signerId: group.id, audience: "people", body }]
}

/** The group says something else of itself: its document is new, and so is its welcome where notes are shown. */
export const changed = (event: EventRecord, facts: Facts): Outgoing[] => {
	if (!facts.groupDocument) return []
	const { group, groupDocument, posting } = facts
	const activityUri = idFor(facts, event.id, "update")
	const update = bytesOf(JSON.stringify(updateOwn(activityUri, group, groupDocument)))
	const welcomeUri = idFor(facts, event.id, "update-welcome")
	const welcome = bytesOf(JSON.stringify(updateOwn(welcomeUri, group, welcomeNote(group, posting))))
	return [
		toFollowers(facts, "microblog", activityUri, update),
		toFollowers(facts, "microblog", welcomeUri, welcome),
		toFollowers(facts, "threadiverse", activityUri, update),
	]
}

/**
 * The group is closed for good. It takes itself back, with all it boosted, as an actor of Mastodon does; Lemmy believes only
 * a person, who says it of the community.
 */
export const closed = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, moderator } = facts
	const id = idFor(facts, event.id, "delete")
	const gone = bytesOf(JSON.stringify(departure(id, group)))
	const said: Outgoing[] = [toFollowers(facts, "microblog", id, gone)]
	if (moderator.id !== group.id) {
		const ofOwner = JSON.stringify(closing(idFor(facts, event.id, "delete-community"), moderator, group))
		said.push(passedOn(facts, event, "announce-delete", ofOwner))
	}
	return [...said, toFollowers(facts, "threadiverse", id, gone)]
}
