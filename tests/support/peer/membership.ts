import type { Peer } from "./peer.ts"
import type { Following, Person } from "./person.ts"
import type { Outcome } from "./semantics.ts"
import { AS_CONTEXT, idOf, type Json, list } from "./shapes.ts"

const byFollowId = (peer: Peer, id: string | undefined, by: string): [Person, Following] | undefined => {
	for (const person of peer.persons.values()) {
		const following = person.following.get(by)
		if (following && following.follow.id === id) return [person, following]
	}
	return undefined
}

const byFollower = (peer: Peer, follow: unknown, by: string): [Person, Following] | undefined => {
	const { type, actor, object } = (follow ?? {}) as Json
	if (type !== "Follow" || idOf(object) !== by) return undefined
	const person = peer.personById(idOf(actor))
	const following = person?.following.get(by)
	return person && following ? [person, following] : undefined
}

/** Lemmy reads the Follow from the answer itself and wants it addressed to the follower alone. */
const strictly = (activity: Json): string | undefined => {
	const { object } = activity
	if (!object || typeof object !== "object") return "the Follow is not embedded"
	const to = list(activity.to)
	if (to.length !== 1 || idOf(to[0]) !== idOf(object.actor)) return "`to` is not exactly the follower"
	return idOf(object.object) === idOf(activity.actor) ? undefined : "the answer is not from whom was followed"
}

/** Accept or Reject of a Follow: matched by the Follow's id, else by the embedded Follow's two ends. */
export const answered = (peer: Peer, activity: Json): Outcome => {
	const { embeddedOnly, strictShapes } = peer.traits
	const by = idOf(activity.actor)!
	const wrong = strictShapes ? strictly(activity) : undefined
	if (wrong) return { outcome: `refused: ${wrong}`, status: 400 }
	if (embeddedOnly && typeof activity.object === "string")
		return { outcome: "ignored: the Follow is not embedded" }
	const found = byFollowId(peer, idOf(activity.object), by) ?? byFollower(peer, activity.object, by)
	if (!found) return { outcome: "ignored: nobody here asked for that" }
	const [person, following] = found
	if (activity.type === "Reject") {
		person.stopFollowing(by)
		person.following.set(by, { ...following, state: "rejected" })
		return { outcome: `${person.handle} was rejected` }
	}
	following.state = "accepted"
	return { outcome: `${person.handle} was accepted` }
}

/** Somebody follows a local person: accepted at once, unless that person is locked. */
export const followed = async (peer: Peer, activity: Json): Promise<Outcome> => {
	const person = peer.personById(idOf(activity.object))
	if (!person) return { outcome: "ignored: follows nobody here" }
	const follower = await peer.remote.actor(idOf(activity.actor)!)
	person.notices.unshift({ type: "follow", from: follower.id })
	if (person.locked) return { outcome: `waits for ${person.handle}` }
	person.followers.set(follower.id, follower)
	const { "@context": _, ...follow } = activity
	const accept = {
		"@context": AS_CONTEXT,
		id: `${person.id}#accepts/follows/${person.number()}`,
		type: "Accept",
		actor: person.id,
		to: [follower.id],
		object: follow,
	}
	const { status } = await person.send(accept, { to: follower.inbox })
	return { outcome: `now follows ${person.handle}; the Accept was answered ${status}` }
}

/** An actor is gone, or blocks a local person: nobody here follows it any longer. */
export const lost = (peer: Peer, actor: string, only?: Person): void => {
	for (const person of only ? [only] : peer.persons.values()) {
		person.stopFollowing(actor)
		person.followers.delete(actor)
	}
}
