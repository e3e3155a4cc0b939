import { randomUUID } from "node:crypto"
import type { Dialect, Draft } from "../dialect.ts"
import type { Person } from "../person.ts"
import { AS_CONTEXT, escapeHtml, type Json, PUBLIC } from "../shapes.ts"

const CONTEXT = [
	AS_CONTEXT,
	"https://w3id.org/security/v1",
	{
		lemmy: "https://join-lemmy.org/ns#",
		sensitive: "as:sensitive",
		stickied: "lemmy:stickied",
		distinguished: "lemmy:distinguished",
	},
]

const activityId = (person: Person, type: string): string =>
	`${person.peer.origin}/activities/${type.toLowerCase()}/${randomUUID()}`

const actor = (person: Person): Json => ({
	"@context": CONTEXT,
	type: person.type,
	...(person.type === "Group" ? { followers: `${person.id}/followers` } : {}),
	id: person.id,
	preferredUsername: person.name,
	name: person.displayName,
	summary: `<p>${escapeHtml(person.summary)}</p>\n`,
	source: { content: person.summary, mediaType: "text/markdown" },
	inbox: person.inbox,
	outbox: `${person.id}/outbox`,
	...(person.peer.sharedInbox ? { endpoints: { sharedInbox: `${person.peer.origin}/inbox` } } : {}),
	published: "2026-01-01T00:00:00.000000Z",
	publicKey: { id: person.keyId, owner: person.id, publicKeyPem: person.keys.publicKeyPem },
})

const follow = (person: Person, target: Json): Json => ({
	"@context": CONTEXT,
	actor: person.id,
	to: [target.id],
	object: target.id,
	type: "Follow",
	id: activityId(person, "Follow"),
})

const unfollow = (person: Person, { "@context": _, ...followed }: Json, embedded: boolean): Json => ({
	"@context": CONTEXT,
	actor: person.id,
	to: followed.to,
	object: embedded ? followed : followed.id,
	type: "Undo",
	id: activityId(person, "Undo"),
})

const body = (text: string): Json => ({
	content: `<p>${escapeHtml(text)}</p>\n`,
	mediaType: "text/html",
	source: { content: text, mediaType: "text/markdown" },
})

const wrap = (person: Person, type: string, object: Json, audience: string): Json => ({
	"@context": CONTEXT,
	actor: person.id,
	to: [audience, PUBLIC],
	object,
	cc: object.cc ?? [],
	tag: object.tag ?? [],
	audience,
	type,
	id: activityId(person, type),
})

const page = (person: Person, draft: Draft, community: Json): Json => ({
	type: "Page",
	id: `${person.peer.origin}/post/${person.peer.number()}`,
	attributedTo: person.id,
	to: [community.id, PUBLIC],
	cc: [],
	audience: community.id,
	name: draft.title ?? draft.text.split("\n")[0]!.slice(0, 200),
	...body(draft.text),
	attachment: [],
	sensitive: false,
	published: draft.at.toISOString(),
	tag: [],
})

const comment = (
	person: Person,
	draft: Draft,
	community: Json,
	parent: { id: string; author?: string },
): Json => ({
	type: "Note",
	id: `${person.peer.origin}/comment/${person.peer.number()}`,
	attributedTo: person.id,
	to: [community.id, PUBLIC],
	cc: parent.author ? [parent.author] : [],
	audience: community.id,
	...body(draft.text),
	inReplyTo: parent.id,
	distinguished: false,
	attachment: [],
	published: draft.at.toISOString(),
	tag: parent.author ? [{ type: "Mention", href: parent.author, name: parent.author }] : [],
})

const post = (person: Person, draft: Draft): { note: Json; create: Json } => {
	const community = draft.mentions.find((each) => each.type === "Group")
	if (!community) throw new Error(`${person.peer.software} posts to a community: mention one`)
	if (draft.visibility !== "public") throw new Error(`${person.peer.software} has only public posts`)
	const note = draft.parent ? comment(person, draft, community, draft.parent) : page(person, draft, community)
	return { note: { "@context": CONTEXT, ...note }, create: wrap(person, "Create", note, community.id) }
}

const edit: Dialect["edit"] = (person, { note }, text, at) => {
	const changed: Json = { ...note, ...body(text), updated: at.toISOString() }
	const { "@context": _, ...object } = changed
	return { note: changed, update: wrap(person, "Update", object, note.audience) }
}

const remove: Dialect["delete"] = (person, { note }) => ({
	"@context": CONTEXT,
	actor: person.id,
	to: [note.audience, PUBLIC],
	object: note.id,
	cc: [],
	audience: note.audience,
	type: "Delete",
	id: activityId(person, "Delete"),
})

/** Lemmy's shapes; what else speaks FEP-1b12 is given the same. */
export const threadiverse: Dialect = { actor, follow, unfollow, post, edit, delete: remove }
