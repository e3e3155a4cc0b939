import { updateActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup } from "../../db/groups.ts"
import { letGoOfFile, lockLooseFile } from "../../db/media.ts"
import { lost } from "../media/enclose.ts"
import { actorOf, type By, mayDo } from "../moderation/by.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** A group's own picture, or the wide one above its page. */
export type GroupPicture = "icon" | "image"

type PictureDeed = {
	groupId: string
	which: GroupPicture
	/** A file, and who brought it; null takes the picture away. */
	file: { id: string; ownerId: string } | null
	by: By
}

/** A group has another picture, or none any more; those who look after it say so. The one before goes. */
export const changePicture = async (
	world: World,
	tx: Transaction,
	{ groupId, which, file, by }: PictureDeed,
): Promise<Result> => {
	const allowed = await mayDo(tx, by, groupId, "describe-group")
	if (!allowed.ok) return allowed
	const group = await findGroup(tx, groupId)
	if (!group?.local || group.goneAt) return refused("not-found", "There is no such group.")
	const kept = file ? await lockLooseFile(tx, file.ownerId, file.id) : null
	if (file && !kept) return refused("gone", lost)
	const now = world.ports.now()
	const before = group[which]
	if (before && before !== kept?.name) await letGoOfFile(tx, before, now)
	// Documents are told apart by when they were changed, so no two changes are of the same moment.
	const updatedAt = new Date(Math.max(now.getTime(), group.updatedAt.getTime() + 1))
	await updateActor(tx, groupId, { [which]: kept?.name ?? null, updatedAt })
	const facts = { changed: [which] }
	await record(tx, world.ports, { type: "group-updated", groupId, actorId: actorOf(by), facts })
	return done(undefined)
}
