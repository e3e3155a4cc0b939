import type { EventRecord, EventType } from "../../src/events.ts"
import { deletion, follow, move, undoFollow } from "../translate/activity.ts"
import { gestureElsewhere } from "./gestures.ts"
import { bytesOf, type Facts, idFor, localActivity, type Outgoing, toNamed } from "./parts.ts"

/** After these a post goes out again, as it is now: for other words, another tally, another permission to quote. */
const renewing: ReadonlySet<EventType> = new Set([
	"post-edited",
	"poll-tallied",
	"poll-closed",
	"quoting-allowed",
	"quoting-ended",
])

/** A person here speaks to a group of another server, which shares what it takes. */
export const toGroupElsewhere = (event: EventRecord, facts: Facts): Outgoing[] => {
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
	if (event.type === "actor-moved" && person?.local) {
		const target = event.facts.target as string
		return send(id("move"), person.id, JSON.stringify(move(id("move"), person, target, group.uri)))
	}
	if (event.type === "post-reacted") return gestureElsewhere(event, facts)
	if (event.type === "post-shared" && speaks && !post.deletedAt) {
		const createUri = `${post.uri}/create`
		return send(createUri, author.id, localActivity("Create", createUri, facts, post.publishedAt))
	}
	if (renewing.has(event.type) && speaks && !post.deletedAt)
		return send(id("update"), author.id, localActivity("Update", id("update"), facts, event.at))
	if (event.type === "post-deleted" && speaks && post.deletedAt) {
		const object = { uri: post.uri, deletedAt: post.deletedAt, form: "tombstone" } as const
		return send(id("delete"), author.id, JSON.stringify(deletion(id("delete"), author, group, object)))
	}
	return []
}
