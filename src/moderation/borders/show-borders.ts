import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { findServer, updateServer } from "../../../db/server.ts"
import { runsServer } from "../../operating/runs-server.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By } from "../by.ts"

/** Who may read which servers are kept out or limited: those who run this one, who has an account, or everybody. */
export type Shown = "operators" | "members" | "everyone"

/** The operator lets others read what is decided about servers, or does so no longer. */
export const showBorders = async (
	world: World,
	tx: Transaction,
	{ to, by }: { to: Shown; by: By },
): Promise<Result> => {
	if (by !== "operator" && !(await runsServer(tx, by.actorId)))
		return refused("forbidden", "Only the operator decides for the whole server.")
	if ((await findServer(tx))?.bordersShown === to) return done(undefined)
	await updateServer(tx, { bordersShown: to })
	await record(tx, world.ports, { type: "borders-shown", actorId: actorOf(by), facts: { to } })
	return done(undefined)
}
