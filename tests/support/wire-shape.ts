import type { Json } from "./peer.ts"

const lists = new Set([
	"to",
	"cc",
	"tag",
	"attachment",
	"assertionMethod",
	"alsoKnownAs",
	"orderedItems",
	"items",
])
const single = new Set(["attributedTo", "audience", "inReplyTo", "url", "context", "conversation", "actor"])
const moments = new Set(["published", "updated", "deleted", "endTime", "expires"])
const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/

const depthOf = (value: unknown): number =>
	value && typeof value === "object" ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0

/** What servers of the fediverse would stumble over in a document of ours, in words; none when all is well. */
export const complaintsOf = (document: Json): string[] => {
	const complaints: string[] = []
	const bytes = Buffer.byteLength(JSON.stringify(document))
	if (bytes >= 65_536) complaints.push(`${bytes} bytes: Misskey reads at most 64 KiB`)
	const { "@context": context, ...rest } = document
	if (depthOf(rest) > 8) complaints.push(`${depthOf(rest)} levels: Pixelfed reads 8`)
	if (context === undefined) complaints.push("no @context")
	if (String(document.id).includes("#")) complaints.push(`${document.id}: Misskey cannot ask for a fragment`)
	look(rest, document.type, complaints)
	return complaints
}

/** What somebody else said is passed on as they said it. */
const isOthers = ({ type, id }: Json, object: Json): boolean =>
	type === "Announce" && URL.canParse(object?.id) && new URL(object.id).host !== new URL(id).host

const look = (part: unknown, where: string, complaints: string[]): void => {
	if (Array.isArray(part)) for (const one of part) look(one, where, complaints)
	if (!part || typeof part !== "object" || Array.isArray(part)) return
	for (const [name, value] of Object.entries(part)) {
		const at = `${where}.${name}`
		if (lists.has(name) && !Array.isArray(value)) complaints.push(`${at} is no array`)
		// Mastodon says null where there is nothing.
		if (single.has(name) && value !== null && typeof value !== "string")
			complaints.push(`${at} is not one string`)
		if (moments.has(name) && !stamp.test(String(value)))
			complaints.push(`${at} is no moment in whole seconds`)
		if ((name === "to" || name === "cc") && [value].flat().some((one) => /^(as:)?Public$/.test(String(one))))
			complaints.push(`${at} shortens Public`)
		if (name === "publicKey") lookAtKey(value as Json, at, complaints)
		if (name !== "@context" && !(name === "object" && isOthers(part, value))) look(value, at, complaints)
	}
}

const lookAtKey = (key: Json, at: string, complaints: string[]): void => {
	if (Array.isArray(key) || typeof key?.id !== "string" || typeof key.owner !== "string")
		complaints.push(`${at} is not one object`)
	if (!/^-----BEGIN PUBLIC KEY-----\n/.test(String(key?.publicKeyPem))) complaints.push(`${at} is no SPKI`)
}
