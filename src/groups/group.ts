import { limits } from "../limits.ts"
import type { Verdict } from "../moderation/policy.ts"
import type { Actor } from "../people/actor.ts"
import type { Role } from "./member.ts"

/** A circle: an actor people follow, with its own rules of joining and posting. */
export type Group = Actor & {
	kind: "group"
	visibility: "public" | "private"
	joining: Joining
	posting: Posting
	about: string
	rules: string
	/** What somebody reads who has just come in, in Markdown. */
	welcome: string
	language: string
	/** Local posts that begin a thread go out as notes, or as pages with a title. */
	form: Form
	/** Answers are boosted to servers that show notes, too. */
	boostsAnswers: boolean
	/** Search engines may list its pages, and links to them show what they lead to. */
	indexed: boolean
	hue: number
	/** When it was closed for good. */
	closedAt: Date | null
}

/** Who may open groups on a server. */
export type Opening = "operators" | "members"
export const openings: readonly Opening[] = ["operators", "members"]

/** Whether somebody with an account here may open a group. */
export const mayOpen = (server: { opening: Opening }, account: { operator: boolean }): boolean =>
	account.operator || server.opening === "members"

export type Form = "note" | "page"
export type Joining = "open" | "approval"
export type Posting = "anyone" | "followers" | "members" | "moderators"

export const joinings: readonly Joining[] = ["open", "approval"]
export const forms: readonly Form[] = ["note", "page"]
export const postings: readonly Posting[] = ["anyone", "followers", "members", "moderators"]

// Lemmy takes nothing else for the beginning of a thread; the others show what a note has no room for: its title.
const forums = new Set("lemmy piefed mbin kbin lotide sublinks".split(" "))

/** How a new thread goes out: as the group wishes, and to a group of another server as that server's software needs it. */
export const formOf = (group: Pick<Group, "local" | "form">, software: string | null): Form =>
	group.local ? group.form : forums.has(software ?? "") ? "page" : "note"

/** Whether a group's server takes a poll at all: Lemmy knows none, and refuses them. */
export const takesPolls = (group: Pick<Group, "local">, software: string | null): boolean =>
	group.local || software !== "lemmy"

/** The role a Follow gives: an open group makes a member at once, one that approves its members a follower first. */
export const roleOnFollow = (joining: Joining): Role => (joining === "open" ? "member" : "follower")

/** Whether a group's own server is where a post of it lives, and its author: then that server knows all that was done to it. */
export const isAtHomeWith = (
	group: Pick<Actor, "uri">,
	post: { uri: string },
	author: Pick<Actor, "uri">,
): boolean => new Set([group.uri, post.uri, author.uri].map((uri) => new URL(uri).origin)).size === 1

/** What a group that has moved answers to whoever comes to its old door; null when it is at home here. */
export const hasMoved = (
	group: Pick<Actor, "local" | "movedTo">,
): Exclude<Verdict, { verdict: "accept" }> | null =>
	group.local && group.movedTo
		? { verdict: "refuse", rule: "moved", reason: `The group has moved to ${group.movedTo}.` }
		: null

/** The hues a group's door may have, in degrees of the oklch circle. */
export const hues: readonly number[] = [15, 45, 70, 95, 125, 150, 175, 205, 235, 265, 300, 340]

export const nameProblem = (name: string): string | null =>
	name.trim().length === 0
		? "A name is needed."
		: name.length > limits.groupName
			? "A name has at most 100 characters."
			: null

export const aboutProblem = (about: string): string | null =>
	about.length > limits.groupAbout ? "The description has at most 5000 characters." : null
