import type { HeardRow } from "../db/inbox.ts"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import { type Envelope, readEnvelope } from "./envelope.ts"
import { type Heard, type Hearing, type Listening, mostAsks, mostTries, NotYet, receivers } from "./inbox.ts"
import { holdsOnlyOwn } from "./translate/one-reading.ts"
import { sameOrigin } from "./translate/reading.ts"

/**
 * What one activity may make us ask of other servers, whatever it holds: requests, beside the few for its key, and the
 * milliseconds in which they are begun. A row of the inbox is held for a minute.
 */

/** Turns what was kept into what it asks for: the actor is known, and a forwarded word is confirmed at its origin. */
export const understand = async ({ world, lookUp }: Listening, row: HeardRow): Promise<Hearing> => {
	const requests = row.attempts > 1 ? limits.againRequests : limits.activityRequests
	const listening = { world, lookUp: lookUp.within(requests, limits.activityTime) }
	const envelope = readEnvelope(row.body ?? new Uint8Array())
	if ("problem" in envelope) return async () => `ignored: ${envelope.problem}`
	const receive = Object.hasOwn(receivers, envelope.type) ? receivers[envelope.type] : undefined
	if (!receive) return async () => `ignored: ${envelope.type} means nothing here`
	const { attempts, receivedAt } = row
	const wait = { receivedAt, lastTry: attempts >= mostTries, lastAsk: attempts >= mostAsks }
	const actor = await actorOf(listening, row.actorUri)
	if ("skip" in actor) return async () => actor.skip
	if (row.signerUri === row.actorUri) {
		const { json, id } = envelope
		return receive(listening, { json, text: wordsOf(envelope), id, actor, ...wait })
	}
	const confirmed = await atOrigin(listening, envelope, actor, wait)
	return "skip" in confirmed ? async () => confirmed.skip : receive(listening, confirmed)
}

/**
 * What can be read in two ways is passed on by its id, so that its own server says what it is; and so is what carries a
 * thing of another server within it, which those who hear it from a group would take for what that server says.
 */
const wordsOf = ({ plain, text, id, json, actor }: Envelope): string | null =>
	plain && holdsOnlyOwn(json, actor) ? text : id && JSON.stringify(id)

const actorOf = async ({ lookUp }: Listening, uri: string): Promise<Actor | { skip: string }> => {
	const actor = await lookUp.current(uri)
	if (!("state" in actor)) return actor
	if (actor.state === "unreachable") throw new NotYet(`${uri}: ${actor.reason}`)
	return { skip: `ignored: ${uri}: ${actor.reason}` }
}

/**
 * An activity that somebody else passed on is only a hint (FEP-fe34): what its object's own server says is what counts.
 * The words of the hint are dropped, so nothing of them is stored or passed on.
 */
const atOrigin = async (
	{ lookUp }: Listening,
	envelope: Envelope,
	actor: Actor,
	wait: Pick<Heard, "lastTry" | "lastAsk" | "receivedAt">,
): Promise<Heard | { skip: string }> => {
	const { type, objectId, id } = envelope
	if (!objectId || !sameOrigin(objectId, actor.uri))
		return { skip: "ignored: forwarded, and not about its actor's own" }
	const json = { type, actor: actor.uri, object: objectId }
	const heard: Heard = { json, text: null, id, actor, ...wait }
	if (type === "Create" || type === "Update") return heard
	if (type !== "Delete") return { skip: `ignored: a forwarded ${type}` }
	const answer = await lookUp.document(objectId)
	if (answer.state === "unreachable") throw new NotYet(`${objectId}: ${answer.reason}`)
	return answer.state === "gone" ? heard : { skip: "ignored: it is still there at its origin" }
}
