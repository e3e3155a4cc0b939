import { idOf, isObject, normalUri, typeOf } from "./translate/reading.ts"
import type { Json } from "./translate/wire.ts"

/** What no activity of any peer comes near: bytes (Mastodon refuses 1 MB too), nesting, and things in it. */
export const limits = { bytes: 1_000_000, depth: 32, nodes: 5000 }

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
}

/**
 * Reads an activity's envelope. The size of its structure is measured before it is parsed, in one pass without memory,
 * so that a hostile body costs less than it took to send.
 */
export const readEnvelope = (bytes: Uint8Array): Envelope | { problem: string } => {
	const excess = tooLarge(bytes)
	if (excess) return { problem: excess }
	const parsed = parse(bytes)
	if (!parsed) return { problem: "The body is not a JSON object in UTF-8." }
	const { json, text } = parsed
	const type = typeOf(json)
	const actor = idOf(json.actor)
	if (!type || type.length > 100) return { problem: "The activity has no single type." }
	if (!actor) return { problem: "The activity has no single actor." }
	if (json.id !== undefined && json.id !== null && !normalUri(json.id)) return { problem: "The activity's id is no address." }
	return {
		json,
		text,
		id: normalUri(json.id),
		type,
		actor,
		objectId: idOf(json.object),
		proven: isObject(json.signature) || json.proof !== undefined,
	}
}

const parse = (bytes: Uint8Array): { json: Json; text: string } | null => {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes)
		const json: unknown = JSON.parse(text, refuseProto)
		return isObject(json) ? { json, text } : null
	} catch {
		return null
	}
}

const refuseProto = (key: string, value: unknown): unknown => {
	if (key === "__proto__") throw new SyntaxError("__proto__")
	return value
}

const [quote, backslash, comma, openBrace, closeBrace, openBracket, closeBracket] = [34, 92, 44, 123, 125, 91, 93]

const tooLarge = (bytes: Uint8Array): string | null => {
	let depth = 0
	let nodes = 0
	let inText = false
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i]
		if (inText) {
			if (byte === backslash) i++
			else if (byte === quote) inText = false
			continue
		}
		if (byte === quote) inText = true
		else if (byte === openBrace || byte === openBracket) {
			nodes++
			if (++depth > limits.depth) return "The activity is nested too deeply."
		} else if (byte === closeBrace || byte === closeBracket) depth--
		else if (byte === comma) nodes++
		if (nodes > limits.nodes) return "The activity holds too many things."
	}
	return null
}
