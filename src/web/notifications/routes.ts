import { Hono } from "hono"
import type { World } from "../../world.ts"
import { needsYou } from "../session.ts"
import { showNotifications } from "./show.tsx"

/** Where people see what happened to them. */
export const notificationRoutes = (world: World): Hono => {
	const app = new Hono()
	app.get("/notifications", needsYou, showNotifications(world))
	return app
}
