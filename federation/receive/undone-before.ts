import type { Transaction } from "../../db/connect.ts"
import { forgetGone } from "../../db/inbox.ts"
import { limits } from "../../src/limits.ts"
import type { World } from "../../src/world.ts"
import type { Heard } from "../inbox.ts"

/** Whether somebody undid this very activity before it came; it is then as if neither had been said. */
export const wasUndoneBefore = async (
	world: World,
	tx: Transaction,
	{ id, actor }: Heard,
): Promise<boolean> =>
	id !== null &&
	(await forgetGone(tx, id, actor.uri, new Date(world.ports.now().getTime() - limits.undoneBefore)))
