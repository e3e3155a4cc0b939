/** What those who look after a group do about people, and what others tell them; a part of events.ts. */
export type DeskEvent =
	/** They belong to the group as before, and may not write in it until then. */
	| {
			type: "member-paused"
			groupId: string
			personId: string
			actorId: string | null
			reason: string
			facts: { until: string }
	  }
	| { type: "pause-lifted"; groupId: string; personId: string; actorId: string | null; reason: string }
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
	| {
			type: "report-forwarded"
			groupId: string | null
			personId: string
			postId: string | null
			actorId: string | null
			facts: { reportId: string }
	  }
	/** A word from the moderators, without any consequence. */
	| {
			type: "word-said"
			groupId: string
			personId: string
			actorId: string | null
			reason: string
			facts: Record<string, never>
	  }
	/** What moderators write down for each other is not kept with what happened. */
	| {
			type: "note-written" | "note-dropped"
			groupId: string
			personId: string
			actorId: string | null
			facts: { noteId: string }
	  }
	/** Who looks after what waits about somebody; null for nobody any more. */
	| {
			type: "case-taken"
			groupId: string
			personId: string
			actorId: string | null
			facts: { holderId: string | null }
	  }
	/** Its author is asked to change it. */
	| { type: "change-asked"; groupId: string; postId: string; actorId: string | null; reason: string }
	| {
			type: "appeal-filed"
			groupId: string
			personId: string
			actorId: string
			facts: { appealId: string; eventId: string }
	  }
	| {
			type: "appeal-decided"
			groupId: string
			personId: string
			actorId: string | null
			reason: string
			facts: { appealId: string; outcome: "upheld" | "overturned" }
	  }
	/** Somebody of another server is written to about a decision, and how to appeal against it. */
	| {
			type: "person-told"
			groupId: string
			personId: string
			reason: string
			facts: { aboutId: string; what: string; postUri: string | null; until: string | null }
	  }
	/** Whoever reported something hears that it was dealt with. */
	| { type: "reporter-told"; groupId: string; personId: string }
