import { Hono } from "hono"
import { every } from "hono/combine"
import type { Check } from "../../doctor/check.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { ownForm, ownLetter, wholeList } from "../forms.ts"
import { missing } from "../missing.tsx"
import { signedInOf } from "../session.ts"
import { borderRoutes } from "./borders/routes.ts"
import { showComers, takeAnswer, takeInviteBack, takeRegistrations } from "./comers.tsx"
import { showClosing, showGroups, takeClosing } from "./groups.tsx"
import { forOperators, freshly } from "./operator.ts"
import { showPeople, showSomebody, takeDeed } from "./people.tsx"
import { showBounds, takeBounds } from "./policy.tsx"
import { showDropping, showQueue, takeDropping, takeRetry } from "./queue.tsx"
import { showAdmin, showDescription, takeDescription } from "./server.tsx"
import { showHealth, showLog } from "./state.tsx"

/** Where whoever runs the server looks after it. To everybody else none of this is there. */
export const adminRoutes = (world: World, examine: () => Promise<Check[]>, elsewhere: Elsewhere): Hono => {
	const app = new Hono()
	const to = forOperators(world, examine)
	// Before anything is read of a form: what is not there refuses no form either.
	app.use("/admin/*", (c, next) => (signedInOf(c)?.account.operator ? next() : missing(c, world)))
	const form = every(ownForm(world))
	app.get("/admin", to(showAdmin))
	app.get(
		"/admin/server",
		to((one) => showDescription(one)),
	)
	app.post("/admin/server", form, to(takeDescription))
	app.get(
		"/admin/comers",
		to((one) => showComers(one)),
	)
	app.post("/admin/comers", form, to(takeRegistrations))
	app.post("/admin/comers/answer", form, to(takeAnswer))
	app.post("/admin/comers/revoke", form, to(takeInviteBack))
	app.get("/admin/people", to(showPeople))
	app.get("/admin/people/:handle", to(freshly((one) => showSomebody(one))))
	app.post("/admin/people/:handle/:deed{disable|enable|appoint|dismiss|reset}", form, to(freshly(takeDeed)))
	app.get("/admin/groups", to(showGroups))
	app.get("/admin/groups/:handle", to(freshly((one) => showClosing(one), "/admin/groups")))
	app.post("/admin/groups/:handle", form, to(freshly(takeClosing, "/admin/groups")))
	app.get(
		"/admin/policy",
		to((one) => showBounds(one)),
	)
	app.post("/admin/policy", form, to(takeBounds))
	app.route(
		"/",
		borderRoutes(to, { form, wholeList: ownForm(world, wholeList), onePicture: ownLetter(world) }, elsewhere),
	)
	app.get("/admin/queue", to(showQueue))
	app.post("/admin/queue/retry", form, to(takeRetry))
	app.get("/admin/queue/drop", to(showDropping))
	app.post("/admin/queue/drop", form, to(takeDropping))
	app.get("/admin/health", to(showHealth))
	app.get("/admin/log", to(showLog))
	return app
}
