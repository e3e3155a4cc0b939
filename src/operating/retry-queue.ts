import { hostSpoke } from "../../db/dead-hosts.ts"
import { record } from "../../db/events.ts"
import { notify } from "../../db/notify.ts"
import { hearAgain, reopenHosts, tellAgain } from "../../db/queue.ts"
import { putBack } from "../../db/undelivered.ts"
import { done, type Result } from "../result.ts"
import type { World } from "../world.ts"
import { batch, inBatches } from "./in-batches.ts"

export type Retrying = {
	by: string | null
	/** One server, or (null) all. */
	host: string | null
	/** What is to be sent, and what was heard and could not be dealt with. */
	sending: boolean
	heard: boolean
}
export type Retried = { undelivered: number; heard: number; events: number }

/** Tries again what was set aside, now; the same words under the same ids. */
export const retryQueue = async (
	world: World,
	{ by, host, sending, heard }: Retrying,
): Promise<Result<Retried>> => {
	const { db, ports } = world
	const counts = { undelivered: 0, heard: 0, events: 0 }
	if (sending) {
		await db.transaction(async (tx) => {
			if (host) await hostSpoke(tx, host, ports.now())
			await reopenHosts(tx, host, ports.now())
		})
		counts.undelivered = await inBatches(world, (tx) =>
			putBack(tx, { host, reachable: host === null }, batch),
		)
	}
	if (heard) counts.heard = await inBatches(world, (tx) => hearAgain(tx, host, ports.now(), batch))
	if (!host) counts.events = await inBatches(world, (tx) => tellAgain(tx, batch))
	const facts = { host: host ?? "all", ...counts }
	await db.transaction((tx) => record(tx, ports, { type: "queue-retried", actorId: by, facts }))
	await notify(db, "snug_log")
	await notify(db, "snug_inbox")
	world.wake()
	return done(counts)
}
