import { atLeast, type Role } from "../groups/member.ts"

/** What somebody may do in a group beyond posting. */
export type Deed =
	| "see-desk"
	| "approve-post"
	| "remove-post"
	| "restore-post"
	| "lock-thread"
	| "pin-post"
	| "admit-member"
	| "ban-member"
	| "answer-modmail"
	| "pause-member"
	| "set-filter"
	| "set-policy"
	| "set-domain"
	| "resolve-report"
	| "forward-report"
	| "describe-group"
	| "appoint-moderator"
	| "dismiss-moderator"
	| "change-role"
	| "update-group"
	| "follow-group"
	| "move-group"
	| "hand-over"
	| "close-group"

/** Describing the group and appointing moderators is for moderators since Lemmy and Mbin have it so; who may post is not. */
const least: Record<Deed, Role> = {
	"see-desk": "moderator",
	"approve-post": "moderator",
	"remove-post": "moderator",
	"restore-post": "moderator",
	"lock-thread": "moderator",
	"pin-post": "moderator",
	"admit-member": "moderator",
	"ban-member": "moderator",
	"answer-modmail": "moderator",
	"pause-member": "moderator",
	"set-filter": "moderator",
	"set-policy": "moderator",
	"set-domain": "moderator",
	"resolve-report": "moderator",
	"forward-report": "moderator",
	"describe-group": "moderator",
	"appoint-moderator": "moderator",
	"dismiss-moderator": "moderator",
	"change-role": "owner",
	"update-group": "owner",
	"follow-group": "moderator",
	"move-group": "owner",
	"hand-over": "owner",
	"close-group": "owner",
}

/** Whether a deed is for owners alone. */
export const isForOwners = (deed: Deed): boolean => least[deed] === "owner"

export const may = (role: Role | null, deed: Deed): boolean => atLeast(role, least[deed])

/** Nobody acts on somebody of their own standing or above: a moderator does not ban a moderator or the owner. */
export const mayActOn = (role: Role | null, other: Role | null): boolean =>
	role === "owner" ? other !== "owner" : !atLeast(other, "moderator")

/** Which deed it is to give somebody another role. */
export const roleDeed = (from: Role, to: Role): Deed => {
	if (from === "owner" || to === "owner") return "change-role"
	if (to === "moderator") return "appoint-moderator"
	return from === "moderator" ? "dismiss-moderator" : "change-role"
}

/** Since when somebody holds a role. */
export type Office = { role: Role; since: Date }

/** An owner dismisses any moderator; a moderator only those who became one after them, as on Lemmy. */
export const mayDismiss = (by: Office | null, other: Office): boolean =>
	by?.role === "owner" || (by?.role === "moderator" && by.since < other.since)
