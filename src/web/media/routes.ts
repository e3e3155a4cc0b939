import { Hono } from "hono"
import type { World } from "../../world.ts"
import { showFile } from "./files.ts"

/** Pictures and recordings. */
export const mediaRoutes = (world: World): Hono => {
	const app = new Hono()
	app.get("/media/:name", showFile(world))
	return app
}
