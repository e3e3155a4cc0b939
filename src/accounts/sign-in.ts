import { findLogin } from "../../db/sessions.ts"
import { type Done, done, refused } from "../result.ts"
import type { World } from "../world.ts"
import { type Limited, limited, notLimited, signInTried } from "./limits.ts"
import { passwordMatches } from "./password.ts"
import { beginSession } from "./signing-in/begin-session.ts"

/** `from` is the address of whoever tries, `device` their kind of browser. */
export type SignIn = { name: string; password: string; from: string; device?: string }

/** Matches no password; checking one against it takes as long as against a real one, so that time betrays no names. */
const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`

/** Said only to those who know the password: whether somebody has an account here is nobody else's business. */
const switchedOff = refused(
	"forbidden",
	"This account is switched off. Ask whoever runs this server; what you wrote is still there.",
)
const wrong = refused("forbidden", "That name and that password do not belong together.")

/**
 * Somebody signs in by handle or e-mail address and password; answers with the secret of a new session. An unknown name
 * and a wrong password get the same answer after the same work.
 */
export const signIn = async (
	world: World,
	{ name, password, from, device = "" }: SignIn,
): Promise<Done<string> | Limited> => {
	const named = nameTyped(name, world.origin.host)
	const tried = signInTried(from, named.handle)
	const wait = limited(world, ...tried)
	if (wait) return wait
	const login = await findLogin(world.db, named)
	const matches = await passwordMatches(password.slice(0, 1000), login?.passwordHash ?? nobody)
	if (!login?.passwordHash || !matches) return wrong
	if (login.disabledAt) return switchedOff
	const { actorId, passwordHash } = login
	const begun = await world.db.transaction((tx) => beginSession(world, tx, { actorId, device, passwordHash }))
	if (!begun.ok) return wrong
	notLimited(world, ...tried)
	return done(begun.value)
}

/** What was typed, as an e-mail address and as a handle; @ana, Ana and @ana@this.server are one name. */
export const nameTyped = (typed: string, host: string): { email: string; handle: string } => {
	const email = typed.normalize("NFC").trim().slice(0, 300)
	const lower = email.toLowerCase()
	const plain = lower.replace(/^@/, "")
	const own = plain.endsWith(`@${host}`) ? plain.slice(0, -host.length - 1) : plain
	return { email, handle: own }
}
