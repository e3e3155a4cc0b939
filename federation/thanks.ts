import { findActor } from "../db/actors.ts"
import { findPost } from "../db/posts.ts"
import { findPublicThanks } from "../db/reactions.ts"
import type { World } from "../src/world.ts"
import { like } from "./translate/activity.ts"
import type { Json } from "./translate/wire.ts"

/** A gesture of somebody here at its own address, while it stands and everyone may see its post; whoever hears of it may check. */
export const thanksAt = async ({ db }: World, uri: string): Promise<Json | null> => {
	const found = await findPublicThanks(db, uri)
	const person = found && (await findActor(db, found.actorId))
	const post = found && (await findPost(db, found.postId))
	const group = found && (await findActor(db, found.groupId))
	const author = post && (await findActor(db, post.authorId))
	if (!person || person.goneAt || !post || !group || !author) return null
	return like(uri, person, group, { uri: post.uri, authorUri: author.uri, emoji: found.emoji })
}
