import type { Actor } from "../../src/people/actor.ts"
import type { Json } from "./wire.ts"
import {
	activityStreams,
	encode,
	encodeAround,
	instant,
	instantAfter,
	objectContext,
	publicUri,
} from "./wire.ts"

type Group = Pick<Actor, "uri" | "followers">

/** The group passes on that a post exists, for servers that show boosts. */
export const announceObject = (
	id: string,
	group: Group,
	object: { uri: string; authorUri: string },
	at: Date,
) => encode({ "@context": activityStreams, ...announcement(id, group, object, at), object: object.uri })

/** The group passes on an activity word for word, for servers that keep communities (FEP-1b12). */
export const announceActivity = (id: string, group: Group, rawActivity: string, at: Date): Uint8Array =>
	encodeAround(
		{
			"@context": objectContext,
			id,
			type: "Announce",
			actor: group.uri,
			to: [publicUri],
			cc: [group.followers],
			audience: group.uri,
			published: instantAfter(at),
		},
		rawActivity,
	)

/** The group stops passing a post on. */
export const undoAnnounce = (
	id: string,
	announceId: string,
	group: Group,
	object: { uri: string; authorUri: string },
): Uint8Array => {
	const { published: _, audience: __, ...inner } = announcement(announceId, group, object, new Date(0))
	return encode({
		"@context": activityStreams,
		id,
		type: "Undo",
		actor: group.uri,
		to: inner.to,
		cc: inner.cc,
		object: { ...inner, object: object.uri },
	})
}

const announcement = (id: string, group: Group, object: { uri: string; authorUri: string }, at: Date) => ({
	id,
	type: "Announce",
	actor: group.uri,
	to: [publicUri],
	cc: [group.followers, object.authorUri],
	audience: group.uri,
	published: instantAfter(at),
})

/** Yes or no to a Follow, which is embedded under its own id (Misskey, NodeBB and Lemmy need it whole; Lemmy one `to`). */
export const answerFollow = (
	type: "Accept" | "Reject",
	id: string,
	group: Pick<Actor, "uri">,
	follow: { id: string | null; type: string; actorUri: string },
): Uint8Array =>
	encode({
		"@context": activityStreams,
		id,
		type,
		actor: group.uri,
		to: [follow.actorUri],
		object: {
			...(follow.id && { id: follow.id }),
			type: follow.type,
			actor: follow.actorUri,
			object: group.uri,
		},
	})

/** A person here asks to follow a group of another server; `to` is for Lemmy. */
export const follow = (id: string, person: Pick<Actor, "uri">, group: Pick<Actor, "uri">): Json => ({
	"@context": activityStreams,
	id,
	type: "Follow",
	actor: person.uri,
	to: [group.uri],
	object: group.uri,
})

export const undoFollow = (
	id: string,
	person: Pick<Actor, "uri">,
	group: Pick<Actor, "uri">,
	followed: Json,
): Json => {
	const { "@context": _, ...object } = followed
	return { "@context": activityStreams, id, type: "Undo", actor: person.uri, to: [group.uri], object }
}

type Author = Pick<Actor, "uri" | "followers">

/** An author's own word about a post of theirs: made, changed. The object is the post as it is served. */
export const authored = (
	type: "Create" | "Update",
	id: string,
	author: Author,
	object: Json,
	published: Date,
): Json => ({
	"@context": objectContext,
	id,
	type,
	actor: author.uri,
	audience: object.audience,
	to: object.to,
	cc: object.cc,
	published: instant(published),
	object,
})

/** An author takes a post back: with a Tombstone for servers that show notes, by its id for those that keep communities. */
export const deletion = (
	id: string,
	author: Author,
	group: Group,
	object: { uri: string; deletedAt: Date; form: "tombstone" | "id" },
): Json => ({
	"@context": objectContext,
	id,
	type: "Delete",
	actor: author.uri,
	to: [publicUri, group.uri],
	cc: [group.followers, author.followers],
	audience: group.uri,
	object:
		object.form === "id"
			? object.uri
			: { id: object.uri, type: "Tombstone", deleted: instant(object.deletedAt) },
})

/** Somebody takes back themselves, and all they said; `removeData` is for Lemmy, which keeps the words otherwise. */
export const departure = (id: string, person: Author): Json => ({
	"@context": objectContext,
	id,
	type: "Delete",
	actor: person.uri,
	to: [publicUri],
	cc: person.followers ? [person.followers] : [],
	object: person.uri,
	removeData: true,
})

/** An owner deletes a community: without a summary, which would say to Lemmy that its administrators removed it. */
export const closing = (id: string, owner: Pick<Actor, "uri">, group: Group): Json => ({
	"@context": objectContext,
	id,
	type: "Delete",
	actor: owner.uri,
	to: [publicUri],
	cc: [group.uri],
	audience: group.uri,
	object: group.uri,
})

/** Somebody thanks for a post; an emoji instead of thanks is a Like with content, which Misskey and Pleroma show as one. */
export const like = (
	id: string,
	person: Pick<Actor, "uri">,
	group: Pick<Actor, "uri">,
	{ uri, authorUri, emoji }: { uri: string; authorUri: string; emoji: string | null },
): Json => ({
	"@context": gestureContext,
	id,
	type: "Like",
	actor: person.uri,
	audience: group.uri,
	to: [publicUri, authorUri],
	cc: [group.uri],
	object: uri,
	...(emoji && { content: emoji, _misskey_reaction: emoji }),
})

const gestureContext = [
	activityStreams,
	{ misskey: "https://misskey-hub.net/ns#", _misskey_reaction: "misskey:_misskey_reaction" },
]

/** They take it back; Lemmy and Misskey need the Like whole. */
export const undoLike = (id: string, liked: Json): Json => {
	const { "@context": context, ...object } = liked
	const { actor, audience, to, cc } = object
	return { "@context": context, id, type: "Undo", actor, audience, to, cc, object }
}

/** A group tells its followers that something of its own changed: itself, or its welcome. */
export const updateOwn = (id: string, group: Group, document: Json): Json => ({
	"@context": document["@context"],
	id,
	type: "Update",
	actor: group.uri,
	to: [publicUri],
	cc: [group.followers],
	object: Object.fromEntries(Object.entries(document).filter(([key]) => key !== "@context")),
})

/** Somebody lives at another address from now on, which must list the old one among its names. */
export const move = (id: string, actor: Author, target: string, to = actor.followers): Json => ({
	"@context": activityStreams,
	id,
	type: "Move",
	actor: actor.uri,
	object: actor.uri,
	target,
	to: to ? [to] : [],
	cc: [],
})
