import { record } from "../../../db/events.ts"
import { countSignUpRequests, insertSignUpRequest } from "../../../db/sign-up-requests.ts"
import { limits } from "../../limits.ts"
import { newSalt, newSecret } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { emailProblem, noteProblem } from "../account.ts"
import { hashPassword } from "../password.ts"
import { hashOfToken } from "../session.ts"
import { handleTyped } from "../sign-up.ts"

export type Request = {
	name: string
	displayName: string
	password: string
	email: string
	note: string
	language?: string | null
}

/** Somebody asks the operator for an account; answers with the secret by which they come back and see what was said. */
export const requestAccount = async (world: World, request: Request): Promise<Result<string>> => {
	const { email, note } = request
	const problem = noteProblem(note) ?? (email ? emailProblem(email) : null)
	if (problem) return refused("invalid", problem)
	const full = refused("too-late", "Many people wait for an answer already. Please come back in some days.")
	if ((await countSignUpRequests(world.db)) >= limits.requestsWaiting) return full
	const handle = handleTyped(request.name)
	const passwordHash = await hashPassword(request.password, newSalt())
	const [id, token] = [world.ports.newId(), newSecret()]
	return world.db.transaction(async (tx) => {
		const kept = await insertSignUpRequest(tx, {
			id,
			tokenHash: hashOfToken(token),
			handle,
			name: request.displayName.trim().slice(0, 100) || handle,
			passwordHash,
			email: email || null,
			note: note.trim(),
			language: request.language ?? null,
			createdAt: world.ports.now(),
		})
		if (!kept) return refused("taken", `The handle ${handle} is taken.`)
		await record(tx, world.ports, { type: "account-requested", facts: { requestId: id } })
		return done(token)
	})
}
