import {
	emailIsTaken,
	findLocalActor,
	hasAccounts,
	insertAccount,
	insertLocalActor,
} from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { type Actor, handleProblem } from "../people/actor.ts"
import { newKeys } from "../people/keys.ts"
import { localActor } from "../people/local-actor.ts"
import { newSalt } from "../ports.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { emailProblem, passwordProblem } from "./account.ts"
import { hashPassword } from "./password.ts"

export type SignUp = { name: string; displayName?: string; password: string; email: string | null }

/** Makes an account: a person who can sign in here, and whom other servers can see. The first one runs the server. */
export const signUp = async (world: World, wish: SignUp): Promise<Result<Actor>> => {
	const making = await beginSignUp(world, wish)
	return making.ok ? world.db.transaction(making.value) : making
}

/** The slow part of signing up, before the transaction that the answer runs in. */
export const beginSignUp = async (
	world: World,
	wish: SignUp,
): Promise<Result<(tx: Transaction) => Promise<Result<Actor>>>> => {
	const handle = wish.name.trim().replace(/^@/, "").toLowerCase()
	const problem =
		handleProblem(handle) ?? passwordProblem(wish.password) ?? (wish.email ? emailProblem(wish.email) : null)
	if (problem) return refused("invalid", problem)
	const id = world.ports.newId()
	const [keys, passwordHash] = await Promise.all([
		newKeys(world.secretKey, id),
		hashPassword(wish.password, newSalt()),
	])
	const actor = localActor(world, { id, kind: "person", handle, name: wish.displayName?.trim() || handle })
	return done(async (tx) => {
		const taken = await nameTaken(tx, handle, wish.email)
		if (taken) return refused("taken", taken)
		const operator = !(await hasAccounts(tx))
		await insertLocalActor(tx, actor, keys)
		await insertAccount(tx, { actorId: id, email: wish.email, passwordHash, operator })
		await record(tx, world.ports, { type: "account-created", actorId: id })
		return done(actor)
	})
}

const nameTaken = async (tx: Transaction, handle: string, email: string | null): Promise<string | null> => {
	if (await findLocalActor(tx, handle)) return `The handle ${handle} is taken.`
	if (email && (await emailIsTaken(tx, email))) return "There is an account with that e-mail address."
	return null
}
