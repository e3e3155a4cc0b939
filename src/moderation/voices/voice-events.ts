import type { Verb } from "./command.ts"

/** What a moderator hears after they asked for something by an answer; it is put into their own words where it is said. */
export type Answer =
	| { says: "done"; verb: Verb; person: string; until: string | null }
	| { says: "refused"; reason: string }
	| { says: "help"; reason: string | null }

/** What passes between a group and people who write to it. */
export type VoiceEvent =
	/** With the language (BCP 47) they asked in, and the post it was about, if there was one. */
	{
		type: "moderator-answered"
		groupId: string
		personId: string
		postId: string | null
		facts: { answer: Answer; language: string | null }
	}
