import { emailIsTaken } from "../../db/accounts.ts"
import { findLocalActor, hasAccounts, insertAccount, insertLocalActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findWaitingFor } from "../../db/sign-up-requests.ts"
import type { Event } from "../events.ts"
import { type Actor, handleProblem } from "../people/actor.ts"
import { newKeys } from "../people/keys.ts"
import { localActor } from "../people/local-actor.ts"
import { newSalt } from "../ports.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { emailProblem, passwordProblem } from "./account.ts"
import { hashPassword } from "./password.ts"

export type SignUp = {
	name: string
	displayName?: string
	/** As it was typed, or what was made of it before. */
	password: string | { hash: string }
	email: string | null
}

/** What is only known in the transaction: by whose leave it is made. */
type Leave = { facts: (Event & { type: "account-created" })["facts"]; requestId?: string }
export type MakeAccount = (tx: Transaction, leave?: Leave) => Promise<Result<Actor>>

/** Makes an account: a person who can sign in here, and whom other servers can see. The first one runs the server. */
export const signUp = async (world: World, wish: SignUp): Promise<Result<Actor>> => {
	const making = await beginSignUp(world, wish)
	return making.ok ? world.db.transaction((tx) => making.value(tx)) : making
}

/** A handle as somebody typed it. */
export const handleTyped = (name: string): string => name.trim().replace(/^@/, "").toLowerCase()

/** The slow part of signing up, before the transaction that the answer runs in. */
export const beginSignUp = async (world: World, wish: SignUp): Promise<Result<MakeAccount>> => {
	const handle = handleTyped(wish.name)
	const { password, email } = wish
	const problem =
		handleProblem(handle) ??
		(typeof password === "string" ? passwordProblem(password) : null) ??
		(email ? emailProblem(email) : null)
	if (problem) return refused("invalid", problem)
	const id = world.ports.newId()
	const [keys, passwordHash] = await Promise.all([
		newKeys(world.secretKey, id),
		typeof password === "string" ? hashPassword(password, newSalt()) : password.hash,
	])
	const name = wish.displayName?.trim().slice(0, 100) || handle
	const actor = localActor(world, { id, kind: "person", handle, name })
	return done(async (tx, leave = { facts: { by: "operator", invitedBy: null } }) => {
		const taken = (await nameTaken(tx, handle, leave.requestId)) ?? (await addressTaken(tx, email))
		if (taken) return refused("taken", taken)
		const operator = !(await hasAccounts(tx))
		const { invitedBy } = leave.facts
		await insertLocalActor(tx, actor, keys)
		await insertAccount(tx, { actorId: id, email, passwordHash, operator, invitedBy })
		await record(tx, world.ports, { type: "account-created", actorId: id, facts: leave.facts })
		return done(actor)
	})
}

/** Why a name cannot be had, if it cannot; one that somebody waits for is kept for them. */
export const nameTaken = async (
	tx: Transaction | World["db"],
	handle: string,
	requestId?: string,
): Promise<string | null> => {
	const waiting = await findWaitingFor(tx, handle)
	const taken = (await findLocalActor(tx, handle)) || (waiting && waiting.id !== requestId)
	return taken ? `The handle ${handle} is taken.` : null
}

const addressTaken = async (tx: Transaction, email: string | null): Promise<string | null> =>
	email && (await emailIsTaken(tx, email)) ? "There is an account with that e-mail address." : null
