/** Everything that can happen, in the past tense. Logs, feeds and what other servers hear are readings of these. */
export type Event =
	| { type: "server-set-up" }
	| { type: "server-restored"; facts: { backup: string; takenAt: string } }
	| { type: "account-created"; actorId: string }
	| { type: "group-created"; groupId: string; actorId: string | null }
	| { type: "group-updated"; groupId: string; actorId: string | null; facts: { changed: string[] } & Heard }
	| {
			type: "member-joined"
			groupId: string
			personId: string
			facts: { role: string; followUri: string | null }
	  }
	| {
			type: "join-refused"
			groupId: string
			personId: string
			reason: string
			facts: { followUri: string | null }
	  }
	| { type: "member-left"; groupId: string; personId: string }
	| { type: "follow-sent"; groupId: string; personId: string }
	| { type: "follow-accepted"; groupId: string; personId: string }
	| { type: "follow-rejected"; groupId: string; personId: string }
	| { type: "follow-ended"; groupId: string; personId: string; facts: { followUri: string | null } }
	| { type: "post-shared"; groupId: string; postId: string; actorId: string }
	| { type: "post-held"; groupId: string; postId: string; actorId: string; reason: string }
	| { type: "post-refused"; groupId: string; actorId: string; reason: string; facts: { postUri: string } }
	| { type: "post-edited"; groupId: string; postId: string; actorId: string; facts: Heard }
	| { type: "post-deleted"; groupId: string; postId: string; actorId: string; facts: Heard }
	| { type: "post-approved"; groupId: string; postId: string; actorId: string | null; reason: string }
	| {
			type: "post-removed"
			groupId: string
			postId: string
			actorId: string | null
			reason: string
			facts: Unshared
	  }
	| {
			type: "post-suspended"
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
			facts: { removalId: string | null } & Heard
	  }
	| {
			type: "thread-locked" | "thread-unlocked" | "post-pinned" | "post-unpinned"
			groupId: string
			postId: string
			actorId: string | null
			reason: string
			facts: Heard
	  }
	| { type: "post-reacted"; groupId: string; postId: string; personId: string; facts: Heard }
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
			facts: { until: string | null; followUri: string | null } & Heard
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
			facts: { domain: string; severity: string | null }
	  }
	| {
			type: "filter-changed"
			groupId: string | null
			actorId: string | null
			reason: string
			facts: { word: string; effect: string | null }
	  }
	| {
			type: "report-filed"
			groupId: string | null
			personId: string | null
			postId: string | null
			facts: { reportId: string }
	  }
	| {
			type: "report-resolved"
			groupId: string | null
			actorId: string | null
			reason: string
			facts: { reportId: string }
	  }
	| { type: "queue-retried"; facts: { host: string; undelivered: number; heard: number; events: number } }
	| { type: "queue-dropped"; facts: { host: string; undelivered: number; messages: number; entries: number } }
	| {
			type: "author-told"
			groupId: string
			personId: string
			reason: string
			facts: { aboutId: string; postUri: string; held: boolean }
	  }

/** The activity that told us, word for word, when another server did: it is passed on verbatim. */
export type Heard = { activityUri?: string; activity?: string }

/** The event of the share that ends, if the post was shared at all: its Announce is undone by that name. */
type Unshared = { shareId: string | null } & Heard

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

/** Events that other servers are told of; the rest are for this server's own reading. */
export const federated: ReadonlySet<EventType> = new Set([
	"group-updated",
	"member-joined",
	"join-refused",
	"follow-sent",
	"follow-ended",
	"post-shared",
	"post-edited",
	"post-deleted",
	"post-removed",
	"post-suspended",
	"post-unshared",
	"post-restored",
	"post-reacted",
	"member-banned",
	"ban-lifted",
	"role-changed",
	"thread-locked",
	"thread-unlocked",
	"post-pinned",
	"post-unpinned",
	"author-told",
])

/** What moderators did, and what the machine did for them: the group's mod log is a reading of these. */
export const moderation: ReadonlySet<EventType> = new Set([
	"post-held",
	"post-refused",
	"post-approved",
	"post-removed",
	"post-suspended",
	"post-unshared",
	"post-restored",
	"thread-locked",
	"thread-unlocked",
	"post-pinned",
	"post-unpinned",
	"join-refused",
	"member-admitted",
	"request-declined",
	"role-changed",
	"member-banned",
	"ban-lifted",
	"domain-limited",
	"filter-changed",
	"report-resolved",
	"group-updated",
	"queue-dropped",
])

/** The id of an activity that says an event to others: made from the event's id, so that saying it again is saying the same. */
export const activityUri = (origin: string, eventId: string, kind: string): string =>
	`${origin}/ap/activities/${eventId}/${kind}`
