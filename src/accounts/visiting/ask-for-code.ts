import { deleteCodeVisits, insertVisit } from "../../../db/visits.ts"
import { limits } from "../../limits.ts"
import { done, type Result } from "../../result.ts"
import type { World } from "../../world.ts"
import { type Limited, limited } from "../limits.ts"
import { hashOfToken } from "../session.ts"
import { codeOf } from "./visit-secrets.ts"

export type AskForCode = {
	name: string
	host: string
	browserHash: string
	next: string
	/** The address of whoever asks. */
	from: string
}

/** What is kept of a code: it is short, so it is bound to the one visit. */
export const hashOfVisitCode = (visitId: string, code: string): string => hashOfToken(`${visitId} ${code}`)

/**
 * Somebody asks for a code that proves who they are on another server. Whether there is such a person is answered to
 * nobody: the same is kept either way, and one code too many to a person or a server is left out without a word. Answers
 * with the visit that a code may be sent for; null when none may.
 */
export const askForCode = async (
	world: World,
	{ name, host, browserHash, next, from }: AskForCode,
): Promise<Result<{ visitId: string | null }> | Limited> => {
	const wait = limited(world, ["code from", from])
	if (wait) return wait
	const person = `${name}@${host}`.toLowerCase()
	const held = limited(world, ["code to", person], ["codes at", host], ["codes", "all"])
	const id = world.ports.newId()
	const expiresAt = new Date(world.ports.now().getTime() + limits.visitBegun)
	const secretHash = hashOfVisitCode(id, codeOf(world.secretKey, id))
	await world.db.transaction(async (tx) => {
		await deleteCodeVisits(tx, browserHash)
		const visit = { id, kind: "code" as const, browserHash, secretHash, next, expiresAt }
		await insertVisit(tx, { ...visit, triesLeft: limits.visitTries })
	})
	return done({ visitId: held ? null : id })
}
