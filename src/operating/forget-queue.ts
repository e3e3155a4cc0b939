import { record } from "../../db/events.ts"
import { countQueue, type Dropped, dropQueue } from "../../db/queue.ts"
import { done, type Result } from "../result.ts"
import type { World } from "../world.ts"
import { batch } from "./in-batches.ts"

/** Forgets what waits for a server, or (null) for all, and what was set aside; those servers never hear of it. */
export const forgetQueue = async (
	world: World,
	{ by, host }: { by: string | null; host: string | null },
): Promise<Result<Dropped>> => {
	const facts = { host: host ?? "all", ...(await countQueue(world.db, host)) }
	await world.db.transaction((tx) => record(tx, world.ports, { type: "queue-dropped", actorId: by, facts }))
	const sum: Dropped = { undelivered: 0, messages: 0, entries: 0 }
	for (let more = true; more; ) {
		const dropped = await world.db.transaction((tx) => dropQueue(tx, host, batch))
		for (const kind of ["undelivered", "messages", "entries"] as const) sum[kind] += dropped[kind]
		more = dropped.more
	}
	return done(sum)
}
