import { AS_CONTEXT, type Json, list } from "../support/peer/shapes.ts"
import type { Readable } from "./fixtures.ts"

export type Places = {
	/** The id of the group under test. */
	groupUri: string
	/** Gives every host of a fixture a name on this machine, always the same one. */
	hostOf(host: string): string
	/** Leaves a document without a context as it is. */
	raw: boolean
}

const assumed = ["https://join-lemmy.org/context.json", AS_CONTEXT]
const named = /^https?:\/\/www\.w3\.org\/ns\/activitystreams#?$|litepub|puckipedia/
/** Addresses that are names in the vocabulary, the same for everyone. */
const vocabulary = /^https?:\/\/(www\.w3\.org|w3id\.org|schema\.org|purl\.|[a-z]+\.org\/ns)/

/** Makes a fixture deliverable on this machine: scrubbed parts filled in, hosts and the group in their places here. */
export const prepare = (fixture: Readable, places: Places): Json => {
	const whole = fillIn(fixture)
	const json = placed(whole, fixture, places) as Json
	json["@context"] = contextsPlaced(json["@context"], hostsIn(whole), places)
	if (json["@context"] === undefined) delete json["@context"]
	return places.raw ? json : withContext(json)
}

const withContext = (json: Json): Json => {
	if (!("@context" in json)) return { "@context": assumed, ...json }
	const contexts = list(json["@context"])
	if (contexts.some((context) => typeof context === "string" && named.test(context))) return json
	return { ...json, "@context": [AS_CONTEXT, ...contexts] }
}

/** Gives scrubbed ids and dates values, each id another; a scrubbed key is left out, since the sender gets one here. */
const fillIn = ({ file, groupRef, json: raw }: Readable): Json => {
	const host = file.startsWith("mbin__") ? "https://kbin.test" : "https://scrubbed.example"
	const folder = `${host}/scrubbed/${file.replace(/\.json$/, "")}`
	let count = 0
	const filled = (value: unknown): unknown => {
		if (value === "SCRUBBED_ID") return `${folder}/${count++}`
		if (value === "SCRUBBED_DATE") return "2026-01-02T03:04:05+00:00"
		if (Array.isArray(value)) return value.map(filled)
		if (!isJson(value)) return value
		const kept = Object.entries(value).filter(([, part]) => part !== "SCRUBBED_KEY")
		return Object.fromEntries(kept.map(([key, part]) => [key, filled(part)]))
	}
	return filled(meant(raw, groupRef)) as Json
}

/** A scrubbed id stands for anything; where an activity only makes sense about one thing, it is that thing's id. */
const meant = (activity: Json, groupRef: string | null): Json => {
	const { type, actor, object } = activity
	if (type === "Announce" && isJson(object)) return { ...activity, object: meantWithin(object, actor) }
	const group = groupRef === "SCRUBBED_ID" && isJson(object) && type === "Undo" ? toGroup(object) : null
	if (group) return { ...activity, object: group }
	return meantWithin(groupRef === "SCRUBBED_ID" ? toGroup(activity) : activity, "SCRUBBED_GROUP")
}

/** What only a group can be asked is asked of the group. */
const toGroup = (activity: Json): Json =>
	["Follow", "Join", "Leave"].includes(activity.type) && activity.object === "SCRUBBED_ID"
		? { ...activity, object: "SCRUBBED_GROUP" }
		: activity

const meantWithin = (activity: Json, group: string): Json => {
	const { type, actor, object } = activity
	if (type === "Delete" && object === "SCRUBBED_ID" && activity.removeData)
		return { ...activity, object: actor }
	if (type !== "Update" || object?.id !== "SCRUBBED_ID") return activity
	if (object.type === "Person") return { ...activity, object: { ...object, id: actor } }
	return object.type === "Group" ? { ...activity, object: { ...object, id: group } } : activity
}

const isJson = (value: unknown): value is Json =>
	typeof value === "object" && value !== null && !Array.isArray(value)

const address = /^https?:\/\/[^/?#\s]+(?=[/?#]|$)/

const placed = (value: unknown, fixture: Readable, places: Places): unknown => {
	if (Array.isArray(value)) return value.map((part) => placed(part, fixture, places))
	if (isJson(value))
		return Object.fromEntries(
			Object.entries(value).map(([key, part]) => [
				key,
				key === "@context" ? part : placed(part, fixture, places),
			]),
		)
	if (typeof value !== "string") return value
	if (value === "SCRUBBED_GROUP" || value === fixture.groupRef) return places.groupUri
	if (fixture.groupRef && value.startsWith(`${fixture.groupRef}/`))
		return places.groupUri + value.slice(fixture.groupRef.length)
	return atHome(value, places)
}

const atHome = (text: string, { hostOf }: Places): string => {
	const start = address.exec(text)?.[0]
	if (!start || /\s/.test(text) || vocabulary.test(text)) return text
	return `http://${hostOf(new URL(start).host)}${text.slice(start.length)}`
}

const hostsIn = (value: unknown): Set<string> => {
	const found = new Set<string>()
	const look = (part: unknown): void => {
		if (Array.isArray(part)) part.forEach(look)
		else if (isJson(part)) for (const [key, inner] of Object.entries(part)) key === "@context" || look(inner)
		else if (typeof part === "string" && address.test(part)) found.add(new URL(address.exec(part)![0]).host)
	}
	look(value)
	return found
}

/** A server's own contexts move with it. */
const contextsPlaced = (context: unknown, hosts: Set<string>, places: Places): unknown => {
	if (Array.isArray(context)) return context.map((part) => contextsPlaced(part, hosts, places))
	const isOwn = typeof context === "string" && URL.canParse(context) && hosts.has(new URL(context).host)
	return isOwn ? atHome(context, places) : context
}
