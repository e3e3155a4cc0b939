import type { Part } from "../../storage/storage.ts"

/** The one part of a file that a Range header asks for (RFC 9110 §14); null for none, for several, or from the end. */
export const partAsked = (header: string | undefined): Part | null => {
	const [, first, last] = /^bytes=(\d{1,12})-(\d{1,12})?$/.exec(header ?? "") ?? []
	if (first === undefined) return null
	const part = { first: Number(first), last: last === undefined ? Number.MAX_SAFE_INTEGER : Number(last) }
	return part.last < part.first ? null : part
}

/** The part that can be given of a file of so many bytes; null when all of it is. */
export const givenPart = (asked: Part | null, size: number): Part | "beyond" | null => {
	if (!asked) return null
	if (asked.first >= size) return "beyond"
	return { first: asked.first, last: Math.min(asked.last, size - 1) }
}
