import type { EventRecord } from "../../src/events.ts"
import { announceObject, deletion, undoAnnounce } from "../translate/activity.ts"
import type { Json } from "../translate/wire.ts"
import {
	bytesOf,
	type Facts,
	idFor,
	localActivity,
	type Outgoing,
	passedOn,
	toFollowers,
	toNamed,
} from "./parts.ts"

const decoder = new TextDecoder()

/** A post is in the group: shared as it came, let through, or put back. */
export const shared = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { post, author } = facts
	if (!post || !author || post.deletedAt || post.audience !== "public") return []
	const createUri = `${post.uri}/create`
	const create = author.local ? localActivity("Create", createUri, facts, post.publishedAt) : rawCreate(facts)
	const out = boost(event, facts)
	if (create) out.push(passedOn(facts, event, "announce-create", create))
	if (author.local) out.push(...toNamed(facts, createUri, create!))
	return out
}

/** The boost of a post that begins a thread. Answers would flood the homes of those who follow, unless the group wants that. */
export const boost = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, post, author } = facts
	if (!post || !author || !(group.boostsAnswers || post.threadId === post.id)) return []
	const announceId = idFor(facts, event.id, "announce")
	const body = announceObject(
		announceId,
		group,
		{ uri: post.uri, authorUri: author.uri },
		later(event.at, post.publishedAt),
	)
	return [toFollowers(facts, "microblog", announceId, body)]
}

export const edited = (event: EventRecord, facts: Facts): Outgoing[] => {
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

export const deleted = (event: EventRecord, facts: Facts): Outgoing[] => {
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
	return [...out, ...unboost(facts, shareEventId)]
}

/** The boost of a post is taken back, if there was one: answers are boosted only where and while the group wants it. */
export const unboost = (facts: Facts, shareId: string | null): Outgoing[] => {
	const { group, post, author, boosted } = facts
	if (!post || !author || !shareId || !(boosted || post.threadId === post.id)) return []
	const announceId = idFor(facts, shareId, "announce")
	const about = { uri: post.uri, authorUri: author.uri }
	const undo = undoAnnounce(`${announceId}/undo`, announceId, group, about)
	return [toFollowers(facts, "microblog", `${announceId}/undo`, undo)]
}

/** A remote author's own word: passed on wrapped, and as it is only when the document itself is signed. */
const heardFrom = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { activity, activityUri } = event.facts as { activity?: string; activityUri?: string }
	if (!activity) return []
	const wrapped = passedOn(
		facts,
		event,
		`announce-${event.type === "post-deleted" ? "delete" : "update"}`,
		activity,
	)
	return isProven(JSON.parse(activity) as Json) && activityUri
		? [wrapped, toFollowers(facts, "microblog", activityUri, bytesOf(activity))]
		: [wrapped]
}

/** Signed as a document, by a Linked Data signature or a proof (FEP-8b32), so that others can believe it from us. */
const isProven = ({ signature, proof }: Json): boolean =>
	holds(signature, "signatureValue") || [proof ?? []].flat().some((one) => holds(one, "proofValue"))

const holds = (part: unknown, value: string): boolean =>
	typeof part === "object" && part !== null && typeof (part as Json)[value] === "string"

const rawCreate = ({ post }: Facts): string | null =>
	post?.createBytes
		? decoder.decode(post.createBytes)
		: post?.createUri
			? JSON.stringify(post.createUri)
			: null

/** Misskey drops a boost that claims to be older than what it boosts. */
const later = (one: Date, other: Date): Date => (one > other ? one : other)
