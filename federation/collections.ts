import { countFollowers, listMembers } from "../db/members.ts"
import { countPosts, type Read, readOutbox, readPinned, readReplies, readThread } from "../db/reading.ts"
import type { Group } from "../src/groups/group.ts"
import { limits } from "../src/limits.ts"
import { postingIn } from "../src/moderation/policy/posting-in.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import { createOf, postDocument } from "./objects.ts"
import { welcomeNote } from "./translate/welcome.ts"
import { activityStreams, instant, type Json, objectContext, publicUri } from "./translate/wire.ts"

/** Unpaged on purpose: Lemmy and Mbin read these collections whole. */
const collection = (
	id: string,
	ownerUri: string,
	orderedItems: unknown[],
	totalItems = orderedItems.length,
): Json => ({
	"@context": activityStreams,
	id,
	type: "OrderedCollection",
	attributedTo: ownerUri,
	totalItems,
	orderedItems,
})

/** How many follow, and never who; of a private group not even that. */
export const followersOf = async ({ db }: World, actor: Actor, isPrivate: boolean): Promise<Json> =>
	collection(
		`${actor.uri}/followers`,
		actor.uri,
		[],
		actor.kind === "group" && !isPrivate ? await countFollowers(db, actor.id) : 0,
	)

/** Who moderates, by id; of a private group nobody is named. */
export const moderatorsOf = async ({ db }: World, group: Group): Promise<Json> => {
	const isPrivate = group.visibility === "private"
	const moderators = isPrivate ? [] : await listMembers(db, group.id, ["moderator", "owner"])
	return collection(
		`${group.uri}/moderators`,
		group.uri,
		moderators.map(({ actor }) => actor.uri),
	)
}

/** What the group has pinned: its own welcome first, then what its moderators keep at the top. */
export const featuredOf = async (world: World, group: Group): Promise<Json> => {
	const id = `${group.uri}/featured`
	if (group.visibility === "private") return collection(id, group.uri, [])
	const pinned = await Promise.all(
		(await readPinned(world.db, "anyone", group.id)).map((read) => pinnedItem(world, read)),
	)
	const { "@context": context, ...welcome } = welcomeNote(group, await postingIn(world.db, group))
	return { ...collection(id, group.uri, [welcome, ...pinned]), "@context": context }
}

const pinnedItem = async (world: World, read: Read): Promise<unknown> => {
	const { "@context": _, ...note } = (await postDocument(world, read)) ?? { id: null }
	return note.id ? note : read.post.uri
}

/** The latest of what a group shared, whole, so that a server that meets the group has something to show. */
export const outboxOf = async (world: World, actor: Actor, group: Group | null): Promise<Json> => {
	const id = `${actor.uri}/outbox`
	if (!group || group.visibility === "private") return collection(id, actor.uri, [])
	const reads = await readOutbox(world.db, "anyone", group.id, limits.outboxPage)
	const items = await Promise.all(reads.map((read) => announcement(world, group, read)))
	const total = await countPosts(world.db, "anyone", group.id)
	return { ...collection(id, actor.uri, items, total), "@context": objectContext }
}

/** A share as it was announced; a post edited since is named by its id, so that no old wording is given out. */
const announcement = async (world: World, group: Group, read: Read): Promise<Json> => {
	const create = read.post.version === 1 ? await createOf(world, read) : null
	return {
		id: `${world.origin.origin}/ap/activities/${read.eventId}/${create ? "announce-create" : "announce"}`,
		type: "Announce",
		actor: group.uri,
		to: [publicUri],
		cc: [group.followers],
		audience: group.uri,
		published: instant(read.sharedAt),
		object: create ?? read.post.uri,
	}
}

/** A thread as a collection of ids that any server can fill its gaps from (FEP-7888, FEP-f228). */
export const threadOf = async (world: World, group: Actor, threadId: string): Promise<Json | null> => {
	const reads = await readThread(world.db, "anyone", group.id, threadId)
	const first = reads.find((read) => read.post.id === threadId)
	if (!first) return null
	const id = `${world.origin.origin}/ap/threads/${threadId}`
	const name = first.post.title ? { name: first.post.title } : {}
	return {
		...collection(
			id,
			group.uri,
			reads.map((read) => read.post.uri),
		),
		...name,
		audience: group.uri,
	}
}

/** The ids of what answers a post. */
export const repliesOf = async ({ db }: World, { post, author }: Read): Promise<Json> => {
	const replies = (await readReplies(db, "anyone", post.uri)).map((read) => read.post.uri)
	return {
		"@context": activityStreams,
		id: `${post.uri}/replies`,
		type: "Collection",
		attributedTo: author.uri,
		totalItems: replies.length,
		items: [...new Set(replies)],
	}
}
