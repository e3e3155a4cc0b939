import { findAccountByEmail } from "../../../db/accounts.ts"
import { deletePassesOf, insertPass } from "../../../db/passes.ts"
import { limits } from "../../limits.ts"
import { postLetter } from "../../mail/post-letter.ts"
import { newSecret } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { emailProblem } from "../account.ts"
import { type Limited, limited } from "../limits.ts"
import { hashOfToken } from "../session.ts"

/**
 * Somebody asks for a link to sign in by, at an e-mail address. Whether an account has it is answered to nobody: the same is
 * kept either way, a letter or one to nobody, and too many letters to one address are left out without a word.
 * It is written in the language they chose; whoever chose none is written to in that of whoever asks.
 */
export const sendLink = async (
	world: World,
	{ email, from, language = null }: { email: string; from: string; language?: string | null },
): Promise<Result | Limited> => {
	if (!world.mail) return refused("forbidden", "This server sends no letters.")
	const wait = limited(world, ["letter from", from])
	if (wait) return wait
	const problem = emailProblem(email)
	if (problem) return refused("invalid", problem)
	const held = limited(world, ["letter to", email.toLowerCase()], ["letters", "all"])
	const holder = await findAccountByEmail(world.db, email)
	const token = newSecret()
	const expiresAt = new Date(world.ports.now().getTime() + limits.linkTime)
	const actorId = held ? null : (holder?.actor.id ?? null)
	const link = new URL(`/login/link/${token}`, world.origin).href
	// To the address as the account has it: what was typed may only look like it.
	const to = actorId ? (holder?.account.email ?? null) : null
	await world.db.transaction(async (tx) => {
		await deletePassesOf(tx, actorId ?? world.ports.newId(), "sign-in")
		await insertPass(tx, { hash: hashOfToken(token), kind: "sign-in", actorId, email, expiresAt })
		const told = { tells: "sign-in", link } as const
		const letter = to ? { to, language: holder?.account.language ?? language, told } : null
		await postLetter(world, tx, letter, { useful: limits.linkTime })
	})
	return done(undefined)
}
