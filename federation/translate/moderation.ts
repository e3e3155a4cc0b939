import type { Actor } from "../../src/people/actor.ts"
import { instant, type Json, objectContext, publicUri } from "./wire.ts"

type Uri = Pick<Actor, "uri">

/** A moderator's word about a group, as servers that keep communities read it. */
const deed = (type: string, id: string, moderator: Uri, group: Uri, rest: Json): Json => ({
	"@context": objectContext,
	id,
	type,
	actor: moderator.uri,
	to: [publicUri],
	cc: [group.uri],
	audience: group.uri,
	...rest,
})

/** Lemmy takes a Delete with a summary for a removal by a moderator, so it always has one. */
export const removal = (id: string, moderator: Uri, group: Uri, postUri: string, reason: string): Json =>
	deed("Delete", id, moderator, group, { summary: reason || "Removed by a moderator", object: postUri })

export const block = (
	id: string,
	moderator: Uri,
	group: Uri,
	personUri: string,
	reason: string,
	until: string | null,
): Json =>
	deed("Block", id, moderator, group, {
		object: personUri,
		target: group.uri,
		removeData: false,
		summary: reason || "Banned by a moderator",
		...(until && { endTime: instant(new Date(until)), expires: instant(new Date(until)) }),
	})

export const lock = (id: string, moderator: Uri, group: Uri, postUri: string): Json =>
	deed("Lock", id, moderator, group, { object: postUri })

/** Something comes onto a list of the group, or goes off it. */
export const entry = (
	type: "Add" | "Remove",
	id: string,
	moderator: Uri,
	group: Uri,
	{ what, list }: { what: string; list: "featured" | "moderators" },
): Json => deed(type, id, moderator, group, { object: what, target: `${group.uri}/${list}` })

export const undoDeed = (id: string, moderator: Uri, group: Uri, undone: Json): Json => {
	const { "@context": _, ...object } = undone
	return deed("Undo", id, moderator, group, { object })
}

/** A report: Mastodon reads its words in `content`, Lemmy in `summary`. */
export const flag = (
	id: string,
	from: Uri,
	about: { to: string; audience?: string; object: string | string[] },
	words: string,
): Json => {
	const { to, ...rest } = about
	return {
		"@context": objectContext,
		id,
		type: "Flag",
		actor: from.uri,
		to: [to],
		...rest,
		content: words,
		summary: words,
	}
}
