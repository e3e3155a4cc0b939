import { createHash } from "node:crypto"
import { isBlockedPerson } from "../../db/borders/standing.ts"
import { findPresent, type Present } from "../../db/sessions.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"

/** How long somebody stays signed in, in seconds: 30 days. */
export const sessionSeconds = limits.sessionTime / 1000

/** What is kept of the secret in somebody's browser: enough to know it again, not enough to use it. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("base64url")

/** Whether a text can be one of our secrets at all. */
export const looksLikeToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** Who holds a session's secret; null when it has ended, or never was. A guest is out as soon as their server is blocked. */
export const present = async ({ db, ports }: World, token: string): Promise<Present | null> => {
	const known = looksLikeToken(token) ? await findPresent(db, hashOfToken(token), ports.now()) : null
	if (!known || known.actor.local) return known
	return (await isBlockedPerson(db, known.actor, null)) ? null : known
}
