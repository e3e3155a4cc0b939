import { Hono } from "hono"
import { every } from "hono/combine"
import type { World } from "../../world.ts"
import { ownForm } from "../forms.ts"
import { keeping } from "../groups/place.ts"
import { unhurried } from "../settings/setting.ts"
import { showPolicy, takePolicy } from "./policy.tsx"
import { showVersions } from "./versions.tsx"
import { showWave, takeWave } from "./wave.tsx"

/** What a machine may decide in a group: set by those who look after it, read by everybody. */
export const policyRoutes = (world: World): Hono => {
	const app = new Hono()
	const form = every(ownForm(world), unhurried(world))
	const at = "/:handle{@[^/]+}/settings/policy"
	app.get(
		at,
		keeping(world, "set-policy", (here) => showPolicy(here)),
	)
	app.post(at, form, keeping(world, "set-policy", takePolicy))
	const wave = "/:handle{@[^/]+}/desk/wave"
	app.get(
		wave,
		keeping(world, "approve-post", (here) => showWave(here)),
	)
	app.post(wave, form, keeping(world, "approve-post", takeWave))
	app.get("/:handle{@[^/]+}/about/rules", showVersions(world))
	return app
}
