import { type EventRecord, activityUri as uriFor } from "../../src/events.ts"
import type { Group, Posting } from "../../src/groups/group.ts"
import { type Actor, deliveryInbox } from "../../src/people/actor.ts"
import type { Poll } from "../../src/posts/poll.ts"
import type { Audience, Post } from "../../src/posts/post.ts"
import { announceActivity, authored } from "../translate/activity.ts"
import { type LocalNote, type Marks, noteOf } from "../translate/note.ts"
import type { Json } from "../translate/wire.ts"

/** All that must be known of an event to say it to other servers. */
export type Facts = {
	origin: string
	group: Group
	/** Who may begin a conversation in the group, as it holds. */
	posting: Posting
	groupDocument: Json | null
	/** Somebody of this server as their own document says it, when that has changed. */
	personDocument: Json | null
	person: Actor | null
	post: (Post & { createUri: string | null; createBytes: Uint8Array | null }) | null
	/** What the post lets people choose from, if it asks. */
	poll: Poll | null
	author: Actor | null
	parentAuthor: Actor | null
	/** Whom the post names, or once named, if it is of somebody here. */
	mentioned: Actor[]
	/** In whose name the group's moderation is done: whoever did it, or for the operator somebody who runs the group. */
	moderator: Actor
	threadUri: string
	/** What the group's moderators made of the post, if it is of somebody here. */
	marks: Marks
	/** The event by which the group shared the post: its Announce is named after it. */
	shareEventId: string | null
	/** Whether that Announce was said to servers that show boosts. */
	boosted: boolean
}

type Common = { activityUri: string; signerId: string; audience: Audience; body: Uint8Array }

/** One activity on its way: to all of a group's followers whose servers speak a dialect, or to one person's inbox. */
export type Outgoing =
	| (Common & { to: "followers"; dialect: "microblog" | "threadiverse"; objectUri: string })
	| (Common & { to: "person"; person: Pick<Actor, "inbox" | "host"> & { uri?: string } })

export const idFor = (facts: Facts, eventId: string, kind: string): string =>
	uriFor(facts.origin, eventId, kind)

export const localActivity = (type: "Create" | "Update", id: string, facts: Facts, published: Date): string =>
	JSON.stringify(authored(type, id, facts.author!, noteOf(noteIn(facts)), published))

/** What must be known of a post of somebody here to write it down whole. */
export const noteIn = (facts: Facts): LocalNote => ({
	post: facts.post!,
	poll: facts.poll,
	author: facts.author!,
	group: facts.group,
	parentAuthor: facts.parentAuthor,
	mentioned: facts.mentioned,
	threadUri: facts.threadUri,
	marks: facts.marks,
})

/** An activity around another, word for word, for servers that keep communities. */
export const passedOn = (facts: Facts, event: EventRecord, kind: string, rawActivity: string): Outgoing => {
	const activityUri = idFor(facts, event.id, kind)
	return toFollowers(
		facts,
		"threadiverse",
		activityUri,
		announceActivity(activityUri, facts.group, rawActivity, event.at),
	)
}

export const toFollowers = (
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

/** A local person's word goes straight to whom it answers and names, too: they need not follow the group. */
export const toNamed = (
	{ parentAuthor, mentioned, author }: Facts,
	activityUri: string,
	activity: string,
): Outgoing[] =>
	onePerInbox([...(parentAuthor ? [parentAuthor] : []), ...mentioned]).map((person) => ({
		to: "person",
		person,
		activityUri,
		signerId: author!.id,
		audience: "public",
		body: bytesOf(activity),
	}))

/** Several who share an inbox hear it there, once. */
const onePerInbox = (people: Actor[]): Pick<Actor, "inbox" | "host">[] => {
	const others = new Map(people.filter(({ local }) => !local).map((person) => [person.id, person]))
	return [...Map.groupBy(others.values(), deliveryInbox)].map(([inbox, [one, another]]) =>
		another ? { inbox, host: one!.host } : one!,
	)
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
