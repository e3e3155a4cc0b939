import { Hono, type MiddlewareHandler } from "hono"
import type { Elsewhere } from "../../elsewhere.ts"
import type { forOperators } from "../operator.ts"
import { giveList, showList, showLists, takeLines, takeList, takeSubscription } from "./lists.tsx"
import { showPersons, takePerson } from "./persons.tsx"
import { showPictures, takePicture } from "./pictures.tsx"
import { showReach, takeReach, takeShown } from "./reach.tsx"
import { showServers, takePolicy } from "./servers.tsx"

/** What the operator decides about others: servers, single people, and with whom there is anything to do at all. */
export const borderRoutes = (
	to: ReturnType<typeof forOperators>,
	{
		form,
		wholeList,
		onePicture,
	}: { form: MiddlewareHandler; wholeList: MiddlewareHandler; onePicture: MiddlewareHandler },
	elsewhere: Elsewhere,
): Hono => {
	const app = new Hono()
	app.get(
		"/admin/servers",
		to((one) => showServers(one)),
	)
	app.post("/admin/servers", form, to(takePolicy))
	app.get(
		"/admin/servers/reach",
		to((one) => showReach(one)),
	)
	app.post("/admin/servers/reach", wholeList, to(takeReach))
	app.post("/admin/servers/shown", form, to(takeShown))
	app.get(
		"/admin/servers/people",
		to((one) => showPersons(one)),
	)
	app.post("/admin/servers/people", form, to(takePerson(elsewhere)))
	app.get(
		"/admin/servers/lists",
		to((one) => showLists(one)),
	)
	app.post("/admin/servers/lists", wholeList, to(takeList))
	app.post("/admin/servers/lists/subscribe", form, to(takeSubscription))
	app.get(
		"/admin/servers/lists/:id",
		to((one) => showList(one)),
	)
	app.post("/admin/servers/lists/:id", wholeList, to(takeLines))
	app.get("/admin/servers/domain_blocks.csv", to(giveList))
	app.get(
		"/admin/servers/pictures",
		to((one) => showPictures(one)),
	)
	app.post("/admin/servers/pictures", onePicture, to(takePicture))
	return app
}
