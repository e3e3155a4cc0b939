import { updateActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { deleteDraftsOf } from "../../db/drafts.ts"
import { forgetKept } from "../../db/keeping.ts"
import { groupsOf } from "../../db/members.ts"
import { deleteModmailOf } from "../../db/modmail.ts"
import { listPostUris } from "../../db/posts.ts"
import { leaveGroup } from "../groups/leave-group.ts"
import { limits } from "../limits.ts"
import { deletePost } from "../posts/delete-post.ts"
import type { World } from "../world.ts"
import type { Actor } from "./actor.ts"

/** Somebody is gone for good: they leave every group, what they kept for themselves goes, and their posts come down, so many at a time. */
export const depart = async (world: World, tx: Transaction, person: Actor): Promise<"done" | "more"> => {
	for (const groupId of await groupsOf(tx, person.id))
		await leaveGroup(world, tx, { groupId, person, forGood: true })
	await deleteDraftsOf(tx, person.id)
	await forgetKept(tx, person.id)
	await deleteModmailOf(tx, { personId: person.id })
	const uris = await listPostUris(tx, person.id, limits.departedAtOnce)
	for (const uri of uris) await deletePost(world, tx, { author: person, uri, heard: {} })
	if (uris.length === limits.departedAtOnce) return "more"
	if (!person.goneAt) await updateActor(tx, person.id, { goneAt: world.ports.now() })
	return "done"
}
