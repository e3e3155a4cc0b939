/** What the operator decides about others as a whole. */
export type BorderEvent =
	| {
			type: "person-limited"
			personId: string
			actorId: string | null
			reason: string
			facts: { severity: "block" | "limit" | null; was: "block" | "limit" | null }
	  }
	| { type: "federating-changed"; actorId: string | null; facts: { federating: "open" | "listed" } }
	| { type: "borders-shown"; actorId: string | null; facts: { to: "operators" | "members" | "everyone" } }
