import { findAccount } from "../../../db/accounts.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { deleteInvite, insertInvite, invitedOver, listInvites } from "../../../db/invites.ts"
import { findServer } from "../../../db/server.ts"
import { day } from "../../limits/limit.ts"
import { limits } from "../../limits.ts"
import { actorOf, type By, mayDo } from "../../moderation/by.ts"
import { newSecret } from "../../ports.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { mayInvite } from "../account.ts"
import { hashOfToken } from "../session.ts"

/** Of one person's invitations, and of the uses and the days of one. */
const most = {
	invites: limits.invites,
	uses: limits.inviteUses,
	days: limits.inviteTime / day,
}

export type InviteWish = {
	by: By
	/** The group that whoever comes is a member of at once, if its moderators say so. */
	groupId: string | null
	uses: number
	days: number
	/** For whoever made it: whom it is for. */
	note: string
}

/** Makes a link by which somebody may have an account here. Its secret is answered once and kept nowhere. */
export const createInvite = async (
	world: World,
	tx: Transaction,
	{ by, groupId, uses, days, note }: InviteWish,
): Promise<Result<{ id: string; token: string; expiresAt: Date }>> => {
	const now = world.ports.now()
	const invitedBy = actorOf(by)
	const allowed = await mayCreate(tx, by, groupId, now)
	if (!allowed.ok) return allowed
	if (!Number.isInteger(uses) || uses < 1 || uses > most.uses)
		return refused("invalid", `An invitation is for one person, or for up to ${most.uses}.`)
	if (!Number.isInteger(days) || days < 1 || days > most.days)
		return refused("invalid", `An invitation holds for one day, or for up to ${most.days}.`)
	const token = newSecret()
	const id = world.ports.newId()
	const expiresAt = new Date(now.getTime() + days * day)
	const row = { id, tokenHash: hashOfToken(token), invitedBy, groupId, note: note.trim().slice(0, 200) }
	await insertInvite(tx, { ...row, usesLeft: uses, createdAt: now, expiresAt })
	await record(tx, world.ports, {
		type: "invite-created",
		actorId: invitedBy,
		groupId,
		facts: { inviteId: id },
	})
	return done({ id, token, expiresAt })
}

const mayCreate = async (tx: Transaction, by: By, groupId: string | null, now: Date): Promise<Result> => {
	const server = await findServer(tx)
	if (server?.registrations === "closed")
		return refused("forbidden", "This server takes nobody new just now.")
	if (by === "operator") return done(undefined)
	const account = await findAccount(tx, by.actorId)
	if (!server || !account || !mayInvite(server, account))
		return refused("forbidden", "Only whoever runs this server invites people.")
	if (!account.operator && (await invitedOver(tx, by.actorId, limits.inviteDepth)) >= limits.inviteDepth)
		return refused("forbidden", "You came here over many hands. Ask whoever runs this server to invite them.")
	if ((await listInvites(tx, by.actorId, now)).length >= most.invites)
		return refused("forbidden", "You have many invitations open already. Take one back first.")
	return groupId ? mayDo(tx, by, groupId, "admit-member") : done(undefined)
}

/** An invitation lets nobody in any more: one's own, or for the operator any. Who came by it stays. */
export const revokeInvite = async (
	world: World,
	tx: Transaction,
	{ by, id }: { by: By; id: string },
): Promise<Result> => {
	const invitedBy = actorOf(by)
	if (!(await deleteInvite(tx, id, invitedBy))) return refused("not-found", "There is no such invitation.")
	await record(tx, world.ports, {
		type: "invite-revoked",
		actorId: invitedBy,
		groupId: null,
		facts: { inviteId: id },
	})
	return done(undefined)
}
