import { getLogger } from "@logtape/logtape"
import type { Context } from "hono"
import { type Looking, newSince, upsertReadMark } from "../../../db/read-marks.ts"
import type { World } from "../../world.ts"

const log = getLogger(["snug", "web"])

/**
 * Since when what came is new to whoever looks at a place, and keeps that they looked. Null where they look for the first
 * time. A browser that only fetches a page beforehand looks at nothing.
 */
export const lookAt = async (c: Context, world: World, looking: Looking): Promise<Date | null> => {
	const now = world.ports.now()
	const since = await newSince(world.db, looking, now)
	const looks = c.req.method === "GET" && !/prefetch|prerender/.test(c.req.header("sec-purpose") ?? "")
	if (looks)
		await world.db
			.transaction((tx) => upsertReadMark(tx, looking, now))
			// A page can be read when nothing can be written, as when the disk is full.
			.catch((error: unknown) => log.debug("It is not kept that somebody looked: {error}", { error }))
	return since
}
