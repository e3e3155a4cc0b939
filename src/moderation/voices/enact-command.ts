import type { Transaction } from "../../../db/connect.ts"
import type { Group } from "../../groups/group.ts"
import type { Actor } from "../../people/actor.ts"
import type { Post } from "../../posts/post.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { approvePost, type PostDeed } from "../approve-post.ts"
import { banMember, type PersonDeed } from "../ban-member.ts"
import { liftPause } from "../desk/lift-pause.ts"
import { pauseMember } from "../desk/pause-member.ts"
import { liftBan } from "../lift-ban.ts"
import { markThread } from "../mark-thread.ts"
import { restorePost } from "../restore-post.ts"
import { takeOutPost } from "../take-out-post.ts"
import type { Command, Verb } from "./command.ts"

/** Who asks what of which group: about the post they answer, and whoever wrote that. */
export type About = { group: Group; author: Actor; parent: Post; subject: Actor }

type Deed = PostDeed & PersonDeed & { threadId: string; until: Date | null }
type Act = (world: World, tx: Transaction, deed: Deed) => Promise<Result<unknown>>

/** A conversation is closed or pinned whole, whichever of its posts is answered. */
const onThread =
	(mark: Parameters<typeof markThread>[2]): Act =>
	(world, tx, deed) =>
		markThread(world, tx, mark, { ...deed, postId: deed.threadId })

const acts: Readonly<Record<Exclude<Verb, "help">, Act>> = {
	approve: approvePost,
	remove: (world, tx, deed) => takeOutPost(world, tx, "remove", deed),
	restore: restorePost,
	lock: onThread("lock"),
	unlock: onThread("unlock"),
	pin: onThread("pin"),
	unpin: onThread("unpin"),
	pause: (world, tx, deed) =>
		deed.until
			? pauseMember(world, tx, { ...deed, until: deed.until })
			: Promise.resolve(refused("invalid", "A pause needs a day on which it ends.")),
	unpause: liftPause,
	ban: banMember,
	lift: liftBan,
}

/** Does what was asked for; answers with when it ends, if it does. */
export const enactCommand = async (
	world: World,
	tx: Transaction,
	verb: Exclude<Verb, "help">,
	{ lasts, reason }: Command,
	{ group, author, parent, subject }: About,
): Promise<Result<string | null>> => {
	const until = lasts === null ? null : new Date(world.ports.now().getTime() + lasts)
	const deed = {
		groupId: group.id,
		postId: parent.id,
		threadId: parent.threadId,
		person: subject,
		by: { actorId: author.id },
		reason,
		until,
	}
	const result = await acts[verb](world, tx, deed)
	return result.ok ? done(until?.toISOString() ?? null) : result
}
