import type { Context } from "hono"
import { findTakenBack } from "../../db/desk.ts"
import { findEvent } from "../../db/events.ts"
import { findGroupByHandle } from "../../db/groups.ts"
import { findPost, findPostByUri, findShare, type Share } from "../../db/posts.ts"
import type { EventRecord } from "../events.ts"
import type { World } from "../world.ts"
import { handleIn } from "./entrance.ts"
import { gatherServer } from "./gather.ts"
import { missing } from "./missing.tsx"
import { quietPage } from "./page.ts"
import { type Outcome, StatusPage } from "./pages/status.tsx"
import { youOf } from "./session.ts"

/**
 * What became of a post that waited or was not taken: the page its author was sent. Whoever has the address may open
 * it, since most authors have no account here; the event's id in it cannot be guessed.
 */
export const showStatus = (world: World) => async (c: Context) => {
	const handle = handleIn(c)
	const group = handle ? await findGroupByHandle(world.db, handle) : null
	const event = group && !group.goneAt ? await findEvent(world.db, c.req.param("event")!) : null
	if (!group || event?.groupId !== group.id || !isAbout(event)) return missing(c, world)
	const props = { server: await gatherServer(world, youOf(c)), group, now: world.ports.now() }
	return quietPage(c, <StatusPage {...props} outcome={await outcomeOf(world, event)} />)
}

/** A post that was not taken may have no event but that of its author being told. */
const isAbout = ({ type, facts }: EventRecord): boolean =>
	type === "post-held" || type === "post-suspended" || (isRefusal(type) && facts.aboutId == null)

const isRefusal = (type: EventRecord["type"]): boolean => type === "post-refused" || type === "author-told"

const outcomeOf = async ({ db }: World, event: EventRecord): Promise<Outcome> => {
	const post = event.postId
		? await findPost(db, event.postId)
		: await findPostByUri(db, String(event.facts.postUri))
	const share = post ? await findShare(db, event.groupId!, post.id) : null
	if (post?.deletedAt) return { state: "taken-back" }
	if (share?.state === "removed" && (await findTakenBack(db, share.groupId, [share.postId])).size > 0)
		return { state: "taken-back" }
	// What was refused before it was ever kept leaves only the event.
	return share ? placed(event, share) : { state: "not-taken", reason: event.reason }
}

const placed = ({ type, at, reason }: EventRecord, share: Share): Outcome => {
	switch (share.state) {
		case "held":
			return { state: "waiting", reason: share.reason }
		case "shared":
			return isRefusal(type) && share.sharedAt < at
				? { state: "unchanged", reason }
				: { state: "shared", at: share.sharedAt }
		case "deleted":
			return { state: "taken-back" }
		default:
			return { state: "not-taken", reason: share.reason }
	}
}
