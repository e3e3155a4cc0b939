import { AS_CONTEXT, idOf, type Json, list } from "../support/peer/shapes.ts"
import type { Remote } from "./remote.ts"

/** The types of an actor. */
export const actorTypes = new Set(["Person", "Group", "Organization", "Service", "Application"])

/** Whether a document is an actor's. */
export const isActor = (value: unknown): boolean =>
	isJson(value) && (actorTypes.has(String(value.type)) || typeof value.inbox === "string")

export const isJson = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value)

/** What an actor's own server says of it: what is known of it, with a key of ours. */
export const actorDocument = (
	remote: Remote,
	uri: string,
	type: "Person" | "Group",
	known: Json = {},
): Json => {
	const { publicKeyPem } = remote.keyOf(uri)
	const { origin, pathname } = new URL(uri)
	const ownInbox = typeof known.inbox === "string" && known.inbox.startsWith(`${origin}/`)
	return {
		"@context": [AS_CONTEXT, "https://w3id.org/security/v1"],
		...known,
		id: uri,
		type: actorTypes.has(known.type) ? known.type : type,
		preferredUsername: known.preferredUsername ?? nameFrom(pathname),
		inbox: ownInbox ? known.inbox : `${uri.replace(/[/#?]$/, "")}/inbox`,
		publicKey: { id: `${uri}#main-key`, owner: uri, publicKeyPem },
	}
}

const nameFrom = (path: string): string =>
	path
		.replace(/\W+/g, "_")
		.replace(/^_+|_+$/g, "")
		.slice(-60) || "somebody"

/** Every part of a document that is an object, itself first. */
export const partsOf = (value: unknown): Json[] => {
	if (Array.isArray(value)) return value.flatMap(partsOf)
	if (!isJson(value)) return []
	const inner = Object.entries(value).flatMap(([key, part]) => (key === "@context" ? [] : partsOf(part)))
	return [value, ...inner]
}

/** The addresses a document names as somebody who did or wrote something. */
const actorsNamed = (activity: Json): string[] => {
	const named = partsOf(activity).flatMap((part) => {
		const authors = isActor(part) ? [] : list(part.attributedTo)
		return [...list(part.actor), ...authors, ...(isActor(part) ? [part] : []), ...alsoMeant(part)]
	})
	return [...new Set(named.map(idOf).filter((uri) => uri !== undefined && URL.canParse(uri)))] as string[]
}

const alsoMeant = (part: Json): unknown[] => {
	if (part.type === "Move") return [part.target]
	if (part.type === "Block") return list(part.object)
	if (part.type === "Flag")
		return list(part.object).filter((each) => /\/(users|u)\/[^/]+$/.test(idOf(each) ?? ""))
	const promotes = ["Add", "Remove"].includes(part.type) && /moderators/.test(idOf(part.target) ?? "")
	return promotes ? [part.object] : []
}

/** Puts everybody a fixture speaks of on their servers, and what it embeds at its own address. */
export const setStage = (remote: Remote, activity: Json, { ours, group, objects }: Staging): void => {
	const parts = partsOf(activity)
	for (const uri of actorsNamed(activity)) {
		if (uri.startsWith(`${ours}/`)) continue
		const known = parts.find((part) => part.id === uri && isActor(part)) ?? {}
		remote.serve(uri, actorDocument(remote, uri, uri === group ? "Group" : "Person", known))
	}
	if (activity.type === "Move") agree(remote, idOf(activity.actor)!, idOf(activity.target)!)
	for (const part of objects ? parts.slice(1) : []) {
		if (typeof part.id !== "string" || !part.type || !URL.canParse(part.id)) continue
		if (part.id.includes("#") || remote.found(part.id) || part.id.startsWith(`${ours}/`)) continue
		remote.serve(part.id, { "@context": AS_CONTEXT, ...part }, part.type === "Tombstone" ? 410 : 200)
	}
}

export type Staging = {
	/** The origin of the server under test. */
	ours: string
	/** Who is a group elsewhere. */
	group: string | null
	/** Whether the objects are really where they say they are; a forged one is not. */
	objects: boolean
}

const agree = (remote: Remote, old: string, target: string): void => {
	remote.serve(old, actorDocument(remote, old, "Person", { movedTo: target }))
	remote.serve(target, actorDocument(remote, target, "Person", { alsoKnownAs: [old] }))
}
