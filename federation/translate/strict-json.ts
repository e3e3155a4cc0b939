import { limits } from "../../src/limits.ts"
import { isObject } from "./reading.ts"
import type { Json } from "./wire.ts"

/**
 * Reads a JSON object that every other reader reads the same way: UTF-8 without a byte order mark, no key twice in one
 * object, no NUL and no half of a character. Its structure is measured before it is parsed, in one pass without memory,
 * so that a hostile body costs less than it took to send.
 */
export const readJson = (bytes: Uint8Array): { json: Json; text: string } | { problem: string } => {
	const measure = measured(bytes)
	if (typeof measure === "string") return { problem: measure }
	try {
		const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
		const json = parse(text, measure.members)
		return isObject(json) ? { json, text } : { problem: "It is not a JSON object." }
	} catch (error) {
		return { problem: error instanceof Ambiguous ? error.message : "It is not JSON in UTF-8." }
	}
}

class Ambiguous extends Error {}

const parse = (text: string, members: number): unknown => {
	const json: unknown = JSON.parse(text)
	// What was named twice was written more often than it is there.
	if (countMembers(json) !== members) throw new Ambiguous("It names something twice.")
	return json
}

/** How many members all objects in a value have, which is measured to be no deeper than the stack. */
const countMembers = (value: unknown): number => {
	if (typeof value === "string" && spoilt(value)) throw new Ambiguous(unkept)
	if (typeof value !== "object" || value === null) return 0
	if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countMembers(item), 0)
	let count = 0
	for (const [key, member] of Object.entries(value)) {
		if (key === "__proto__" || spoilt(key)) throw new Ambiguous(unkept)
		count += 1 + countMembers(member)
	}
	return count
}

const unkept = "It holds a character or a name that cannot be kept."

const spoilt = (text: string): boolean => text.includes("\0") || !text.isWellFormed()

const [quote, backslash, comma, colon] = [34, 92, 44, 58]
const [openBrace, closeBrace, openBracket, closeBracket] = [123, 125, 91, 93]

const measured = (bytes: Uint8Array): { members: number } | string => {
	let depth = 0
	let nodes = 0
	let members = 0
	let inText = false
	for (let i = 0; i < bytes.length; i++) {
		const byte = bytes[i]
		if (inText) {
			if (byte === backslash) i++
			else if (byte === quote) inText = false
		} else if (byte === quote) inText = true
		else if (byte === openBrace || byte === openBracket) {
			nodes++
			if (++depth > limits.activityDepth) return "It is nested too deeply."
		} else if (byte === closeBrace || byte === closeBracket) depth--
		else if (byte === comma) nodes++
		else if (byte === colon) members++
		if (nodes > limits.activityNodes) return "It holds too many things."
	}
	return { members }
}
