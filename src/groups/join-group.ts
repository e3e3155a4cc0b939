import { hostStanding, personStanding } from "../../db/borders/standing.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findBan, lockMember, openCursor, upsertMember } from "../../db/members.ts"
import { takeAdmission } from "../../db/moves.ts"
import { type Actor, deliveryInbox } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { hasPlace } from "./admit-next.ts"
import { type Group, hasMoved, roleOnFollow } from "./group.ts"
import { atLeast, banHolds, type Role } from "./member.ts"

/** `asked`: in what words, so that the answer is given in the same. */
export type Join = { group: Group; person: Actor; followUri: string | null; asked?: "Follow" | "Join" }

/**
 * Somebody follows a group. A repeated Follow is answered again, under its new id: their server may have lost what it
 * knew (Mastodon, follow.rb). Must run inside the caller's transaction, so that hearing and joining are one.
 */
export const joinGroup = async (world: World, tx: Transaction, join: Join): Promise<Result<Role>> => {
	const { group, person, followUri, asked = "Follow" } = join
	const now = world.ports.now()
	const member = await lockMember(tx, group.id, person.id)
	const reason = await whyNot(tx, join, now)
	if (reason) {
		await record(tx, world.ports, {
			type: "join-refused",
			groupId: group.id,
			personId: person.id,
			reason,
			facts: { followUri, asked },
		})
		return refused("forbidden", reason)
	}
	const admitted = await takeAdmission(tx, group.id, person.id)
	// A group that follows is there to listen: it is no member, and waits for nothing (FEP-d36d).
	const listens = person.kind === "group"
	const open = roleOnFollow(group.joining)
	// Whoever comes when all places are taken stands in line; those who have one keep it.
	const full =
		open === "member" && !admitted && !atLeast(member?.role ?? null, open) && !(await hasPlace(tx, group.id))
	const offered = listens || full ? "follower" : admitted ? "member" : open
	const role = member && atLeast(member.role, offered) ? member.role : offered
	const requestedAt = listens || atLeast(role, "member") ? null : (member?.requestedAt ?? now)
	await upsertMember(tx, {
		groupId: group.id,
		actorId: person.id,
		role,
		followUri,
		requestedAt,
		joinedAt: now,
	})
	if (!person.local) await openCursor(tx, group.id, deliveryInbox(person), person.host)
	await record(tx, world.ports, {
		type: "member-joined",
		groupId: group.id,
		personId: person.id,
		facts: { role, followUri, asked },
	})
	return done(role)
}

const whyNot = async (tx: Transaction, { group, person }: Join, now: Date): Promise<string | null> => {
	if (group.goneAt) return "The group has closed."
	const moved = hasMoved(group)
	if (moved) return moved.reason
	if (group.visibility === "private") return "This group is joined by invitation."
	if ((await hostStanding(tx, person.host, group.id)).severity === "block")
		return "The server is blocked here."
	if ((await personStanding(tx, person, group.id)).severity === "block") return "The person is blocked here."
	if (banHolds(await findBan(tx, group.id, person.id), now)) return "The person is banned from this group."
	return null
}
