import type { EventRecord, Heard } from "../../src/events.ts"
import type { Actor } from "../../src/people/actor.ts"
import { like, undoLike } from "../translate/activity.ts"
import type { Json } from "../translate/wire.ts"
import { bytesOf, type Facts, idFor, type Outgoing, passedOn } from "./parts.ts"

/**
 * Somebody thanks for a post, or takes that back. It goes on to the communities: word for word where another server said
 * it, in their own name where they live here; then its author hears it too. What is for members alone stays inside.
 */
export const reacted = (event: EventRecord, facts: Facts): Outgoing[] => {
	if (facts.post?.audience !== "public") return []
	const { activity } = event.facts as Heard
	if (activity) return [passedOn(facts, event, "announce-reaction", activity)]
	const own = gestureOf(event, facts)
	return own
		? [
				passedOn(facts, event, "announce-reaction", JSON.stringify(own)),
				...toEach(facts, own, [facts.author]),
			]
		: []
}

/** The same in a group of another server, which passes it on if it likes. */
export const gestureElsewhere = (event: EventRecord, facts: Facts): Outgoing[] => {
	const own = facts.post?.audience === "public" ? gestureOf(event, facts) : null
	return own ? toEach(facts, own, [facts.group, facts.author]) : []
}

const gestureOf = (event: EventRecord, facts: Facts): Json | null => {
	const { person, post, author, group } = facts
	const { gestureUri, emoji, takenBack } = event.facts as {
		gestureUri?: string | null
		emoji?: string | null
		takenBack?: boolean
	}
	if (!person?.local || !post || !author || !gestureUri) return null
	const about = { uri: post.uri, authorUri: author.uri, emoji: emoji ?? null }
	const liked = like(gestureUri, person, group, about)
	return takenBack ? undoLike(idFor(facts, event.id, "undo"), liked) : liked
}

const toEach = ({ person }: Facts, activity: Json, hearers: (Actor | null)[]): Outgoing[] =>
	hearers
		.filter((hearer) => hearer !== null && !hearer.local)
		.map((hearer) => ({
			to: "person",
			person: hearer!,
			activityUri: activity.id as string,
			signerId: person!.id,
			audience: "public",
			body: bytesOf(JSON.stringify(activity)),
		}))
