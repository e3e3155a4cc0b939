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
	language: string
	hue: number
}

export type Joining = "open" | "approval"
export type Posting = "anyone" | "followers" | "members" | "moderators"

export const joinings: readonly Joining[] = ["open", "approval"]
export const postings: readonly Posting[] = ["anyone", "followers", "members", "moderators"]

/** The role a Follow gives: an open group makes a member at once, one that approves its members a follower first. */
export const roleOnFollow = (joining: Joining): Role => (joining === "open" ? "member" : "follower")

/** The hues a group's door may have, in degrees of the oklch circle. */
export const hues: readonly number[] = [15, 45, 70, 95, 125, 150, 175, 205, 235, 265, 300, 340]

export const nameProblem = (name: string): string | null =>
	name.trim().length === 0
		? "A name is needed."
		: name.length > 100
			? "A name has at most 100 characters."
			: null

export const aboutProblem = (about: string): string | null =>
	about.length > 5000 ? "The description has at most 5000 characters." : null
