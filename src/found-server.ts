import { findLocalActor, insertLocalActor } from "../db/actors.ts"
import { renameOrigin } from "../db/rename.ts"
import { findServer, insertServer } from "../db/server.ts"
import { newKeys } from "./people/keys.ts"
import { localActor } from "./people/local-actor.ts"
import { done, type Result, refused } from "./result.ts"
import type { World } from "./world.ts"

/**
 * Makes this database this server's: its row and its own actor, or refuses an origin other than the one it was begun
 * with. Only a server that has never met another may change its name, since others know it by that name for good.
 */
export const foundServer = async (world: World): Promise<Result> => {
	const webOrigin = world.origin.origin
	const id = world.ports.newId()
	const actor = localActor(world, { id, kind: "server", handle: "server", name: "Snug" })
	const keys = (await findLocalActor(world.db, "server")) ? [] : await newKeys(world.secretKey, id)
	return world.db.transaction(async (tx) => {
		await insertServer(tx, { webOrigin })
		const server = await findServer(tx)
		if (server && server.webOrigin !== webOrigin) {
			if (server.metOthers) return refused("forbidden", otherOrigin(server.webOrigin, webOrigin))
			await renameOrigin(tx, server.webOrigin, webOrigin)
		}
		if (!(await findLocalActor(tx, "server"))) await insertLocalActor(tx, actor, keys)
		return done(undefined)
	})
}

const otherOrigin = (kept: string, wanted: string): string =>
	`This database belongs to ${kept}, and other servers know it by that name; it cannot become ${wanted}. ` +
	`Start it with WEB_ORIGIN=${kept}, or use another DATA_DIR or DATABASE_URL for a new server.`
