import { hasAccounts } from "../../../db/actors.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { findGroup } from "../../../db/groups.ts"
import { findInvite, type Invite, takeInvite } from "../../../db/invites.ts"
import { upsertMember } from "../../../db/members.ts"
import { findServer } from "../../../db/server.ts"
import { hasMoved } from "../../groups/group.ts"
import { joinGroup } from "../../groups/join-group.ts"
import { mayDo } from "../../moderation/by.ts"
import { type Actor, handleProblem } from "../../people/actor.ts"
import { done, type Refused, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { passwordProblem } from "../account.ts"
import { type Limited, limited } from "../limits.ts"
import { hashOfToken } from "../session.ts"
import { askToConfirm } from "../settings/change-email.ts"
import { beginSignUp, handleTyped, nameTaken } from "../sign-up.ts"
import { beginSession } from "../signing-in/begin-session.ts"
import { requestAccount } from "./request-account.ts"

export type Registration = {
	name: string
	displayName: string
	password: string
	/** Asked about by letter before it counts; empty when none was given. */
	email: string
	/** The secret of an invitation, or empty. */
	invite: string
	/** What they tell the operator, where accounts are asked for. */
	note: string
	agreed: boolean
	/** That they read in; letters are written in it until they choose one. */
	language?: string | null
	from: string
	device: string
}

/** An account and a session in it, or a request and the secret by which its answer is found. */
export type Registered = { state: "made"; actor: Actor; token: string } | { state: "waiting"; token: string }

/**
 * Somebody comes to the door: an invitation opens it unless it is closed for all; without one it depends on how the
 * server takes people. The first account is made by whoever runs the server, never here.
 */
export const register = async (world: World, wish: Registration): Promise<Result<Registered> | Limited> => {
	const wait = limited(world, ["sign-up from", wish.from], ["sign-ups", "all"])
	if (wait) return wait
	const how = await wayIn(world, wish.invite)
	if (!how.ok) return how
	const problem = await problemOf(world, wish)
	if (problem) return problem
	if (how.value === "request") {
		const asked = await requestAccount(world, wish)
		return asked.ok ? done({ state: "waiting", token: asked.value }) : asked
	}
	const making = await beginSignUp(world, { ...wish, email: null })
	if (!making.ok) return making
	const made = await world.db
		.transaction(async (tx): Promise<Result<Registered>> => {
			const invite =
				how.value === "invite" ? await takeInvite(tx, hashOfToken(wish.invite), world.ports.now()) : null
			if (how.value === "invite" && !invite) return noInvite
			const facts = { by: how.value, invitedBy: invite?.invitedBy ?? null } as const
			const account = await making.value(tx, { facts })
			// The use that was taken is given back with the rest.
			if (!account.ok) throw new Undone(account)
			if (invite?.groupId) await bringIn(world, tx, invite, account.value)
			const session = await beginSession(world, tx, { actorId: account.value.id, device: wish.device })
			if (!session.ok) throw new Undone(session)
			return done({ state: "made", actor: account.value, token: session.value })
		})
		.catch(orRefused)
	if (!made.ok) return made
	world.wake()
	if (wish.email && made.value.state === "made")
		await askToConfirm(world, made.value.actor, wish.email, wish.language)
	return made
}

const noInvite = refused("gone", "This invitation has been used, taken back, or is too old.")

/** By which door somebody comes, if one is open to them. */
export const wayIn = async (
	{ db, ports }: World,
	invite: string,
): Promise<Result<"invite" | "request" | "open">> => {
	const [server, settled] = [await findServer(db), await hasAccounts(db)]
	if (!server || !settled || server.registrations === "closed")
		return refused("forbidden", "This server takes nobody new just now.")
	if (invite) return (await findInvite(db, hashOfToken(invite), ports.now())) ? done("invite") : noInvite
	return server.registrations === "invite"
		? refused("forbidden", "New people come by invitation here. Ask somebody who has an account for one.")
		: done(server.registrations)
}

const problemOf = async ({ db }: World, wish: Registration): Promise<Refused | null> => {
	const handle = handleTyped(wish.name)
	const problem = handleProblem(handle) ?? passwordProblem(wish.password)
	if (problem) return refused("invalid", problem)
	if ((await findServer(db))?.rules && !wish.agreed)
		return refused("invalid", "Please read the rules, and say that you keep to them.")
	const taken = await nameTaken(db, handle)
	return taken ? refused("taken", taken) : null
}

/** Into the group straight away, as long as whoever invited may still say so; otherwise as anybody who comes by. */
const bringIn = async (world: World, tx: Transaction, invite: Invite, person: Actor): Promise<void> => {
	const group = await findGroup(tx, invite.groupId!)
	if (!group?.local || group.goneAt || hasMoved(group)) return
	const by = invite.invitedBy ? { actorId: invite.invitedBy } : ("operator" as const)
	if (!(await mayDo(tx, by, group.id, "admit-member")).ok) {
		if (group.visibility === "public") await joinGroup(world, tx, { group, person, followUri: null })
		return
	}
	const member = {
		groupId: group.id,
		actorId: person.id,
		role: "member",
		joinedAt: world.ports.now(),
	} as const
	await upsertMember(tx, member)
	await record(tx, world.ports, {
		type: "member-joined",
		groupId: group.id,
		personId: person.id,
		facts: { role: "member", followUri: null },
	})
}

class Undone extends Error {
	readonly refused: Refused
	constructor(refused: Refused) {
		super(refused.reason)
		this.refused = refused
	}
}

const orRefused = (error: unknown): Refused => {
	if (error instanceof Undone) return error.refused
	throw error
}
