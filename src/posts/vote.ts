import { findActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { choicesOf, countVotes, insertVotes, lockPoll, maySee, setPoll } from "../../db/polls.ts"
import type { Actor } from "../people/actor.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { groupsOpenTo } from "./groups-open-to.ts"
import { countedChoices, isClosed, optionNamed, tallyDue, withTally } from "./poll.ts"
import type { Post } from "./post.ts"

/** Somebody's choice in a poll, in the words of its options. */
export type Vote = { person: Actor; post: Pick<Post, "id" | "authorId">; options: string[] }

/**
 * Counts a choice in a poll of this server: once per person, or once per option where several may be chosen. Votes stay
 * between the voter and the poll: nothing is shown or passed on but the tally, which is counted from them anew.
 */
export const vote = async (
	world: World,
	tx: Transaction,
	{ person, post, options }: Vote,
): Promise<Result> => {
	const poll = await lockPoll(tx, post.id)
	if (!poll || !(await maySee(tx, { actorId: person.id }, post.id)))
		return refused("not-found", "There is no such poll here.")
	if (!(await findActor(tx, post.authorId))?.local)
		return refused("forbidden", "That poll is asked on another server; it counts the votes there.")
	const [group] = await groupsOpenTo(world, tx, post.id, person)
	if (!group) return refused("forbidden", "It is in no group that takes anything from them.")
	const now = world.ports.now()
	if (isClosed(poll, now)) return refused("too-late", "The poll is closed.")
	const chosen = options.map((text) => optionNamed(poll, text)).filter((option) => option !== null)
	if (chosen.length === 0 || chosen.length < options.length)
		return refused("invalid", "That is not among the options.")
	if (!poll.multiple && chosen.length > 1) return refused("invalid", "Only one option may be chosen.")
	const counted = countedChoices(poll, await choicesOf(tx, post.id, person.id), chosen)
	if (counted.length === 0) return refused("too-late", "They voted already.")
	await insertVotes(tx, post.id, person.id, counted, now)
	const { votes, voters } = await countVotes(tx, post.id)
	const tallied = withTally(poll, votes, voters)
	const change = { options: tallied.options, voters, tallyDueAt: tallyDue(poll.tallyDueAt, now) }
	await setPoll(tx, post.id, change)
	await record(tx, world.ports, {
		type: "poll-voted",
		groupId: group.id,
		postId: post.id,
		personId: person.id,
	})
	return done(undefined)
}
