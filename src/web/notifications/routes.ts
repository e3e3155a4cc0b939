import { Hono } from "hono"
import type { World } from "../../world.ts"
import { small } from "../forms.ts"
import { needsYou } from "../session.ts"
import { showNotifications } from "./show.tsx"
import { showUnsubscribe, takeUnsubscribe } from "./unsubscribe.tsx"

/** Where people see what happened to them. */
export const notificationRoutes = (world: World): Hono => {
	const app = new Hono()
	app.get("/notifications", needsYou, showNotifications(world))
	app.get("/unsubscribe/:token", showUnsubscribe(world))
	// Not only from our own forms: mail programs send it (RFC 8058).
	app.post("/unsubscribe/:token", small, takeUnsubscribe(world))
	return app
}
