/** What can happen to logins, and to what people set for themselves; a part of events.ts. */
export type AccountEvent =
	| {
			type: "account-created"
			actorId: string
			/** By whose leave: the operator's, an invitation's, an answer's, or as they liked. */
			facts: { by: "operator" | "invite" | "request" | "open"; invitedBy: string | null }
	  }
	| { type: "account-requested"; facts: { requestId: string } }
	| {
			type: "account-request-answered"
			actorId: string | null
			personId: string | null
			reason: string
			facts: { requestId: string; approved: boolean }
	  }
	| { type: "account-disabled" | "account-enabled"; actorId: string | null; personId: string; reason: string }
	/** A link was made by which they get in again; wherever they were signed in, they are not any more. */
	| { type: "account-reset"; actorId: string | null; personId: string }
	/** Somebody runs this server now, or does so no longer. */
	| { type: "operator-changed"; actorId: string | null; personId: string; facts: { operator: boolean } }
	/** The operator closed a group; the group's own record says what became of it. */
	| { type: "group-shut"; actorId: string; reason: string; facts: { handle: string } }
	/** The server's name, what it is for, whom to ask, or what it keeps of people: what it is, not what it says. */
	| { type: "server-described"; actorId: string | null; facts: { changed: string[] } }
	| { type: "account-deleted"; actorId: string | null; personId: string; reason: string }
	/** Their posts are gone, and every server that knows them hears that they are. */
	| { type: "person-departed"; personId: string }
	/** How somebody gets in, or what they set for themselves: what it is, never what it is now. */
	| { type: "account-changed"; actorId: string; facts: { changed: string[] } }
	/** What somebody here says of themselves; once for itself, and once for each group whose followers have read them. */
	| { type: "profile-changed"; actorId: string; personId: string; groupId: string | null }
	| {
			type: "invite-created" | "invite-revoked"
			actorId: string | null
			groupId: string | null
			facts: { inviteId: string }
	  }
	| {
			type: "registrations-changed"
			actorId: string | null
			facts: { changed: string[]; registrations: string | null }
	  }
	/** Somebody, perhaps a person of another server, wants to come in as them and is sent a code; a group they belong to writes it. */
	| {
			type: "visit-code-sent"
			personId: string
			groupId: string | null
			facts: { visitId: string; chat: boolean }
	  }
