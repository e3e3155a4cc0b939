import { findActor } from "../db/actors.ts"
import { findGroup } from "../db/groups.ts"
import { findMentioned } from "../db/mentions.ts"
import { findPoll } from "../db/polls.ts"
import { findPostByUri, findShare } from "../db/posts.ts"
import type { Read } from "../db/reading.ts"
import type { World } from "../src/world.ts"
import { authored } from "./translate/activity.ts"
import { type LocalNote, noteDocument, noteOf } from "./translate/note.ts"
import type { Json } from "./translate/wire.ts"

/** A local post as its own document; null for a post of another server, which only that server may serve. */
export const postDocument = async (world: World, read: Read): Promise<Json | null> => {
	const note = await localNote(world, read)
	return note ? noteDocument(note) : null
}

/** The Create of a post: a local author's made anew, a remote one's as it was heard. */
export const createOf = async (world: World, read: Read): Promise<Json | null> => {
	const note = await localNote(world, read)
	if (note)
		return authored("Create", `${note.post.uri}/create`, note.author, noteOf(note), note.post.publishedAt)
	const { createBytes } = read.post
	return createBytes ? (JSON.parse(new TextDecoder().decode(createBytes)) as Json) : null
}

const localNote = async (
	{ db, origin }: World,
	{ post, author, groupId }: Read,
): Promise<LocalNote | null> => {
	const group = author.local ? await findGroup(db, groupId) : null
	if (!group) return null
	const poll = post.kind === "question" ? await findPoll(db, post.id) : null
	const parent = post.inReplyTo ? await findPostByUri(db, post.inReplyTo) : null
	const parentAuthor = parent ? await findActor(db, parent.authorId) : null
	const [share, thread] = [await findShare(db, groupId, post.id), await findShare(db, groupId, post.threadId)]
	return {
		post,
		poll,
		author,
		group,
		parentAuthor,
		mentioned: await findMentioned(db, post.id),
		threadUri: `${origin.origin}/ap/threads/${post.threadId}`,
		marks: { locked: thread?.lockedAt != null, pinned: share?.pinnedAt != null },
	}
}
