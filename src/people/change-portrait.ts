import { findActor, updateActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { letGoOfFile, lockLooseFile } from "../../db/media.ts"
import { lost } from "../media/enclose.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { tellProfile } from "./update-profile.ts"

/** Somebody has another picture, of a file they brought, or none any more. The one before goes. */
export const changePortrait = async (
	world: World,
	tx: Transaction,
	{ actorId, fileId }: { actorId: string; fileId: string | null },
): Promise<Result> => {
	const actor = await findActor(tx, actorId)
	if (!actor?.local || actor.goneAt) return refused("not-found", "There is no such account.")
	const file = fileId ? await lockLooseFile(tx, actorId, fileId) : null
	if (fileId && !file) return refused("gone", lost)
	if (actor.icon && actor.icon !== file?.name) await letGoOfFile(tx, actor.icon, world.ports.now())
	await updateActor(tx, actorId, { icon: file?.name ?? null })
	await tellProfile(world, tx, actorId, {})
	return done(undefined)
}
