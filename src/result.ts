/** What a command answers: it was done, or it was refused for a reason a person can read. */
export type Result<T = void> = Done<T> | Refused

export type Done<T> = { ok: true; value: T }
export type Refused = { ok: false; code: RefusalCode; reason: string }

/** Why something was refused, for machines; the reason says it to people. */
export type RefusalCode = "invalid" | "not-found" | "taken" | "forbidden" | "gone" | "too-early" | "too-late"

export const done = <T>(value: T): Done<T> => ({ ok: true, value })
export const refused = (code: RefusalCode, reason: string): Refused => ({ ok: false, code, reason })
