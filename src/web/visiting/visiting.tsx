import type { Context } from "hono"
import { listPlacesOfGuest } from "../../../db/visits.ts"
import { endSessions } from "../../accounts/settings/end-sessions.ts"
import { enact } from "../../moderation/enact.ts"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { quietPage } from "../page.ts"
import { VisitingPage } from "../pages/visiting/visiting.tsx"
import { dropToken, youOf } from "../session.ts"
import { personView } from "../views.ts"

/** Who a guest is here, where they belong, and the way out. */
export const showVisiting = (world: World) => async (c: Context) => {
	const you = youOf(c)
	if (!you) return c.redirect("/login/elsewhere", 303)
	if (you.local) return c.redirect("/settings", 303)
	const places = await listPlacesOfGuest(world.db, you.id)
	return quietPage(
		c,
		<VisitingPage
			server={await gatherServer(world, you)}
			you={personView(you)}
			host={you.host}
			places={places.map(({ group, role, requestedAt }) => ({
				handle: group.handle,
				name: group.name,
				state: role === "follower" && requestedAt ? ("asked" as const) : role,
			}))}
		/>,
	)
}

/** Signs a guest out wherever they came in. */
export const takeVisitEnd = (world: World) => async (c: Context) => {
	const you = youOf(c)
	if (you && !you.local)
		await enact(world, (tx) => endSessions(world, tx, { actorId: you.id, which: { allBut: "" } }))
	await dropToken(c, world)
	return c.redirect("/", 303)
}
