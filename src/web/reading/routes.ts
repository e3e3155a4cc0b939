import { Hono } from "hono"
import type { World } from "../../world.ts"
import { showGroupAbout } from "./about.tsx"
import { showWeek, toLastWeek } from "./archive.tsx"
import { showPeople } from "./people.tsx"
import { showSearch } from "./search.tsx"

/** What there is to read of a group beside its talk. */
export const readingRoutes = (world: World): Hono => {
	const app = new Hono()
	app.get("/:handle{@[^/]+}/people", showPeople(world))
	app.get("/:handle{@[^/]+}/about", showGroupAbout(world))
	app.get("/:handle{@[^/]+}/search", showSearch(world))
	app.get("/:handle{@[^/]+}/w", toLastWeek(world))
	app.get("/:handle{@[^/]+}/w/:week", showWeek(world))
	return app
}
