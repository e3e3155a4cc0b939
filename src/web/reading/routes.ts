import { Hono } from "hono"
import type { World } from "../../world.ts"
import { showGroupAbout } from "./about.tsx"
import { showPeople } from "./people.tsx"

/** What there is to read of a group beside its talk. */
export const readingRoutes = (world: World): Hono => {
	const app = new Hono()
	app.get("/:handle{@[^/]+}/people", showPeople(world))
	app.get("/:handle{@[^/]+}/about", showGroupAbout(world))
	return app
}
