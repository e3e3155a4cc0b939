import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { rememberGroup } from "../../db/groups.ts"
import { findFollowersNamed, followersHere } from "../../db/hosts.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"
import { answerFollow } from "./answer-follow.ts"

/**
 * Makes our side agree with a group of another server about who here follows it: who is not on its list follows no more,
 * who waited and is on it was accepted, and for whoever is on it without having asked we take it back (FEP-8fcf). Answers
 * with how many differed.
 */
export const mendFollows = async (
	world: World,
	tx: Transaction,
	{ groupId, listed }: { groupId: string; listed: string[] },
): Promise<number> => {
	const here = await followersHere(tx, groupId)
	const list = new Set(listed)
	// A Follow that waits may not have reached them yet.
	const differing = here.filter(({ uri, accepted }) => list.has(uri) !== accepted)
	for (const { id, accepted } of differing)
		await answerFollow(world, tx, { groupId, personId: id, accepted: !accepted })
	const known = new Set(here.map(({ uri }) => uri))
	const others = listed.filter((uri) => !known.has(uri)).slice(0, limits.followersMended)
	const unasked = await findFollowersNamed(tx, others, limits.followsAsked)
	for (const person of unasked) {
		await rememberGroup(tx, groupId)
		await record(tx, world.ports, {
			type: "follow-ended",
			groupId,
			personId: person.id,
			facts: { followUri: null },
		})
	}
	return differing.length + unasked.length
}
