import { createHash } from "node:crypto"
import { hasAccounts } from "../db/actors.ts"
import { record } from "../db/events.ts"
import { findServer, takeSetupToken, updateServer } from "../db/server.ts"
import { beginSignUp } from "./accounts/sign-up.ts"
import { beginGroup } from "./groups/create-group.ts"
import type { Group } from "./groups/group.ts"
import { limits } from "./limits.ts"
import { newSecret } from "./ports.ts"
import { done, type Refused, type Result, refused } from "./result.ts"
import type { World } from "./world.ts"

const closed = refused("gone", "This setup link has been used or is too old.")

export type SetUp = {
	token: string
	serverName: string
	name: string
	password: string
	groupHandle: string
	groupName: string
}

/** A new link's secret, good for one use within half an hour; null when the server is set up already. */
export const newSetupToken = async ({ db, ports }: World): Promise<string | null> => {
	const token = newSecret()
	return db.transaction(async (tx) => {
		if (await hasAccounts(tx)) return null
		const setupTokenUntil = new Date(ports.now().getTime() + limits.setupTime)
		await updateServer(tx, { setupTokenHash: hashOf(token), setupTokenUntil })
		return token
	})
}

/** Whether a setup link still opens. */
export const setupTokenHolds = async ({ db, ports }: World, token: string): Promise<boolean> => {
	const server = await findServer(db)
	if (server?.setupTokenHash !== hashOf(token) || (server.setupTokenUntil ?? new Date(0)) <= ports.now())
		return false
	return !(await hasAccounts(db))
}

/** Names the server, makes its owner's account and the first group: all of it, or nothing. */
export const setUp = async (world: World, wish: SetUp): Promise<Result<Group>> => {
	if (!(await setupTokenHolds(world, wish.token))) return closed
	const account = await beginSignUp(world, { name: wish.name, password: wish.password, email: null })
	if (!account.ok) return account
	const group = await beginGroup(world, { handle: wish.groupHandle, name: wish.groupName })
	if (!group.ok) return group
	try {
		return await world.db.transaction(async (tx) => {
			if (!(await takeSetupToken(tx, hashOf(wish.token)))) return closed
			const owner = orUndo(await account.value(tx))
			const made = orUndo(await group.value(tx, owner.id))
			await updateServer(tx, { name: wish.serverName.trim() })
			await record(tx, world.ports, { type: "server-set-up" })
			return done(made)
		})
	} catch (error) {
		if (error instanceof Undone) return error.refused
		throw error
	}
}

class Undone extends Error {
	readonly refused: Refused
	constructor(refused: Refused) {
		super(refused.reason)
		this.refused = refused
	}
}

const orUndo = <T>(result: Result<T>): T => {
	if (!result.ok) throw new Undone(result)
	return result.value
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url")
