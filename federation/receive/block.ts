import { banMember, type PersonDeed } from "../../src/moderation/ban-member.ts"
import { takeOutPosts } from "../../src/moderation/take-out-posts.ts"
import type { Actor } from "../../src/people/actor.ts"
import { type Heard, type Hearing, type Listening, TooEarly } from "../inbox.ts"
import { dateOf, idOf } from "../translate/reading.ts"
import { receiveLeave } from "./leave.ts"
import { deedOf, groupHere, isUndone, moderates, outcomeOf } from "./moderating.ts"

/** Somebody blocks a group and wants nothing of it any more; or, as its moderator, blocks somebody from it. */
export const receiveBlock = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const { target } = heard.json
	return target === undefined || target === null ? receiveLeave(listening, heard) : ban(listening, heard)
}

/**
 * Lemmy says until when in `endTime`, Mbin in `expires`; an end that is no date bans nobody for good. A ban that comes when
 * it is over bans nobody either, but what it takes out with it stays out.
 */
const ban = async (listening: Listening, heard: Heard): Promise<Hearing> => {
	const { world } = listening
	const { target, endTime, expires, removeData } = heard.json
	const group = await groupHere(world.db, idOf(target))
	if (!group || !(await moderates(world.db, group.id, heard.actor.id)))
		return async () => "ignored: they do not moderate that group"
	const end = endTime ?? expires ?? null
	const until = end === null ? null : dateOf(end)
	if (end !== null && !until) return async () => "ignored: it ends at no time"
	const person = await whoIs(listening, heard)
	if (!person) return async () => "ignored: nobody can be found who is meant"
	return async (tx) => {
		if (await isUndone(tx, heard)) return "ignored: it was undone before it came"
		const deed = { groupId: group.id, person, ...deedOf(heard) }
		const withPosts = removeData === true
		if (until && until <= world.ports.now()) {
			const taken = withPosts ? await takeOutPosts(world, tx, without(deed)) : null
			return taken?.ok && taken.value > 0 ? "taken out" : "ignored: that ban is over"
		}
		const banned = await banMember(world, tx, { ...deed, until, withPosts })
		if (banned.ok && withPosts) await takeOutPosts(world, tx, without(deed))
		return outcomeOf(banned, "banned")
	}
}

/** Each post goes in words of its own: the Block was passed on once. */
const without = ({ heard: _, ...deed }: PersonDeed): PersonDeed => deed

const whoIs = async ({ lookUp }: Listening, heard: Heard): Promise<Actor | null> => {
	const uri = idOf(heard.json.object)
	const person = uri ? await lookUp.actor(uri) : null
	if (person && !("state" in person)) return person.kind === "group" ? null : person
	if (person?.state === "unreachable" && !heard.lastTry) throw new TooEarly(`${uri}: ${person.reason}`)
	return null
}
