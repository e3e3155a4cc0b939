import { Hono } from "hono"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { showFile } from "./files.ts"
import { showRemote } from "./remote.ts"

/** Pictures and recordings. */
export const mediaRoutes = (world: World, elsewhere: Elsewhere): Hono => {
	const app = new Hono()
	app.get("/media/:name", showFile(world))
	app.get("/media/remote/:name", showRemote(world, elsewhere))
	return app
}
