import { Hono } from "hono"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { ownForm } from "../forms.ts"
import { showFromHome, takeFromHome } from "./from-home.tsx"
import { showInteract, takeInteract } from "./interact.tsx"
import { showJoin, showQrCode, takeJoinFromHome } from "./join.tsx"

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

/** Between this server and the one where somebody has their account: the ways there, and the ways from there to here. */
export const joiningRoutes = (world: World, elsewhere: Elsewhere): Hono => {
	const app = new Hono()
	app.get("/authorize_interaction", showInteract(world, elsewhere))
	app.post("/authorize_interaction", ownForm(world), takeInteract(world))
	app.get("/:handle{@[^/]+}/join", showJoin(world))
	app.post("/:handle{@[^/]+}/join", ownForm(world), takeJoinFromHome(world, elsewhere))
	app.get("/:handle{@[^/]+}/qr.svg", showQrCode(world))
	app.get(`/:handle{@[^/]+}/t/:thread{${uuid}}/from-home`, showFromHome(world))
	app.post(`/:handle{@[^/]+}/t/:thread{${uuid}}/from-home`, ownForm(world), takeFromHome(world, elsewhere))
	return app
}
