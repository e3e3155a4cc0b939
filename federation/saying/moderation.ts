import type { EventRecord, Heard } from "../../src/events.ts"
import { atLeast, type Role } from "../../src/groups/member.ts"
import { handleOf } from "../../src/people/actor.ts"
import { directMessage } from "../translate/direct.ts"
import { escapeHtml } from "../translate/escape.ts"
import { block, entry, lock, removal, undoDeed } from "../translate/moderation.ts"
import type { Json } from "../translate/wire.ts"
import { answer } from "./groups.ts"
import { bytesOf, type Facts, idFor, type Outgoing, passedOn } from "./parts.ts"
import { boost, shared, unboost } from "./posts.ts"

/** A post is out of the group: its boost is undone, and communities take it down. One that was never shared is not mentioned. */
export const removed = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, post, author, moderator } = facts
	const { shareId } = event.facts as { shareId: string | null }
	if (!post || !author || !shareId || post.audience !== "public") return []
	const reason = event.type === "post-unshared" ? "Taken out by its author" : (event.reason ?? "")
	const gone = removal(idFor(facts, event.id, "delete"), moderator, group, post.uri, reason)
	const passed = passedOn(facts, event, "announce-delete", inTheWordsOf(event, gone))
	return [passed, ...unboost(facts, shareId)]
}

/** A removed post is back: boosted anew under a new id, and communities are told that its removal is undone. */
export const restored = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, post, moderator } = facts
	if (!post || post.deletedAt || post.audience !== "public") return []
	const removalId = event.facts.removalId as string | null
	const out = boost(event, facts)
	if (removalId) {
		const gone = removal(idFor(facts, removalId, "delete"), moderator, group, post.uri, "")
		const undo = undoDeed(idFor(facts, event.id, "undo"), moderator, group, gone)
		out.push(passedOn(facts, event, "announce-undo", inTheWordsOf(event, undo)))
	}
	return out
}

/** Its author brings a post back: boosted anew, and communities hear it as the author said it. */
export const returned = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { activity } = event.facts as Heard
	if (!activity) return shared(event, facts)
	return facts.post?.audience === "public"
		? [...boost(event, facts), passedOn(facts, event, "announce-undo", activity)]
		: []
}

/** Somebody is out of the group: their server hears that it does not follow any more, communities why. */
export const banned = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, person, moderator } = facts
	if (!person) return []
	const { until } = event.facts as { until: string | null }
	const ban = block(idFor(facts, event.id, "block"), moderator, group, person.uri, event.reason ?? "", until)
	return [
		...answer("Reject", event, facts),
		passedOn(facts, event, "announce-block", inTheWordsOf(event, ban)),
	]
}

export const lifted = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, person, moderator } = facts
	const banId = event.facts.banId as string | null
	if (!person || !banId) return []
	const ban = block(idFor(facts, banId, "block"), moderator, group, person.uri, "", null)
	const undo = undoDeed(idFor(facts, event.id, "undo"), moderator, group, ban)
	return [passedOn(facts, event, "announce-undo", inTheWordsOf(event, undo))]
}

/** A thread is closed or opened, pinned or not: only communities have words for that. */
export const marked = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, post, moderator } = facts
	if (post?.audience !== "public") return []
	const id = idFor(facts, event.id, "deed")
	const closed = lock(id, moderator, group, post.uri)
	const deeds = {
		"thread-locked": closed,
		"thread-unlocked": undoDeed(idFor(facts, event.id, "undo"), moderator, group, closed),
		"post-pinned": entry("Add", id, moderator, group, { what: post.uri, list: "featured" }),
		"post-unpinned": entry("Remove", id, moderator, group, { what: post.uri, list: "featured" }),
	}
	const deed = deeds[event.type as keyof typeof deeds]
	return [passedOn(facts, event, "announce-deed", inTheWordsOf(event, deed))]
}

/** Somebody becomes a moderator, or is one no longer: communities keep the list. */
export const roleChanged = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, person, moderator } = facts
	const { from, to } = event.facts as { from: Role; to: Role }
	const [was, is] = [atLeast(from, "moderator"), atLeast(to, "moderator")]
	if (!person || was === is) return []
	const change = entry(is ? "Add" : "Remove", idFor(facts, event.id, "deed"), moderator, group, {
		what: person.uri,
		list: "moderators",
	})
	return [passedOn(facts, event, "announce-deed", inTheWordsOf(event, change))]
}

/** What a moderator elsewhere did goes on as they said it; for what was done here the group finds the words. */
const inTheWordsOf = (event: EventRecord, own: Json): string =>
	(event.facts as Heard).activity ?? JSON.stringify(own)

/** Somebody hears from the group what became of their post. */
export const told = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, person, origin } = facts
	if (!person || person.local) return []
	const { aboutId, held } = event.facts as { aboutId: string | null; held: boolean }
	const id = idFor(facts, event.id, "note")
	const page = `${origin}/@${group.handle}/status/${aboutId ?? event.id}`
	const what = held ? "is waiting for a moderator of" : "was not taken by"
	const words = `<p><span class="h-card"><a href="${escapeHtml(person.url)}" class="u-url mention">@<span>${escapeHtml(person.handle)}</span></a></span> Your post ${what} ${handleOf(group)}. ${escapeHtml(event.reason ?? "")}</p><p><a href="${page}">${page}</a></p>`
	const message = directMessage(id, group, person, words, event.at)
	const body = bytesOf(JSON.stringify(message))
	return [{ to: "person", person, activityUri: `${id}/create`, signerId: group.id, audience: "people", body }]
}
