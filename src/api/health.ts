import { Hono } from "hono"
import { databaseAnswers } from "../../db/health.ts"
import type { World } from "../world.ts"

/** Probes for whoever supervises the server: alive while the process is, ready while it can keep what it is given. */
export const healthRoutes = (world: World, isStopping: () => boolean): Hono => {
	const app = new Hono()
	app.get("/livez", (c) => c.text("ok", 200, { "Cache-Control": "no-store" }))
	app.get("/readyz", async (c) => {
		const trouble = isStopping() ? "stopping" : (await databaseAnswers(world.db)) ? null : "the database does not answer"
		return c.text(trouble ?? "ok", trouble ? 503 : 200, { "Cache-Control": "no-store" })
	})
	return app
}
