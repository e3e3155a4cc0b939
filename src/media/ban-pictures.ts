import { countBans, deleteBan, insertBans, type Print } from "../../db/borders/banned-media.ts"
import { record } from "../../db/events.ts"
import { limits } from "../limits.ts"
import { actorOf, type By, reasonProblem } from "../moderation/by.ts"
import { runsServer } from "../operating/runs-server.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { letGoOfBanned } from "./fingerprint-kept.ts"

/** What pictures are known by, and why they are never taken. */
export type PictureBan = { prints: Print[]; by: By; note: string }

const notYours = refused("forbidden", "Only the operator decides for the whole server.")

/**
 * Pictures are never taken from now on, by nobody and from nowhere, and every copy here is let go of. Only what they are known
 * by is kept. Answers how many copies that were.
 */
export const banPictures = async (
	world: World,
	{ prints, by, note }: PictureBan,
): Promise<Result<number>> => {
	const problem = reasonProblem(note)
	if (problem) return refused("invalid", problem)
	const now = world.ports.now()
	const banned = await world.db.transaction(async (tx): Promise<Result> => {
		if (by !== "operator" && !(await runsServer(tx, by.actorId))) return notYours
		if ((await countBans(tx)) + prints.length > limits.bannedPictures)
			return refused("forbidden", "That is more than can be kept in mind.")
		const distance = limits.pictureDistance
		const rows = prints.map((print) => ({
			...print,
			id: world.ports.newId(),
			distance,
			note,
			createdAt: now,
		}))
		if ((await insertBans(tx, rows)) === 0) return refused("too-late", "That is never taken already.")
		await record(tx, world.ports, { type: "pictures-banned", actorId: actorOf(by), reason: note })
		return done(undefined)
	})
	return banned.ok ? done(await letGoOfBanned(world)) : banned
}

/** Such a picture may come again; what was let go of does not come back by itself. */
export const liftPictureBan = (world: World, { id, by }: { id: string; by: By }): Promise<Result> =>
	world.db.transaction(async (tx): Promise<Result> => {
		if (by !== "operator" && !(await runsServer(tx, by.actorId))) return notYours
		if (!(await deleteBan(tx, id))) return refused("not-found", "That picture is not on the list.")
		await record(tx, world.ports, { type: "picture-allowed", actorId: actorOf(by) })
		return done(undefined)
	})
