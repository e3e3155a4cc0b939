import { idOf, isObject, listOf, sameOrigin } from "./reading.ts"
import { activityStreams, type Json } from "./wire.ts"

/** The names by which it is decided who says what to whom. */
const deciding = new Set(
	`id type actor object target attributedTo to cc bto bcc audience content contentMap name summary inReplyTo url href
	tag attachment published updated result instrument origin`.split(/\s+/),
)

/**
 * Whether a reader of plain JSON and one that expands JSON-LD find the same in a document. Its `@context` may rename what
 * is read here by name, and then the two would see different authors or words (Mastodon CVE-2022-24307, CVE-2026-46349):
 * such a document may be read, but is not passed on word for word.
 */
export const hasOneReading = (value: unknown): boolean => {
	if (Array.isArray(value)) return value.every(hasOneReading)
	if (!isObject(value)) return true
	return Object.entries(value).every(([key, part]) =>
		key === "@context"
			? listOf(part).every(isHarmless)
			: !key.startsWith("@") && !key.includes(":") && hasOneReading(part),
	)
}

const settings = new Set(["@language", "@vocab", "@base", "@version", "@protected"])

const isHarmless = (context: unknown): boolean =>
	typeof context === "string" ||
	(isObject(context) &&
		Object.entries(context).every(([term, meaning]) => settings.has(term) || keepsItsMeaning(term, meaning)))

const keepsItsMeaning = (term: string, meaning: unknown): boolean => {
	if (isObject(meaning) && (meaning["@reverse"] !== undefined || meaning["@context"] !== undefined))
		return false
	const iri = isObject(meaning) ? (meaning["@id"] ?? term) : meaning
	if (typeof iri !== "string" || term.startsWith("@")) return false
	if (deciding.has(term))
		return iri === term || iri === `@${term}` || iri === `as:${term}` || iri === `${activityStreams}#${term}`
	const name = /[^#/:]*$/.exec(iri)![0]
	return !iri.startsWith("@") && !deciding.has(name)
}

/** Whether everything within a document that has an id is of its actor's own server: nobody speaks for another's things. */
export const holdsOnlyOwn = (json: Json, actorUri: string): boolean =>
	Object.entries(json).every(
		([key, part]) =>
			key === "@context" ||
			listOf(part).every((one) => {
				if (!isObject(one)) return !Array.isArray(one)
				const id = one.id === undefined ? actorUri : idOf(one)
				return id !== null && sameOrigin(id, actorUri) && holdsOnlyOwn(one, actorUri)
			}),
	)
