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
	| {
			type: "list-decided"
			actorId: string | null
			/** The first of the domains by name, and how many there were. */
			facts: { list: string; way: "take" | "pass-over"; domains: string[]; times: number }
	  }
	| {
			type: "list-subscribed"
			actorId: string | null
			facts: { list: string; url: string; way: "review" | "at-once" }
	  }
	| { type: "list-unsubscribed"; actorId: string | null; facts: { list: string; url: string } }
	/** A list was read anew: what is new on it, and what it took back that had counted, the first by name. */
	| {
			type: "list-changed"
			facts: { list: string; way: "review" | "at-once"; added: string[]; lifted: string[] }
	  }
	| { type: "pictures-banned"; actorId: string | null; reason: string }
	| { type: "picture-allowed"; actorId: string | null }
	| { type: "borders-shown"; actorId: string | null; facts: { to: "operators" | "members" | "everyone" } }
