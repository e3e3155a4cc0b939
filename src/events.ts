import type { AccountEvent } from "./accounts/account-events.ts"
import type { Asked, Gesture, InLine, Judged, Quoted, Unshared } from "./event-facts.ts"
import type { BorderEvent } from "./moderation/borders/events.ts"
import type { DeskEvent } from "./moderation/desk/desk-events.ts"
import type { VoiceEvent } from "./moderation/voices/voice-events.ts"

/** Everything that can happen, in the past tense. Logs, feeds and what other servers hear are readings of these. */
export type Event =
	| { type: "server-set-up" }
	| { type: "server-restored"; facts: { backup: string; takenAt: string } }
	| AccountEvent
	| VoiceEvent
	| { type: "group-created"; groupId: string; actorId: string | null }
	| { type: "group-updated"; groupId: string; actorId: string | null; facts: { changed: string[] } & Heard }
	/** For good: other servers hear it in the name of whoever is said, for those that believe only a person. */
	| {
			type: "group-closed"
			groupId: string
			actorId: string | null
			reason: string
			facts: { inName: string | null }
	  }
	/** Somebody here belonged to a group that has closed. */
	/** Somebody here is called something else in this group; what, is not kept with what happened. */
	| { type: "member-named"; groupId: string; personId: string }
	| { type: "place-ended"; groupId: string; personId: string; reason: string }
	| {
			type: "member-joined"
			groupId: string
			personId: string
			facts: { role: string } & Asked
	  }
	| {
			type: "join-refused"
			groupId: string
			personId: string
			reason: string
			facts: Asked
	  }
	/** With the Follow that ends, if their own server has to hear of it. */
	| { type: "member-left"; groupId: string; personId: string; facts: { followUri?: string | null } }
	| { type: "member-moved"; groupId: string; personId: string; facts: { to: string; role: string } }
	| { type: "follow-sent"; groupId: string; personId: string }
	| { type: "follow-accepted"; groupId: string; personId: string }
	| { type: "follow-rejected"; groupId: string; personId: string }
	| { type: "follow-ended"; groupId: string; personId: string; facts: { followUri: string | null } }
	| { type: "post-shared"; groupId: string; postId: string; actorId: string }
	/** A group that this one follows shares it: it is shown here, and not announced again. */
	| { type: "post-carried"; groupId: string; postId: string; actorId: string; facts: { fromId: string } }
	| { type: "post-edited"; groupId: string; postId: string; actorId: string; facts: Heard }
	| { type: "post-deleted"; groupId: string; postId: string; actorId: string; facts: Heard }
	/** Its author had deleted it, and thought again. */
	| { type: "post-returned"; groupId: string; postId: string; actorId: string; facts: Heard }
	| Judged
	| DeskEvent
	| {
			type: "post-removed" | "post-suspended"
			groupId: string
			postId: string
			actorId: string | null
			reason: string
			facts: Unshared
	  }
	| { type: "post-unshared"; groupId: string; postId: string; actorId: string; facts: Unshared }
	| {
			type: "post-restored"
			groupId: string
			postId: string
			actorId: string | null
			reason: string
			facts: { removalId: string | null } & Heard & InLine
	  }
	| {
			type: "thread-locked" | "thread-unlocked" | "post-pinned" | "post-unpinned"
			groupId: string
			postId: string
			actorId: string | null
			reason: string
			facts: Heard
	  }
	| { type: "post-reacted"; groupId: string; postId: string; personId: string; facts: Heard | Gesture }
	| { type: "poll-voted"; groupId: string; postId: string; personId: string }
	| { type: "poll-tallied" | "poll-closed"; groupId: string; postId: string }
	| {
			type: "quote-allowed"
			groupId: string
			postId: string
			personId: string
			facts: Quoted & { quoteId: string }
	  }
	| { type: "quote-refused"; groupId: string; postId: string; personId: string; facts: Quoted }
	| {
			type: "quote-revoked"
			groupId: string
			postId: string
			personId: string
			facts: { quoteUri: string; quoteId: string }
	  }
	/** A post of somebody here quotes one of another server, whose author is asked whether it may (FEP-044f). */
	| {
			type: "quoting-asked"
			groupId: string
			postId: string
			personId: string
			/** How often they have been asked by now, this time counted. */
			facts: { time: number }
	  }
	| { type: "quoting-refused"; groupId: string; postId: string; personId: string }
	/** Its author allows it, or does so no longer. */
	| {
			type: "quoting-allowed" | "quoting-ended"
			groupId: string
			postId: string
			facts: { authorization: string }
	  }
	| { type: "member-admitted"; groupId: string; personId: string; actorId: string | null; reason: string }
	| { type: "request-declined"; groupId: string; personId: string; actorId: string | null; reason: string }
	| {
			type: "role-changed"
			groupId: string
			personId: string
			actorId: string | null
			reason: string
			facts: { from: string; to: string } & Heard
	  }
	| {
			type: "member-banned"
			groupId: string
			personId: string
			actorId: string | null
			reason: string
			facts: { until: string | null; followUri: string | null; posts?: number } & Heard
	  }
	| {
			type: "ban-lifted"
			groupId: string
			personId: string
			actorId: string | null
			reason: string
			facts: { banId: string | null } & Heard
	  }
	| {
			type: "domain-limited"
			groupId: string | null
			actorId: string | null
			reason: string
			/** `was` is what was decided before: only what was public ends in public. */
			facts: {
				domain: string
				severity: string | null
				was?: string | null
				rejectMedia?: boolean
				rejectReports?: boolean
				/** Where only listed servers are spoken with: whether it is one from now on. */
				listed?: boolean
			}
	  }
	| BorderEvent
	| {
			type: "filter-changed"
			groupId: string | null
			actorId: string | null
			reason: string
			facts: { word: string; effect: string | null }
	  }
	| {
			type: "queue-retried"
			actorId: string | null
			facts: { host: string; undelivered: number; heard: number; events: number }
	  }
	| {
			type: "queue-dropped"
			actorId: string | null
			facts: { host: string; undelivered: number; messages: number; entries: number }
	  }
	| {
			type: "author-told"
			groupId: string
			personId: string
			reason: string
			/** What the message links to: the event of that very post, or this one where the post is only counted. */
			facts: { aboutId: string | null; postUri: string; held: boolean }
	  }
	/** The other names that somebody here, or a group, owns to, so that they may move here from there (FEP-7628). */
	| {
			type: "aliases-changed"
			actorId: string
			groupId: string | null
			facts: { uri: string; added: boolean }
	  }
	/** They live at another address from now on; a group's followers hear it, and the groups elsewhere that a person follows. */
	| {
			type: "actor-moved"
			actorId: string | null
			groupId: string | null
			personId: string | null
			facts: { target: string; handle: string }
	  }
	| {
			type: "group-followed" | "group-unfollowed"
			groupId: string
			personId: string
			actorId: string | null
			reason: string
	  }
	| {
			type: "block-placed" | "block-lifted"
			actorId: string
			personId: string | null
			facts: { domain: string | null }
	  }

/** The activity that told us, word for word, when another server did: it is passed on verbatim. */
export type Heard = { activityUri?: string; activity?: string }

export type EventType = Event["type"]

/** What is kept of an event, with whatever parts it has. */
export type EventRecord = {
	id: string
	at: Date
	type: EventType
	actorId: string | null
	groupId: string | null
	postId: string | null
	personId: string | null
	reason: string | null
	facts: Record<string, unknown>
}

/** The id of an activity that says an event to others: made from the event's id, so that saying it again is saying the same. */
export const activityUri = (origin: string, eventId: string, kind: string): string =>
	`${origin}/ap/activities/${eventId}/${kind}`
