import type { EventType } from "../events.ts"

/** How much somebody wants to hear of a group: what is for them, everything, or only what is decided about them. */
export const newsLevels = ["mentions", "all", "quiet"] as const
export type NewsLevel = (typeof newsLevels)[number]

/** What is decided about a person, wherever they are named in it. */
export const aboutPeople = [
	"member-admitted",
	"request-declined",
	"join-refused",
	"follow-accepted",
	"follow-rejected",
	"role-changed",
	"member-banned",
	"ban-lifted",
	"place-ended",
	"modmail-answered",
	"member-paused",
	"pause-lifted",
	"word-said",
	"reporter-told",
	"appeal-decided",
] as const satisfies EventType[]

/** What is decided about a post, for whoever wrote it. */
export const aboutPosts = [
	"post-held",
	"post-suspended",
	"post-approved",
	"post-removed",
	"post-restored",
	"change-asked",
] as const satisfies EventType[]

/** Why a post is news to somebody: it answers them, names them, or they want to hear of all that is said there. */
export type Because = "reply" | "mention" | "all"
