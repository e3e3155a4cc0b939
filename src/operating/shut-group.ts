import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { closeGroup } from "../groups/close-group.ts"
import { type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { runsServer } from "./runs-server.ts"

/** Whoever runs the server closes a group for good, as its owner could; the log of the server says who, and why. */
export const shutGroup = async (
	world: World,
	tx: Transaction,
	{ groupId, by, reason }: { groupId: string; by: string; reason: string },
): Promise<Result> => {
	if (!(await runsServer(tx, by)))
		return refused("forbidden", "Only the operator decides for the whole server.")
	const closed = await closeGroup(world, tx, { groupId, by: "operator", reason })
	if (!closed.ok) return closed
	const facts = { handle: closed.value.handle }
	await record(tx, world.ports, { type: "group-shut", actorId: by, reason, facts })
	return { ok: true, value: undefined }
}
