/** Everything that can happen, in the past tense. Logs, feeds and what other servers hear are readings of these. */
export type Event =
	| { type: "server-set-up" }
	| { type: "account-created"; actorId: string }
	| { type: "group-created"; groupId: string; actorId: string | null }
	| { type: "group-updated"; groupId: string; actorId: string | null; facts: { changed: string[] } }
	| { type: "member-joined"; groupId: string; personId: string; facts: { role: string; followUri: string | null } }
	| { type: "join-refused"; groupId: string; personId: string; reason: string; facts: { followUri: string | null } }
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
])

/** The id of an activity that says an event to others: made from the event's id, so that saying it again is saying the same. */
export const activityUri = (origin: string, eventId: string, kind: string): string =>
	`${origin}/ap/activities/${eventId}/${kind}`
