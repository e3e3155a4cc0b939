import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { lockSignUpRequest, type SignUpRequest, updateSignUpRequest } from "../../../db/sign-up-requests.ts"
import { postLetter } from "../../mail/post-letter.ts"
import type { Actor } from "../../people/actor.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { postConfirmation } from "../settings/change-email.ts"
import { beginSignUp, type MakeAccount } from "../sign-up.ts"

export type Answer = {
	id: string
	approve: boolean
	/** Told to whoever asked, when they are turned away. */
	reason: string
	/** Which operator; null at the command line. */
	by: string | null
}

const none = refused("not-found", "Nobody waits under that name.")

/**
 * Whoever runs the server gives an account to somebody who asked, or does not. They hear it by letter if they left an
 * address, and on the page they were shown when they asked.
 */
export const answerSignUp = async (world: World, answer: Answer): Promise<Result<{ handle: string }>> => {
	const asked = await world.db.transaction((tx) => lockSignUpRequest(tx, answer.id))
	if (!asked) return none
	const making = answer.approve ? await beginAccount(world, asked) : null
	if (making && !making.ok) return making
	const answered = await world.db.transaction((tx) => settle(world, tx, answer, making?.value ?? null))
	if (!answered.ok) return answered
	return done({ handle: asked.handle })
}

const beginAccount = (
	world: World,
	{ handle, name, passwordHash }: SignUpRequest,
): Promise<Result<MakeAccount>> =>
	beginSignUp(world, { name: handle, displayName: name, password: { hash: passwordHash ?? "" }, email: null })

const settle = async (
	world: World,
	tx: Transaction,
	answer: Answer,
	make: MakeAccount | null,
): Promise<Result<Actor | null>> => {
	const { id, approve, reason, by } = answer
	// Two who answer at once: the second finds nobody waiting.
	const asked = await lockSignUpRequest(tx, id)
	if (!asked) return none
	const made = make
		? await make(tx, { facts: { by: "request", invitedBy: null }, requestId: id })
		: done(null)
	if (!made.ok) return made
	const state = approve ? "approved" : "rejected"
	await updateSignUpRequest(tx, id, {
		state,
		reason: reason.trim().slice(0, 500),
		answeredAt: world.ports.now(),
	})
	await record(tx, world.ports, {
		type: "account-request-answered",
		actorId: by,
		personId: made.value?.id ?? null,
		reason,
		facts: { requestId: id, approved: approve },
	})
	await tell(world, tx, asked, answer, made.value)
	return made
}

const tell = async (
	world: World,
	tx: Transaction,
	{ email, handle, language }: SignUpRequest,
	{ approve, reason }: Answer,
	actor: Actor | null,
): Promise<void> => {
	if (!email || !world.mail) return
	const told = approve ? ({ tells: "approved", handle } as const) : ({ tells: "rejected", reason } as const)
	await postLetter(world, tx, { to: email, language, told })
	if (actor) await postConfirmation(world, tx, actor, email, language)
}
