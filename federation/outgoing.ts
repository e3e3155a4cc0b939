import { activityUri as uriFor, type EventRecord } from "../src/events.ts"
import type { Group } from "../src/groups/group.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Audience, Post } from "../src/posts/post.ts"
import {
	announceActivity,
	announceObject,
	answerFollow,
	authored,
	deletion,
	follow,
	undoAnnounce,
	undoFollow,
	updateActor,
} from "./translate/activity.ts"
import { type LocalNote, noteOf } from "./translate/note.ts"
import type { Json } from "./translate/wire.ts"

/** All that must be known of an event to say it to other servers. */
export type Facts = {
	origin: string
	group: Group
	groupDocument: Json | null
	person: Actor | null
	post: (Post & { createUri: string | null; createBytes: Uint8Array | null }) | null
	author: Actor | null
	parentAuthor: Actor | null
	threadUri: string
	/** The event by which the group shared the post: its Announce is named after it. */
	shareEventId: string | null
}

type Common = { activityUri: string; signerId: string; audience: Audience; body: Uint8Array }

/** One activity on its way: to all of a group's followers whose servers speak a dialect, or to one person's inbox. */
export type Outgoing =
	| (Common & { to: "followers"; dialect: "microblog" | "threadiverse"; objectUri: string })
	| (Common & { to: "person"; person: Actor })

const decoder = new TextDecoder()

/**
 * What other servers hear of an event. Ids are made from the event's id, so that saying it again is saying the same.
 * A post reaches servers that show notes as a boost of top-level posts, and servers that keep communities as every
 * activity word for word (wire.md §3.5 to §3.8).
 */
export const activitiesFor = (event: EventRecord, facts: Facts): Outgoing[] => {
	if (!facts.group.local) return toGroupElsewhere(event, facts)
	switch (event.type) {
		case "member-joined":
			return answer("Accept", event, facts)
		case "join-refused":
			return answer("Reject", event, facts)
		case "post-shared":
			return shared(event, facts)
		case "post-edited":
			return edited(event, facts)
		case "post-deleted":
			return deleted(event, facts)
		case "group-updated":
			return changed(event, facts)
		default:
			return []
	}
}

/** A person here speaks to a group of another server, which shares what it takes. */
const toGroupElsewhere = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, person, post, author } = facts
	const send = (id: string, signerId: string, activity: string): Outgoing[] => [
		{ to: "person", person: group, activityUri: id, signerId, audience: "public", body: bytesOf(activity) },
		...(post ? toNamed(facts, id, activity) : []),
	]
	const id = (kind: string) => idFor(facts, event.id, kind)
	const speaks = post && author?.local && post.audience === "public"
	if (event.type === "follow-sent" && person?.local)
		return send(id("follow"), person.id, JSON.stringify(follow(id("follow"), person, group)))
	if (event.type === "follow-ended" && person?.local) {
		const followed = follow((event.facts.followUri as string | null) ?? id("follow"), person, group)
		return send(id("undo"), person.id, JSON.stringify(undoFollow(id("undo"), person, group, followed)))
	}
	if (event.type === "post-shared" && speaks && !post.deletedAt) {
		const createUri = `${post.uri}/create`
		return send(createUri, author.id, localActivity("Create", createUri, facts, post.publishedAt))
	}
	if (event.type === "post-edited" && speaks && !post.deletedAt)
		return send(id("update"), author.id, localActivity("Update", id("update"), facts, event.at))
	if (event.type === "post-deleted" && speaks && post.deletedAt) {
		const object = { uri: post.uri, deletedAt: post.deletedAt, form: "tombstone" } as const
		return send(id("delete"), author.id, JSON.stringify(deletion(id("delete"), author, group, object)))
	}
	return []
}

const idFor = (facts: Facts, eventId: string, kind: string): string => uriFor(facts.origin, eventId, kind)

const answer = (type: "Accept" | "Reject", event: EventRecord, facts: Facts): Outgoing[] => {
	const { person, group } = facts
	if (!person || person.local) return []
	const activityUri = idFor(facts, event.id, type.toLowerCase())
	const follow = { id: (event.facts.followUri as string | null) ?? null, actorUri: person.uri }
	const body = answerFollow(type, activityUri, group, follow)
	return [{ to: "person", person, activityUri, signerId: group.id, audience: "people", body }]
}

const shared = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, post, author } = facts
	if (!post || !author || post.deletedAt || post.audience !== "public") return []
	const announceId = idFor(facts, event.id, "announce")
	const object = { uri: post.uri, authorUri: author.uri }
	const boost = announceObject(announceId, group, object, event.at)
	const create = author.local ? localActivity("Create", `${post.uri}/create`, facts, post.publishedAt) : rawCreate(facts)
	const out: Outgoing[] = []
	if (post.threadId === post.id) out.push(toFollowers(facts, "microblog", announceId, boost))
	if (create) out.push(passedOn(facts, event, "announce-create", create))
	if (author.local) out.push(...toNamed(facts, `${post.uri}/create`, create!))
	return out
}

const edited = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { post, author } = facts
	if (!post || !author || post.deletedAt || post.audience !== "public") return []
	if (!author.local) return heardFrom(event, facts)
	const activityUri = idFor(facts, event.id, "update")
	const update = localActivity("Update", activityUri, facts, event.at)
	return [
		{ ...toFollowers(facts, "microblog", activityUri, bytesOf(update)), signerId: author.id },
		passedOn(facts, event, "announce-update", update),
		...toNamed(facts, activityUri, update),
	]
}

const deleted = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, post, author, shareEventId } = facts
	if (!post?.deletedAt || !author || post.audience !== "public") return []
	const out: Outgoing[] = []
	const activityUri = idFor(facts, event.id, "delete")
	const object = { uri: post.uri, deletedAt: post.deletedAt }
	if (author.local) {
		const tombstone = JSON.stringify(deletion(activityUri, author, group, { ...object, form: "tombstone" }))
		const byId = JSON.stringify(deletion(activityUri, author, group, { ...object, form: "id" }))
		out.push({ ...toFollowers(facts, "microblog", activityUri, bytesOf(tombstone)), signerId: author.id })
		out.push(passedOn(facts, event, "announce-delete", byId))
		out.push(...toNamed(facts, activityUri, tombstone))
	} else if (event.facts.activity) out.push(...heardFrom(event, facts))
	else {
		// Confirmed gone at its origin, by nobody's word that could be passed on: the group says so in the author's name.
		const byId = JSON.stringify(deletion(activityUri, author, group, { ...object, form: "id" }))
		out.push(passedOn(facts, event, "announce-delete", byId))
	}
	if (shareEventId && post.threadId === post.id) {
		const announceId = idFor(facts, shareEventId, "announce")
		const undo = undoAnnounce(`${announceId}/undo`, announceId, group, { uri: post.uri, authorUri: author.uri })
		out.push(toFollowers(facts, "microblog", `${announceId}/undo`, undo))
	}
	return out
}

const changed = (event: EventRecord, facts: Facts): Outgoing[] => {
	if (!facts.groupDocument) return []
	const activityUri = idFor(facts, event.id, "update")
	const update = JSON.stringify(updateActor(activityUri, facts.group, facts.groupDocument))
	const objectUri = facts.group.uri
	return [
		{ ...toFollowers(facts, "microblog", activityUri, bytesOf(update)), objectUri },
		{ ...toFollowers(facts, "threadiverse", activityUri, bytesOf(update)), objectUri },
	]
}

/** A remote author's own word: passed on wrapped, and as it is only when the document itself is signed. */
const heardFrom = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { activity, activityUri } = event.facts as { activity?: string; activityUri?: string }
	if (!activity) return []
	const wrapped = passedOn(facts, event, `announce-${event.type === "post-deleted" ? "delete" : "update"}`, activity)
	const json = JSON.parse(activity) as Json
	const provable = json.signature !== undefined || json.proof !== undefined
	return provable && activityUri
		? [wrapped, toFollowers(facts, "microblog", activityUri, bytesOf(activity))]
		: [wrapped]
}

const rawCreate = ({ post }: Facts): string | null =>
	post?.createBytes ? decoder.decode(post.createBytes) : post?.createUri ? JSON.stringify(post.createUri) : null

const localActivity = (type: "Create" | "Update", id: string, facts: Facts, published: Date): string => {
	const note: LocalNote = {
		post: facts.post!,
		author: facts.author!,
		group: facts.group,
		parentAuthor: facts.parentAuthor,
		threadUri: facts.threadUri,
	}
	return JSON.stringify(authored(type, id, facts.author!, noteOf(note), published))
}

const passedOn = (facts: Facts, event: EventRecord, kind: string, rawActivity: string): Outgoing => {
	const activityUri = idFor(facts, event.id, kind)
	return toFollowers(facts, "threadiverse", activityUri, announceActivity(activityUri, facts.group, rawActivity, event.at))
}

const toFollowers = (
	{ group, post }: Facts,
	dialect: "microblog" | "threadiverse",
	activityUri: string,
	body: Uint8Array,
): Outgoing & { to: "followers" } => ({
	to: "followers",
	dialect,
	activityUri,
	objectUri: post?.uri ?? group.uri,
	signerId: group.id,
	audience: post?.audience ?? "public",
	body,
})

/** A local person's word goes straight to whom it answers, too: they need not follow the group. */
const toNamed = ({ parentAuthor, author }: Facts, activityUri: string, activity: string): Outgoing[] =>
	parentAuthor && !parentAuthor.local
		? [{ to: "person", person: parentAuthor, activityUri, signerId: author!.id, audience: "public", body: bytesOf(activity) }]
		: []

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

