import { Hono } from "hono"
import { every } from "hono/combine"
import type { World } from "../../world.ts"
import { ownForm } from "../forms.ts"
import { needsYou } from "../session.ts"
import { unhurried } from "../settings/setting.ts"
import { showNew, takeNew } from "./new.tsx"
import { keeping } from "./place.ts"
import { showFace, showSettings, showWays, showWords, takeFace, takeWays, takeWords } from "./settings.tsx"

/** Where people open groups, and say how theirs are to be. */
export const groupRoutes = (world: World): Hono => {
	const app = new Hono()
	const form = every(ownForm(world), unhurried(world))
	app.use("/groups/new", needsYou)
	app.get("/groups/new", showNew(world))
	app.post("/groups/new", form, takeNew(world))
	const at = (page: string) => `/:handle{@[^/]+}/settings${page}`
	app.get(at(""), keeping(world, "describe-group", showSettings))
	app.get(
		at("/name"),
		keeping(world, "describe-group", (here) => showFace(here)),
	)
	app.post(at("/name"), form, keeping(world, "describe-group", takeFace))
	app.get(
		at("/words"),
		keeping(world, "update-group", (here) => showWords(here)),
	)
	app.post(at("/words"), form, keeping(world, "update-group", takeWords))
	app.get(
		at("/ways"),
		keeping(world, "update-group", (here) => showWays(here)),
	)
	app.post(at("/ways"), form, keeping(world, "update-group", takeWays))
	return app
}
