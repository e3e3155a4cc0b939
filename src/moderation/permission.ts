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
	| "set-filter"
	| "set-domain"
	| "resolve-report"
	| "change-role"
	| "update-group"

const least: Record<Deed, Role> = {
	"see-desk": "moderator",
	"approve-post": "moderator",
	"remove-post": "moderator",
	"restore-post": "moderator",
	"lock-thread": "moderator",
	"pin-post": "moderator",
	"admit-member": "moderator",
	"ban-member": "moderator",
	"set-filter": "moderator",
	"set-domain": "moderator",
	"resolve-report": "moderator",
	"change-role": "owner",
	"update-group": "owner",
}

export const may = (role: Role | null, deed: Deed): boolean => atLeast(role, least[deed])

/** Nobody acts on somebody of their own standing or above: a moderator does not ban a moderator or the owner. */
export const mayActOn = (role: Role | null, other: Role | null): boolean =>
	role === "owner" ? other !== "owner" : !atLeast(other, "moderator")
