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
