import { randomUUID } from "node:crypto"
import type { Dialect, Draft } from "../dialect.ts"
import type { Person } from "../person.ts"
import { AS_CONTEXT, escapeHtml, hostOf, instant, type Json, list, PUBLIC } from "../shapes.ts"

const CONTEXT = [
	AS_CONTEXT,
	"https://w3id.org/security/v1",
	{
		ostatus: "http://ostatus.org#",
		atomUri: "ostatus:atomUri",
		inReplyToAtomUri: "ostatus:inReplyToAtomUri",
		conversation: "ostatus:conversation",
		sensitive: "as:sensitive",
		manuallyApprovesFollowers: "as:manuallyApprovesFollowers",
		toot: "http://joinmastodon.org/ns#",
		discoverable: "toot:discoverable",
		votersCount: "toot:votersCount",
	},
]

const keyOf = ({ id, keyId, keys: { publicKeyPem, publicKeyMultibase } }: Person): Json =>
	publicKeyMultibase
		? { assertionMethod: [{ id: keyId, type: "Multikey", controller: id, publicKeyMultibase }] }
		: { publicKey: { id: keyId, owner: id, publicKeyPem } }

const actor = (person: Person): Json => ({
	"@context": CONTEXT,
	id: person.id,
	type: person.type,
	following: `${person.id}/following`,
	followers: `${person.id}/followers`,
	inbox: person.inbox,
	outbox: `${person.id}/outbox`,
	preferredUsername: person.name,
	name: person.displayName,
	summary: `<p>${escapeHtml(person.summary)}</p>`,
	url: `${person.peer.origin}/@${person.name}`,
	manuallyApprovesFollowers: person.locked,
	discoverable: true,
	published: "2026-01-01T00:00:00Z",
	...keyOf(person),
	tag: [],
	attachment: [],
	...(person.peer.sharedInbox ? { endpoints: { sharedInbox: `${person.peer.origin}/inbox` } } : {}),
})

// Misskey makes the id from the two accounts, so a second Follow carries the first one's id.
const followId = (person: Person, target: Json): string => {
	if (person.peer.software !== "misskey") return `${person.id}#follows/${person.number()}`
	return `${person.peer.origin}/follows/${encodeURIComponent(person.name)}/${encodeURIComponent(target.id)}`
}

const follow = (person: Person, target: Json): Json => ({
	"@context": AS_CONTEXT,
	id: followId(person, target),
	type: "Follow",
	actor: person.id,
	object: target.id,
})

const unfollow = (person: Person, { "@context": _, ...followed }: Json, embedded: boolean): Json => ({
	"@context": AS_CONTEXT,
	id: `${followed.id}/undo`,
	type: "Undo",
	actor: person.id,
	object: embedded ? followed : followed.id,
})

/** Mastodon's TagManager: whoever is mentioned is addressed, and of a mentioned group its followers too. */
const addressed = (person: Person, { mentions, visibility }: Draft): { to: string[]; cc: string[] } => {
	const named = mentions.flatMap((each) => [
		each.id as string,
		...(each.type === "Group" && each.followers ? [each.followers as string] : []),
	])
	const followers = `${person.id}/followers`
	switch (visibility) {
		case "public":
			return { to: [PUBLIC], cc: [followers, ...named] }
		case "unlisted":
			return { to: [followers], cc: [PUBLIC, ...named] }
		case "followers":
			return { to: [followers], cc: named }
		case "direct":
			return { to: named, cc: [] }
	}
}

const link = (each: Json): string =>
	`<span class="h-card" translate="no"><a href="${list(each.url)[0] ?? each.id}" class="u-url mention">@<span>${each.preferredUsername}</span></a></span>`

const html = (text: string, mentions: Json[]): string =>
	`<p>${[...mentions.map(link), escapeHtml(text)].join(" ")}</p>`

const noteId = (person: Person, count: number): string => {
	const { origin, software } = person.peer
	if (software === "misskey") return `${origin}/notes/${person.name}${count}`
	if (software === "pleroma" || software === "akkoma") return `${origin}/objects/${randomUUID()}`
	return `${person.id}/statuses/${count}`
}

const createId = (person: Person, id: string): string => {
	const { software, origin } = person.peer
	if (software === "pleroma" || software === "akkoma") return `${origin}/activities/${randomUUID()}`
	return software === "gotosocial" ? `${id}/activity#Create` : `${id}/activity`
}

const post = (person: Person, draft: Draft): { note: Json; create: Json } => {
	const count = person.number()
	const id = noteId(person, count)
	const published = instant(draft.at)
	const { to, cc } = addressed(person, draft)
	const content = html(draft.text, draft.mentions)
	const note = {
		id,
		type: "Note",
		summary: draft.title ?? null,
		inReplyTo: draft.parent?.id ?? null,
		published,
		url: `${person.peer.origin}/@${person.name}/${count}`,
		attributedTo: person.id,
		to,
		cc,
		sensitive: draft.title !== undefined,
		atomUri: id,
		inReplyToAtomUri: draft.parent?.id ?? null,
		conversation: `tag:${person.peer.host},2026:objectId=${count}:objectType=Conversation`,
		content,
		contentMap: { en: content },
		attachment: [],
		tag: draft.mentions.map((each) => ({
			type: "Mention",
			href: each.id,
			name: `@${each.preferredUsername}@${hostOf(each.id)}`,
		})),
		replies: `${id}/replies`,
	}
	const create = {
		"@context": CONTEXT,
		id: createId(person, id),
		type: "Create",
		actor: person.id,
		published,
		to,
		cc,
		object: note,
	}
	return { note: { "@context": CONTEXT, ...note }, create }
}

const edit: Dialect["edit"] = (person, { note }, text, at) => {
	if (!person.peer.traits.edits) throw new Error(`${person.peer.software} does not edit posts`)
	// The mentions stay: they are the links at the beginning.
	const links = /^<p>((?:<span class="h-card".*?<\/span><\/a><\/span> )*)/.exec(note.content)?.[1] ?? ""
	const content = `<p>${links}${escapeHtml(text)}</p>`
	const changed: Json = { ...note, content, contentMap: { en: content }, updated: instant(at) }
	const { "@context": _, ...object } = changed
	const id = `${note.id}#updates/${at.getTime()}`
	const { to, cc } = note
	const update = {
		"@context": CONTEXT,
		id,
		type: "Update",
		actor: person.id,
		published: instant(at),
		to,
		cc,
		object,
	}
	return { note: changed, update }
}

const remove: Dialect["delete"] = (person, { note }) => ({
	"@context": CONTEXT,
	id: `${note.id}#delete`,
	type: "Delete",
	actor: person.id,
	to: [PUBLIC],
	object: { id: note.id, type: "Tombstone", atomUri: note.id },
})

/** Mastodon's shapes; GoToSocial, Misskey and Pleroma differ in their ids. */
export const microblog: Dialect = { actor, follow, unfollow, post, edit, delete: remove }
