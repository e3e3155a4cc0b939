import type { Verb } from "./command.ts"

/** What a group answers somebody who wrote to it; it is put into their own words where it is said. */
export type Answer =
	/** A moderator asked for something by an answer. */
	| { says: "done"; verb: Verb; person: string; until: string | null }
	| { says: "refused"; reason: string }
	| { says: "help"; reason: string | null }
	/** A letter to the moderators came, or a report. */
	| { says: "received" | "reported" }

type Letters = { modmailId: string; messageId: string }

/** What passes between a group and people who write to it. */
export type VoiceEvent =
	/** With the language (BCP 47) they wrote in, and the post it was about, if there was one. */
	| {
			type: "group-answered"
			groupId: string
			personId: string
			postId: string | null
			facts: { answer: Answer; language: string | null }
	  }
	| { type: "modmail-received"; groupId: string; personId: string; facts: Letters }
	| { type: "modmail-answered"; groupId: string; personId: string; actorId: string | null; facts: Letters }
	| {
			type: "modmail-closed"
			groupId: string
			personId: string
			actorId: string | null
			facts: { modmailId: string }
	  }
