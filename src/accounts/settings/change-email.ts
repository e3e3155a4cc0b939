import {
	emailIsTaken,
	findAccount,
	findAccountByEmail,
	lockAccount,
	updateAccount,
} from "../../../db/accounts.ts"
import { findActor } from "../../../db/actors.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { deletePass, deletePassesOf, findPass, insertPass } from "../../../db/passes.ts"
import { limits } from "../../limits.ts"
import { postLetter } from "../../mail/post-letter.ts"
import type { Actor } from "../../people/actor.ts"
import { newSecret } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { emailProblem } from "../account.ts"
import { limited } from "../limits.ts"
import { hashOfToken, looksLikeToken } from "../session.ts"

const old = refused("gone", "This link has been used, or is too old.")

/**
 * Somebody names an e-mail address as theirs: a letter goes there, and it counts when the link in it is opened. Whether the
 * address is known already, only its owner learns, from the letter. Too many letters to one address are not sent, silently.
 */
export const askToConfirm = async (
	world: World,
	actor: Actor,
	email: string,
	language: string | null = null,
): Promise<Result> => {
	if (!world.mail) return refused("forbidden", "This server sends no letters.")
	const problem = emailProblem(email)
	if (problem) return refused("invalid", problem)
	await world.db.transaction((tx) => postConfirmation(world, tx, actor, email, language))
	return done(undefined)
}

/** The same, as part of something else that happens; `language` is for whoever chose none. The address must be one. */
export const postConfirmation = async (
	world: World,
	tx: Transaction,
	actor: Actor,
	email: string,
	language: string | null = null,
): Promise<void> => {
	const token = newSecret()
	const known = await emailIsTaken(tx, email)
	const reader = known ? (await findAccountByEmail(tx, email))?.account : await findAccount(tx, actor.id)
	await deletePassesOf(tx, actor.id, "email")
	const expiresAt = new Date(world.ports.now().getTime() + limits.emailTime)
	const pass = { hash: hashOfToken(token), kind: "email", actorId: actor.id, email, expiresAt } as const
	if (!known) await insertPass(tx, pass)
	if (limited(world, ["letter to", email.toLowerCase()], ["letters", "all"])) return
	const link = new URL(`/settings/email/${token}`, world.origin).href
	const told = known
		? ({ tells: "known" } as const)
		: ({ tells: "confirm", handle: actor.handle, link } as const)
	const letter = { to: email, language: reader?.language ?? language, told }
	await postLetter(world, tx, letter, { useful: limits.emailTime })
}

/** The address a link was sent to for somebody, as long as it holds. */
export const addressToConfirm = async (
	{ db, ports }: World,
	token: string,
	actorId: string,
): Promise<string | null> => {
	const pass = looksLikeToken(token) ? await findPass(db, hashOfToken(token), ports.now()) : null
	return pass?.kind === "email" && pass.actorId === actorId ? pass.email : null
}

/** The link in the letter was opened: letters go to the new address from now on, and the old one is told so. */
export const changeEmail = async (world: World, token: string, actorId: string): Promise<Result> => {
	if (!(await addressToConfirm(world, token, actorId))) return old
	return world.db.transaction(async (tx): Promise<Result> => {
		const pass = await deletePass(tx, hashOfToken(token), ["email"], world.ports.now())
		const account = pass?.actorId ? await lockAccount(tx, pass.actorId) : null
		if (!pass?.email || !account || account.disabledAt) return old
		const own = account.email?.toLowerCase() === pass.email.toLowerCase()
		if (!own && (await emailIsTaken(tx, pass.email))) return old
		await keepEmail(world, tx, account.actorId, pass.email)
		if (!own && account.email)
			await tellOldAddress(world, tx, actorId, { to: account.email, language: account.language })
		return done(undefined)
	})
}

/** Letters go nowhere any more, and no link to sign in by. */
export const removeEmail = async (world: World, actorId: string): Promise<Result> => {
	const account = await findAccount(world.db, actorId)
	if (!account?.email) return refused("not-found", "There is no address to take away.")
	await world.db.transaction((tx) => keepEmail(world, tx, actorId, null))
	return done(undefined)
}

// Links that were sent to the old address open nothing any more; whoever is signed in stays so.
const keepEmail = async (world: World, tx: Transaction, actorId: string, email: string | null) => {
	await updateAccount(tx, actorId, { email })
	for (const kind of ["sign-in", "email"] as const) await deletePassesOf(tx, actorId, kind)
	await record(tx, world.ports, { type: "account-changed", actorId, facts: { changed: ["email"] } })
}

const tellOldAddress = async (
	world: World,
	tx: Transaction,
	actorId: string,
	to: { to: string; language: string | null },
) => {
	const actor = await findActor(tx, actorId)
	if (actor) await postLetter(world, tx, { ...to, told: { tells: "moved", handle: actor.handle } })
}
