import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { deleteMemberName, findMemberName, upsertMemberName } from "../../db/member-names.ts"
import { listMembers, lockMember } from "../../db/members.ts"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

type Naming = { groupId: string; person: Actor; name: string; pronouns: string }

/**
 * Somebody is called by another name in one group, and says how to speak of them there; nowhere else is either shown. With
 * nothing said they go by their own name again.
 */
export const nameYourself = async (
	world: World,
	tx: Transaction,
	{ groupId, person, ...said }: Naming,
): Promise<Result> => {
	const [name, pronouns] = [oneLine(said.name), oneLine(said.pronouns)]
	if (name.length > limits.memberName)
		return refused("invalid", "A name in a group has at most 60 characters.")
	if (pronouns.length > limits.memberPronouns)
		return refused("invalid", "Pronouns have at most 40 characters.")
	if (!(await lockMember(tx, groupId, person.id)))
		return refused("not-found", "They do not follow this group.")
	const keepers = await listMembers(tx, groupId, ["moderator", "owner"])
	if (name && keepers.some(({ actor }) => actor.id !== person.id && isSame(actor.name, name)))
		return refused("taken", "Somebody who looks after the group is called that.")
	const { icon } = (await findMemberName(tx, groupId, person.id)) ?? {}
	if (name || pronouns || icon) await upsertMemberName(tx, { groupId, actorId: person.id, name, pronouns })
	else await deleteMemberName(tx, groupId, person.id)
	await record(tx, world.ports, { type: "member-named", groupId, personId: person.id })
	return done(undefined)
}

// Marks that turn the direction of what follows would reach beyond the name.
const oneLine = (text: string): string =>
	text
		.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ")
		.replace(/\s+/g, " ")
		.trim()

const isSame = (one: string, other: string): boolean =>
	one.normalize("NFKC").trim().toLowerCase() === other.normalize("NFKC").toLowerCase()
