import { type Heard, type Listening, NotYet } from "../inbox.ts"
import { idOf, idsOf, isObject, normalUri, oneOf, sameOrigin, typeOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"

export type ActivityObject = { json: Json; embedded: boolean } | { skip: string; gone?: true }

/**
 * The object of an activity: as it was embedded when its sender may speak for it, and otherwise as its own server serves
 * it, since what one server says of another's posts is hearsay (FEP-fe34).
 */
export const objectAtOrigin = async ({ lookUp }: Listening, heard: Heard): Promise<ActivityObject> => {
	const object = oneOf(heard.json.object)
	const uri = idOf(object)
	if (!uri) return { skip: "ignored: it has no object" }
	if (
		isObject(object) &&
		typeOf(object) &&
		sameOrigin(uri, heard.actor.uri) &&
		!isInAnothersName(object, heard)
	)
		return { json: object, embedded: true }
	if (!sameOrigin(uri, heard.actor.uri)) return { skip: "ignored: it is about another server's post" }
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable") throw new NotYet(`${uri}: ${answer.reason}`)
	if (answer.state === "gone") return { skip: `ignored: ${uri}: ${answer.reason}`, gone: true }
	if (answer.state === "unfit" || normalUri(answer.document.id) !== uri)
		return { skip: `ignored: ${uri} is not what it should be` }
	return { json: answer.document, embedded: false }
}

/**
 * Mobilizon attributes what a person writes in a group to that group, and names the person as its actor. Only the server
 * of both can say that this is so, and their words are not passed on as they came.
 */
const isInAnothersName = (object: Json, { actor }: Heard): boolean => {
	const authors = idsOf(object.attributedTo)
	return authors.length > 0 && !authors.includes(actor.uri) && idOf(object.actor) === actor.uri
}
