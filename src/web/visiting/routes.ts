import { Hono } from "hono"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { ownForm } from "../forms.ts"
import { showBack } from "./back.tsx"
import { showVisitCode, takeVisitCode } from "./code.tsx"
import { showElsewhere, takeElsewhere } from "./elsewhere.tsx"
import { showVisiting, takeVisitEnd } from "./visiting.tsx"

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

/** How people of other servers come in with the account they have, and what they find as guests. */
export const visitingRoutes = (world: World, elsewhere: Elsewhere): Hono => {
	const app = new Hono()
	app.get("/login/elsewhere", showElsewhere(world))
	app.post("/login/elsewhere", ownForm(world), takeElsewhere(world, elsewhere))
	app.get(`/login/elsewhere/back/:id{${uuid}}`, showBack(world, elsewhere))
	app.get("/login/elsewhere/code", showVisitCode(world))
	app.post("/login/elsewhere/code", ownForm(world), takeVisitCode(world))
	app.get("/visiting", showVisiting(world))
	app.post("/visiting/end", ownForm(world), takeVisitEnd(world))
	return app
}
