import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { letGoOfFile, lockLooseFile } from "../../db/media.ts"
import { findMemberName, upsertMemberName } from "../../db/member-names.ts"
import { lockMember } from "../../db/members.ts"
import { lost } from "../media/enclose.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

type Picturing = { groupId: string; personId: string; fileId: string | null }

/**
 * Somebody is shown by another picture in one group, of a file they brought, or by the one they have everywhere. The one
 * before goes. Other servers know them by one picture alone, as by one name.
 */
export const pictureYourself = async (
	world: World,
	tx: Transaction,
	{ groupId, personId, fileId }: Picturing,
): Promise<Result> => {
	if (!(await lockMember(tx, groupId, personId)))
		return refused("not-found", "They do not follow this group.")
	const file = fileId ? await lockLooseFile(tx, personId, fileId) : null
	if (fileId && !file) return refused("gone", lost)
	const before = (await findMemberName(tx, groupId, personId))?.icon
	if (before && before !== file?.name) await letGoOfFile(tx, before, world.ports.now())
	await upsertMemberName(tx, { groupId, actorId: personId, icon: file?.name ?? null })
	await record(tx, world.ports, { type: "member-named", groupId, personId })
	return done(undefined)
}
