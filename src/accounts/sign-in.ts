import { deleteOldSessions, findLogin, insertSession } from "../../db/sessions.ts"
import { addressBlock } from "../client-address.ts"
import { newSecret } from "../ports.ts"
import { type Done, done, type Refused, refused } from "../result.ts"
import type { World } from "../world.ts"
import { passwordMatches } from "./password.ts"
import { hashOfToken, sessionSeconds } from "./session.ts"
import { Tries } from "./tries.ts"

/** `from` is the address of whoever tries. */
export type SignIn = { name: string; password: string; from: string }

/** Seconds to wait, when there were too many tries. */
export type SignInRefused = Refused & { wait?: number }

const limit = { most: 10, span: 10 * 60_000, names: 20_000 }
const triesOf = new WeakMap<World, { address: Tries; name: Tries }>()

/** Matches no password; checking one against it takes as long as against a real one, so that time betrays no names. */
const nobody = `$argon2id$v=19$m=19456,t=2,p=1$${"A".repeat(22)}$${"A".repeat(43)}`

const wrong = refused("forbidden", "That name and that password do not belong together.")

/**
 * Somebody signs in by handle or e-mail address and password; answers with the secret of a new session. An unknown name
 * and a wrong password get the same answer after the same work. Ten wrong tries within ten minutes, from one address
 * (IPv6: one /64) or for one name, close it for the rest of them; each process counts for itself.
 */
export const signIn = async (
	world: World,
	{ name, password, from }: SignIn,
): Promise<Done<string> | SignInRefused> => {
	const now = world.ports.now()
	const named = namesIn(name, world.origin.host)
	const tries = triesFor(world)
	const block = addressBlock(from)
	const wait = tries.address.take(block, now) || tries.name.take(named.counted, now)
	if (wait > 0) return tooMany(wait)
	const login = await findLogin(world.db, named)
	const matches = await passwordMatches(password, login?.passwordHash ?? nobody)
	if (!login || !matches) return wrong
	tries.address.giveBack(block)
	tries.name.giveBack(named.counted)
	const token = newSecret()
	await world.db.transaction(async (tx) => {
		await deleteOldSessions(tx, now)
		const expiresAt = new Date(now.getTime() + sessionSeconds * 1000)
		await insertSession(tx, {
			tokenHash: hashOfToken(token),
			actorId: login.actorId,
			createdAt: now,
			expiresAt,
		})
	})
	return done(token)
}

const tooMany = (wait: number): SignInRefused => {
	const minutes = Math.ceil(wait / 60_000)
	const words =
		minutes === 1
			? "There were too many tries. Please wait a minute and try again."
			: `There were too many tries. Please wait ${minutes} minutes and try again.`
	return { ...refused("too-early", words), wait: Math.ceil(wait / 1000) }
}

/** What was typed, as an e-mail address and as a handle; @ana, Ana and @ana@this.server are one name. */
const namesIn = (typed: string, host: string): { email: string; handle: string; counted: string } => {
	const email = typed.normalize("NFC").trim().slice(0, 300)
	const lower = email.toLowerCase()
	const plain = lower.replace(/^@/, "")
	const own = plain.endsWith(`@${host}`) ? plain.slice(0, -host.length - 1) : plain
	return { email, handle: own, counted: own }
}

const triesFor = (world: World): { address: Tries; name: Tries } => {
	const known = triesOf.get(world)
	if (known) return known
	const fresh = { address: new Tries(limit), name: new Tries(limit) }
	triesOf.set(world, fresh)
	return fresh
}
