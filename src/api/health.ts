import { Hono } from "hono"
import { databaseAnswers, findOverdue, type Overdue } from "../../db/health.ts"
import { limits } from "../limits.ts"
import type { Room } from "../room.ts"
import type { World } from "../world.ts"

const minute = 60_000
/** Milliseconds for which one look is good, however many ask. */
const freshness = 1000

/**
 * Probes for whoever supervises the server: alive while the process is; ready while it can keep what it is given and
 * what was given is dealt with. Not ready is 503 with the reason in plain words.
 */
export const healthRoutes = (world: World, isStopping: () => boolean, room: Room): Hono => {
	const app = new Hono()
	const look = once(world, () => troubleOf(world, room))
	app.get("/livez", (c) => c.text("ok", 200, { "Cache-Control": "no-store" }))
	app.get("/readyz", async (c) => {
		const trouble = isStopping() ? "stopping" : await look()
		return c.text(trouble ?? "ok", trouble ? 503 : 200, { "Cache-Control": "no-store" })
	})
	return app
}

/** Why the server is not ready; null when it is. */
const troubleOf = async ({ db, ports }: World, room: Room): Promise<string | null> => {
	const full = await room.trouble()
	if (full) return full
	if (!(await databaseAnswers(db))) return "the database does not answer"
	const now = ports.now()
	try {
		const overdue = await findOverdue(db, { now, before: new Date(now.getTime() - limits.workWaits) })
		return overdue && sentence(overdue, now)
	} catch {
		return "the database does not answer"
	}
}

const sentence = ({ kind, since }: Overdue, now: Date): string => {
	const minutes = Math.floor((now.getTime() - since.getTime()) / minute)
	const what = {
		heard: "something another server sent",
		event: "something that others are to hear of",
		delivery: "a delivery to a server that can be reached",
	}
	return `${what[kind]} has been waiting for ${minutes} minutes; is a worker running?`
}

const once = ({ ports }: World, look: () => Promise<string | null>): (() => Promise<string | null>) => {
	let last: { at: number; found: Promise<string | null> } | null = null
	return () => {
		const at = ports.now().getTime()
		if (!last || at - last.at >= freshness) last = { at, found: look() }
		return last.found
	}
}
