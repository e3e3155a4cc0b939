/** Belonging is one relation with a role, each with all that the one before it may do. */
export type Role = "follower" | "member" | "moderator" | "owner"

/** From the least to the most. */
export const roles: readonly Role[] = ["follower", "member", "moderator", "owner"]

/** Whether a role, or none, reaches at least as far as another. */
export const atLeast = (role: Role | null, least: Role): boolean =>
	role !== null && roles.indexOf(role) >= roles.indexOf(least)

/** A ban holds until its end, or for good when it has none. */
export const banHolds = (ban: { until: Date | null } | null, now: Date): boolean =>
	ban !== null && (ban.until === null || ban.until > now)
