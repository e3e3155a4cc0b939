import { createHash } from "node:crypto"
import { findSignedIn } from "../../db/sessions.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"

/** How long somebody stays signed in, in seconds: 30 days. */
export const sessionSeconds = 30 * 86_400

/** What is kept of the secret in somebody's browser: enough to know it again, not enough to use it. */
export const hashOfToken = (token: string): string => createHash("sha256").update(token).digest("base64url")

/** Who holds a session's secret; null when it has ended, or never was. */
export const signedIn = async ({ db, ports }: World, token: string): Promise<Actor | null> =>
	/^[\w-]{43}$/.test(token) ? findSignedIn(db, hashOfToken(token), ports.now()) : null
