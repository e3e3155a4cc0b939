import { findActor, findActorByUri } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { findPostByUri, findShare } from "../../db/posts.ts"
import { noteModerator } from "../../src/groups/note-moderator.ts"
import { limits } from "../../src/limits.ts"
import type { PostDeed } from "../../src/moderation/approve-post.ts"
import { banMember } from "../../src/moderation/ban-member.ts"
import { liftBan } from "../../src/moderation/lift-ban.ts"
import { markThread } from "../../src/moderation/mark-thread.ts"
import { restorePost } from "../../src/moderation/restore-post.ts"
import { takeOutPost } from "../../src/moderation/take-out-post.ts"
import { takeOutPosts } from "../../src/moderation/take-out-posts.ts"
import { depart } from "../../src/people/depart.ts"
import { deletePost } from "../../src/posts/delete-post.ts"
import { plainText } from "../../src/posts/markup.ts"
import type { Result } from "../../src/result.ts"
import { again, type Heard, type Hearing, type Listening, NotYet } from "../inbox.ts"
import { dateOf, idOf, isObject, oneOf, sameOrigin, textOf, typeOf } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"
import type { Word } from "./group-share.ts"
import { receiveSharedUndo } from "./shared-gesture.ts"
import { putBack, rememberTakenOut } from "./taken-out-before.ts"

type Receive = (listening: Listening, heard: Heard, word: Word) => Promise<Hearing>

const pass = async (why: string): Promise<Hearing> => {
	return async () => `ignored: ${why}`
}

/** The group itself acts, on its own list of posts and its own people; whoever of its moderators it was is its affair. */
const deedOf = (heard: Heard, json: Json) => ({
	groupId: heard.actor.id,
	by: { actorId: heard.actor.id },
	reason: plainText((textOf(json.summary) ?? "").slice(0, limits.heardReason * 8))
		.trim()
		.slice(0, limits.heardReason)
		.toWellFormed(),
})

/** Does something about a post's place in the group that says so, and in no other. */
const aboutPost =
	(
		act: (listening: Listening, tx: Transaction, deed: PostDeed) => Promise<Result<unknown>>,
		says: string,
	): Receive =>
	async (listening, heard, { json }) => {
		const uri = idOf(json.object)
		return async (tx) => {
			const post = uri ? await findPostByUri(tx, uri) : null
			if (!post) return "ignored: there is no such post here"
			const result = await act(listening, tx, { ...deedOf(heard, json), postId: post.id })
			return result.ok ? says : `ignored: ${result.reason}`
		}
	}

/** Off the list; or, if it is not on it here, not to be put on it by what the group said before. */
const takeOut: Receive = async (listening, heard, word) => {
	const { world } = listening
	const uri = idOf(word.json.object)
	const hearing = await aboutPost((_, tx, deed) => takeOutPost(world, tx, "remove", deed), "taken out")(
		listening,
		heard,
		word,
	)
	return async (tx) => {
		if (uri) await rememberTakenOut(world, tx, heard, uri)
		return hearing(tx)
	}
}

/**
 * A post is gone from the group. Its author's own deletion counts as that if the post is gone from its own address;
 * everything else is the group's word about its list: Lemmy and Mbin give a moderator's removal a summary.
 */
const receiveDelete: Receive = async (listening, heard, word) => {
	const { world, lookUp } = listening
	const [uri, by] = [idOf(word.json.object), idOf(word.json.actor)]
	if (uri && uri === by) return receiveDeparture(listening, heard, uri)
	const post = uri ? await findPostByUri(world.db, uri) : null
	const author = post && (await findActor(world.db, post.authorId))
	if (!uri) return pass("it has no object")
	if (!post || !author) return takeOut(listening, heard, word)
	const byModerator = word.json.summary !== undefined || !by || !sameOrigin(by, uri)
	if (author.local) return byModerator ? takeOut(listening, heard, word) : pass("its author is here")
	if (!byModerator) {
		const answer = await lookUp.document(uri)
		if (answer.state === "unreachable" && !heard.lastAsk) throw new NotYet(`${uri}: ${answer.reason}`)
		if (answer.state === "gone")
			return async (tx) => {
				const deleted = await deletePost(world, tx, { author, uri, heard: {} })
				return deleted.ok ? "deleted" : `ignored: ${deleted.reason}`
			}
	}
	return takeOut(listening, heard, word)
}

/** Mbin's magazines pass on that somebody is gone for good; it counts if nobody is at their own address any more. */
const receiveDeparture = async (
	{ world, lookUp }: Listening,
	heard: Heard,
	uri: string,
): Promise<Hearing> => {
	const person = await findActorByUri(world.db, uri)
	if (!person || person.local || person.goneAt) return pass("it is about nobody known here")
	const answer = await lookUp.document(uri)
	if (answer.state === "unreachable" && !heard.lastAsk) throw new NotYet(`${uri}: ${answer.reason}`)
	if (answer.state !== "gone") return pass("they are still there")
	return async (tx) => ((await depart(world, tx, person)) === "more" ? again : "departed")
}

/** Something comes onto a list of the group, or goes off it: a post it keeps at the top, or a moderator. */
const receiveEntry: Receive = async (listening, heard, word) => {
	const { world, lookUp } = listening
	const [uri, target] = [idOf(word.json.object), idOf(word.json.target)]
	if (!uri || !target || !sameOrigin(target, heard.actor.uri)) return pass("it is no list of that group")
	const adds = typeOf(word.json) === "Add"
	const post = await findPostByUri(world.db, uri)
	if (post && (await findShare(world.db, heard.actor.id, post.id)))
		return (adds ? pin : unpin)(listening, heard, word)
	if (!/moderators?\/?$/.test(new URL(target).pathname)) return pass("there is no such post here")
	const person = adds ? await lookUp.actor(uri) : await findActorByUri(world.db, uri)
	if (!person || "state" in person) return pass(`${uri}: it cannot be found`)
	return async (tx) => {
		const noted = await noteModerator(world, tx, { groupId: heard.actor.id, person, is: adds })
		return noted.ok ? "noted" : `ignored: ${noted.reason}`
	}
}

const pin = aboutPost(({ world }, tx, deed) => markThread(world, tx, "pin", deed), "pinned")
const unpin = aboutPost(({ world }, tx, deed) => markThread(world, tx, "unpin", deed), "unpinned")
const lock = aboutPost(({ world }, tx, deed) => markThread(world, tx, "lock", deed), "locked")
const unlock = aboutPost(({ world }, tx, deed) => markThread(world, tx, "unlock", deed), "unlocked")
const bringBack = aboutPost(({ world }, tx, deed) => restorePost(world, tx, deed), "restored")

const restore: Receive = async (listening, heard, word) => {
	const uri = idOf(word.json.object)
	const hearing = await bringBack(listening, heard, word)
	return async (tx) => {
		if (uri) await putBack(tx, heard, uri)
		return hearing(tx)
	}
}

/** Somebody is out of the group, for a time or for good: here nothing more of theirs is taken in it either. */
const receiveBlock: Receive = async ({ world }, heard, { json }) => {
	const [uri, target] = [idOf(json.object), idOf(json.target)]
	const end = json.endTime ?? json.expires ?? null
	const until = end === null ? null : dateOf(end)
	if (!uri || target !== heard.actor.uri || (end !== null && !until))
		return pass("it is about no ban of that group")
	return async (tx) => {
		const person = await findActorByUri(tx, uri)
		if (!person) return "ignored: it is about nobody known here"
		const deed = { ...deedOf(heard, json), person }
		const withPosts = json.removeData === true
		if (until && until <= world.ports.now()) {
			const taken = withPosts ? await takeOutPosts(world, tx, deed) : null
			return taken?.ok && taken.value > 0 ? "taken out" : "ignored: that ban is over"
		}
		const banned = await banMember(world, tx, { ...deed, until, withPosts })
		if (banned.ok && withPosts) await takeOutPosts(world, tx, deed)
		return banned.ok ? "banned" : `ignored: ${banned.reason}`
	}
}

const lift: Receive = async ({ world }, heard, { json }) => {
	const [uri, target] = [idOf(json.object), idOf(json.target)]
	return async (tx) => {
		const person = uri && target === heard.actor.uri ? await findActorByUri(tx, uri) : null
		if (!person) return "ignored: it is about nobody known here"
		const lifted = await liftBan(world, tx, { ...deedOf(heard, json), person })
		return lifted.ok ? "lifted" : `ignored: ${lifted.reason}`
	}
}

const undone: Readonly<Record<string, Receive>> = { Delete: restore, Lock: unlock, Block: lift }

const receiveUndo: Receive = async (listening, heard, word) => {
	const inner = oneOf(word.json.object)
	const type = typeOf(inner) ?? ""
	if (!isObject(inner)) return pass("what is undone is not said")
	if (["Like", "Dislike", "EmojiReact"].includes(type)) return receiveSharedUndo(listening, heard, word)
	const undo = Object.hasOwn(undone, type) ? undone[type] : undefined
	return undo ? undo(listening, heard, { json: inner, confirmed: false }) : pass(`an Undo of ${type}`)
}

/** What a group elsewhere may do to its own list of posts, as it is shown here. */
export const sharedDeeds: Readonly<Record<string, Receive>> = {
	Delete: receiveDelete,
	Undo: receiveUndo,
	Lock: lock,
	Add: receiveEntry,
	Remove: receiveEntry,
	Block: receiveBlock,
}
