import { Hono } from "hono"
import { every } from "hono/combine"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { ownForm, ownLetter } from "../forms.ts"
import { needsYou } from "../session.ts"
import { unhurried } from "../settings/setting.ts"
import { showClose, takeClose } from "./close.tsx"
import { showMe, takeMe, takeMyPicture } from "./me.tsx"
import { showMoving, takeAlias, takeMove } from "./moving.tsx"
import { showNew, takeNew } from "./new.tsx"
import { findKeeper, showKeepers, showOnePerson, takeStep } from "./people.tsx"
import { takePicture } from "./picture.tsx"
import { belonging, type Here, keeping } from "./place.ts"
import { showFace, showSettings, showWays, showWords, takeFace, takeWays, takeWords } from "./settings.tsx"

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

/** Where people open groups, and say how theirs are to be. */
export const groupRoutes = (world: World, elsewhere: Elsewhere): Hono => {
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
	const picture = every(ownLetter(world), unhurried(world))
	app.post(at("/name/picture"), picture, keeping(world, "describe-group", takePicture("icon")))
	app.post(at("/name/wide"), picture, keeping(world, "describe-group", takePicture("image")))
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
	const me = "/:handle{@[^/]+}/me"
	app.get(
		me,
		belonging(world, (here) => showMe(here)),
	)
	app.post(me, form, belonging(world, takeMe))
	app.post(`${me}/picture`, picture, belonging(world, takeMyPicture))
	const person = `/people/:person{${uuid}}`
	app.get(
		at("/people"),
		keeping(world, "appoint-moderator", (here) => showKeepers(here)),
	)
	app.post(at("/people"), form, keeping(world, "appoint-moderator", findKeeper(elsewhere)))
	app.get(
		at(person),
		keeping(world, "appoint-moderator", (here) => showOnePerson(here)),
	)
	app.post(at(`${person}/:step{promote|demote}`), form, keeping(world, "appoint-moderator", takeStep))
	app.post(at(`${person}/:step{hand-over}`), form, keeping(world, "hand-over", takeStep, { fresh: true }))
	const moves = (answer: (here: Here) => Promise<Response>) =>
		keeping(world, "move-group", answer, { fresh: true })
	app.get(
		at("/moving"),
		moves((here) => showMoving(here)),
	)
	app.post(at("/moving"), form, moves(takeMove(elsewhere)))
	app.post(at("/moving/other"), form, moves(takeAlias(elsewhere)))
	const closes = (answer: (here: Here) => Promise<Response>) =>
		keeping(world, "close-group", answer, { fresh: true })
	app.get(
		at("/close"),
		closes((here) => showClose(here)),
	)
	app.post(at("/close"), form, closes(takeClose))
	return app
}
