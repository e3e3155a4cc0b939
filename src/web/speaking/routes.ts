import { Hono } from "hono"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { ownForm, ownLetter } from "../forms.ts"
import { showEarlier } from "./earlier.tsx"
import { showEdit, takeEdit } from "./edit.tsx"
import { takeKeep, takeMute, takeThanks } from "./gestures.tsx"
import { showDrafts, showKept, takeDiscard } from "./kept.tsx"
import { takeJoin, takeLeave } from "./membership.tsx"
import { showTakeBack, takeTakeBack } from "./own.tsx"
import { showReport, takeReport } from "./report.tsx"
import { showWrite, takeWrite } from "./write.tsx"

const uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"

/** Where members come in, speak, and find again what they keep. */
export const speakingRoutes = (world: World, elsewhere: Elsewhere): Hono => {
	const app = new Hono()
	app.get("/drafts", showDrafts(world))
	app.post(`/drafts/:id{${uuid}}/discard`, ownForm(world), takeDiscard(world))
	app.get("/bookmarks", showKept(world))
	app.post("/:handle{@[^/]+}/join", ownForm(world), takeJoin(world))
	app.post("/:handle{@[^/]+}/leave", ownForm(world), takeLeave(world))
	app.get("/:handle{@[^/]+}/write", showWrite(world))
	app.post("/:handle{@[^/]+}/write", ownLetter(world), takeWrite(world, elsewhere))
	app.get(`/:handle{@[^/]+}/t/:thread{${uuid}}/reply`, showWrite(world))
	app.post(`/:handle{@[^/]+}/t/:thread{${uuid}}/reply`, ownLetter(world), takeWrite(world, elsewhere))
	app.post(`/:handle{@[^/]+}/t/:thread{${uuid}}/mute`, ownForm(world), takeMute(world))
	app.get(`/:handle{@[^/]+}/p/:id{${uuid}}/earlier`, showEarlier(world))
	app.post(`/:handle{@[^/]+}/p/:id{${uuid}}/thanks`, ownForm(world), takeThanks(world))
	app.post(`/:handle{@[^/]+}/p/:id{${uuid}}/keep`, ownForm(world), takeKeep(world))
	app.get(`/:handle{@[^/]+}/p/:id{${uuid}}/edit`, showEdit(world))
	app.post(`/:handle{@[^/]+}/p/:id{${uuid}}/edit`, ownLetter(world), takeEdit(world, elsewhere))
	app.get(`/:handle{@[^/]+}/p/:id{${uuid}}/take-back`, showTakeBack(world))
	app.post(`/:handle{@[^/]+}/p/:id{${uuid}}/take-back`, ownForm(world), takeTakeBack(world))
	app.get(`/:handle{@[^/]+}/p/:id{${uuid}}/report`, showReport(world))
	app.post(`/:handle{@[^/]+}/p/:id{${uuid}}/report`, ownForm(world), takeReport(world))
	return app
}
