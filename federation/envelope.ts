import { hasOneReading } from "./translate/one-reading.ts"
import { idOf, isObject, normalUri, typeOf } from "./translate/reading.ts"
import { readJson } from "./translate/strict-json.ts"
import type { Json } from "./translate/wire.ts"

/** The fields of an activity that decide what is done with it, read from the raw JSON. */
export type Envelope = {
	json: Json
	text: string
	id: string | null
	type: string
	actor: string
	objectId: string | null
	/** Whether somebody signed the document itself; that alone proves nothing here, but makes it worth asking its origin. */
	proven: boolean
	/** Whether other servers read in it what we read, so that it may be passed on as it is. */
	plain: boolean
}

/** Reads an activity's envelope, or says what is wrong with it. */
export const readEnvelope = (bytes: Uint8Array): Envelope | { problem: string } => {
	const read = readJson(bytes)
	if ("problem" in read) return read
	const { json, text } = read
	const type = typeOf(json)
	const actor = idOf(json.actor)
	if (!type || !/^[\x21-\x7e]{1,100}$/.test(type)) return { problem: "The activity has no single type." }
	if (!actor) return { problem: "The activity has no single actor." }
	if (json.id !== undefined && json.id !== null && !normalUri(json.id))
		return { problem: "The activity's id is no address." }
	return {
		json,
		text,
		id: normalUri(json.id),
		type,
		actor,
		objectId: idOf(json.object),
		proven: isObject(json.signature) || json.proof !== undefined,
		plain: hasOneReading(json),
	}
}
