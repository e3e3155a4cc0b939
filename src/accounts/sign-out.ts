import { deleteSession } from "../../db/sessions.ts"
import { done, type Result } from "../result.ts"
import type { World } from "../world.ts"
import { hashOfToken } from "./session.ts"

/** Ends a session: its secret opens nothing any more, whoever kept it. */
export const signOut = async (world: World, token: string): Promise<Result> => {
	await world.db.transaction((tx) => deleteSession(tx, hashOfToken(token)))
	return done(undefined)
}
