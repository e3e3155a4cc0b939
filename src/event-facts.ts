import type { Heard } from "./events.ts"

/** What one rule of a group said of posts from one server within an hour: however many, it is one line of the mod log. */
export type Line = {
	host: string
	rule: string
	times: number
	lastAt: string
	/** All of them by one person. */
	alone: boolean
} & OfPolicy

/** The version of the group's rules that said so; missing where the group has written none. */
type OfPolicy = { policy?: number }

/** The event in whose line of the mod log this one stands; it has none of its own. */
export type InLine = { line?: string }

/** The activity by which somebody asked to be let in; a Follow, unless it says something else. */
export type Asked = { followUri: string | null; asked?: "Follow" | "Join" }

/** The event of the share that ends, if the post was shared at all: its Announce is undone by that name. */
export type Unshared = { shareId: string | null } & Heard & InLine

/** The post that quotes, and the request it came with. */
export type Quoted = { quoteUri: string; requestUri: string | null }

/** What somebody here made of a post, so that it can be said to others: the address of their gesture, and its emoji. */
export type Gesture = { gestureUri: string | null; emoji: string | null; takenBack: boolean }

/** What the policy said of posts, and what moderators then did with those that waited. */
export type Judged =
	| {
			type: "post-held"
			groupId: string
			postId: string
			actorId: string
			reason: string
			facts: Line | (InLine & OfPolicy)
	  }
	| {
			type: "post-refused"
			groupId: string
			actorId: string
			reason: string
			facts: { postUri: string } & Line
	  }
	| {
			type: "post-approved"
			groupId: string
			postId: string
			actorId: string | null
			reason: string
			facts: InLine
	  }
	/** The rules by which a machine decides about posts, of one group, or (no group) what the server demands of all. */
	| {
			type: "policy-changed"
			groupId: string | null
			actorId: string | null
			reason: string
			facts: { version: number; changed: string[] }
	  }
	/** A moderator decided at once about many that waited: all of one person, or of one server. */
	| {
			type: "held-settled"
			groupId: string
			personId: string | null
			actorId: string | null
			reason: string
			facts: {
				way: "approve" | "remove" | "let-in"
				host: string | null
				times: number
				/** All strangers of a wave; and who was let in for good. */
				wave?: boolean
				letIn?: string[]
			}
	  }
	/** That was undone: what was taken out waits again, and so does what was let through. */
	| {
			type: "settling-undone"
			groupId: string
			personId: string | null
			actorId: string | null
			reason: string
			facts: { settlingId: string; way: string; times: number }
	  }
