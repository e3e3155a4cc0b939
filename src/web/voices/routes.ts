import { Hono } from "hono"
import { every } from "hono/combine"
import type { World } from "../../world.ts"
import { ownLetter } from "../forms.ts"
import { keeping } from "../groups/place.ts"
import { unhurried } from "../settings/setting.ts"
import { showDeskLetter, showDeskLetters, takeDeskLetter } from "./desk-letters.tsx"
import { showWriteLetter, takeLetter } from "./letters.tsx"

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

/** What people and those who look after a group write to each other. */
export const voiceRoutes = (world: World): Hono => {
	const app = new Hono()
	const form = every(ownLetter(world), unhurried(world))
	app.get("/:handle{@[^/]+}/letter", showWriteLetter(world))
	app.post("/:handle{@[^/]+}/letter", form, takeLetter(world))
	const desk = "/:handle{@[^/]+}/desk/letters"
	app.get(desk, keeping(world, "answer-modmail", showDeskLetters))
	app.get(
		`${desk}/:id{${uuid}}`,
		keeping(world, "answer-modmail", (here) => showDeskLetter(here)),
	)
	app.post(`${desk}/:id{${uuid}}/:way{answer|close}`, form, keeping(world, "answer-modmail", takeDeskLetter))
	return app
}
