import type { Context } from "hono"
import { readAfterClosing } from "../db/closings.ts"
import { readersOn } from "../db/hosts.ts"
import { type Read, readPost, readTombstone } from "../db/reading.ts"
import type { World } from "../src/world.ts"
import { keepsOut, type WhoAsks } from "./asker.ts"
import { notFound, rendered, serveActivity, wantsPage } from "./respond.ts"
import { tombstone } from "./translate/note.ts"
import type { Json } from "./translate/wire.ts"

/**
 * Answers for a post of this server: to everyone what is for everyone, and what is for some to a signed request from a
 * server where one of them lives. To all others it does not exist.
 */
export const servePost = async (
	c: Context,
	world: World,
	asks: WhoAsks,
	next: () => Promise<void>,
	view: (world: World, read: Read) => Promise<Json | null>,
) => {
	if (wantsPage(c)) return next()
	const postId = c.req.param("id")!
	const open = await readPost(world.db, "anyone", postId)
	if (open && (await keepsOut(world, c, open.groupId))) return notFound(c)
	if (open) return serve(c, open.author.local ? await view(world, open) : null, "everyone")
	const gone = (await readTombstone(world.db, postId)) ?? (await readAfterClosing(world.db, postId))
	if (gone?.uri.startsWith(world.origin.origin))
		return serveActivity(c, rendered(tombstone(gone.uri, gone.kind, gone.deletedAt)), 410)
	const read = await readFor(c, world, asks, postId)
	if (read && (await keepsOut(world, c, read.groupId))) return notFound(c)
	return serve(c, read?.author.local ? await view(world, read) : null, "asker")
}

const serve = (c: Context, json: Json | null, to: "everyone" | "asker") =>
	json ? serveActivity(c, rendered(json), 200, to) : notFound(c)

/** Who may read it on the asker's server reads it for them. */
const readFor = async (c: Context, { db }: World, asks: WhoAsks, postId: string): Promise<Read | null> => {
	const asker = await asks(c)
	if (!asker) return null
	for (const actorId of await readersOn(db, postId, asker.host)) {
		const read = await readPost(db, { actorId }, postId)
		if (read) return read
	}
	return null
}
