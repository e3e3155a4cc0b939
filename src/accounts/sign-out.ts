import { movePushes } from "../../db/pushes.ts"
import { deleteSession } from "../../db/sessions.ts"
import { done, type Result } from "../result.ts"
import type { World } from "../world.ts"
import { hashOfToken } from "./session.ts"

/**
 * Ends a session: its secret opens nothing any more, whoever kept it, and its browser is told of news no more; unless the
 * same person has just begun another there, whose secret is `next`.
 */
export const signOut = async (world: World, token: string, next?: string): Promise<Result> => {
	await world.db.transaction(async (tx) => {
		if (next) await movePushes(tx, hashOfToken(token), hashOfToken(next))
		await deleteSession(tx, hashOfToken(token))
	})
	return done(undefined)
}
