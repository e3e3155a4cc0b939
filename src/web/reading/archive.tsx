import type { Context } from "hono"
import { nearestBegun, readBegun } from "../../../db/searching.ts"
import { limits } from "../../limits.ts"
import type { World } from "../../world.ts"
import { uuid } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { zoneHere } from "../language.tsx"
import { missing } from "../missing.tsx"
import { page } from "../page.ts"
import { WeekPage } from "../pages/reading/week.tsx"
import { viewerOf, youOf } from "../session.ts"
import { groupNamed } from "../speaking/place.ts"
import { conversationView, groupPath } from "../views.ts"
import { daysOf, readWeek, spanOf, type Week, weekOf } from "./weeks.ts"

/** What was begun in a group in one week, as the reader's calendar has it; weeks in which nothing was begun are skipped. */
export const showWeek = (world: World) => async (c: Context) => {
	const [group, week] = [await groupNamed(c, world), readWeek(c.req.param("week")!)]
	if (!group || !week) return missing(c, world)
	const [you, zone] = [youOf(c), zoneHere()]
	const [viewer, span] = [viewerOf(you), spanOf(week, zone)]
	const asked = c.req.query("after") ?? ""
	const found = await readBegun(world.db, viewer, group.id, {
		...span,
		after: uuid.test(asked) ? asked : null,
		limit: limits.weekOnPage + 1,
	})
	const shown = found.slice(0, limits.weekOnPage)
	const [before, later] = [
		await nearestBegun(world.db, viewer, group.id, span.from, "before"),
		await nearestBegun(world.db, viewer, group.id, span.to, "from"),
	]
	const link = (one: Week) => ({ href: `${groupPath(group)}/w/${one.name}`, days: daysOf(one) })
	const props = {
		server: await gatherServer(world, you),
		group: {
			...group,
			path: groupPath(group),
			...(!group.local && { elsewhere: { path: groupPath(group) } }),
		},
		days: daysOf(week),
		conversations: shown.map((read) =>
			conversationView(group, { ...read, activeAt: read.sharedAt, repliedBy: [] }),
		),
		...(found.length > limits.weekOnPage && { next: `${link(week).href}?after=${shown.at(-1)!.post.id}` }),
		...(before && { earlier: link(weekOf(before, zone)) }),
		...(later && { later: link(weekOf(later, zone)) }),
		now: world.ports.now(),
	}
	return page(c, <WeekPage {...props} />)
}

/** To the latest week in which something was begun, or to this one. */
export const toLastWeek = (world: World) => async (c: Context) => {
	const group = await groupNamed(c, world)
	if (!group) return missing(c, world)
	const now = world.ports.now()
	const last = await nearestBegun(world.db, viewerOf(youOf(c)), group.id, now, "before")
	return c.redirect(`${groupPath(group)}/w/${weekOf(last ?? now, zoneHere()).name}`)
}
