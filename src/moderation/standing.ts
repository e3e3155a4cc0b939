import type { Transaction } from "../../db/connect.ts"
import { domainSeverity } from "../../db/groups.ts"
import { findBan, findMember } from "../../db/members.ts"
import type { Group } from "../groups/group.ts"
import { banHolds } from "../groups/member.ts"
import type { Actor } from "../people/actor.ts"
import type { Submission } from "./policy.ts"

/** Where somebody stands in a group at this moment, as its policy needs to know. */
export const standingOf = async (
	tx: Transaction,
	group: Group,
	person: Actor,
	now: Date,
): Promise<Submission["author"]> => {
	const member = await findMember(tx, group.id, person.id)
	const ban = await findBan(tx, group.id, person.id)
	const domain = person.local ? null : await domainSeverity(tx, person.host, group.id)
	return { role: member?.role ?? null, banned: banHolds(ban, now), local: person.local, domain }
}
