import type { Context } from "hono"
import { type News, readNews } from "../../../db/news.ts"
import { limits } from "../../limits.ts"
import { lookAtNews } from "../../notifications/look-at-news.ts"
import type { World } from "../../world.ts"
import { gatherServer, readPlace } from "../gather.ts"
import { quietPage } from "../page.ts"
import { NotificationsPage } from "../pages/notifications/page.tsx"
import { youOf } from "../session.ts"
import { newsView } from "./views.ts"

/** What happened to whoever is signed in, the latest first. The first page is a look: what stood there is not new the next time. */
export const showNotifications = (world: World) => async (c: Context) => {
	const { db, ports } = world
	const you = youOf(c)!
	const now = ports.now()
	const place = readPlace(c.req.query("after"))
	const since = new Date(now.getTime() - limits.newsShown)
	const before = place && { at: place.activeAt, id: place.postId }
	const rows = await readNews(db, you.id, { since, before, limit: limits.newsOnPage + 1, now })
	const shown = rows.slice(0, limits.newsOnPage)
	const newSince = before || isAhead(c) ? null : await db.transaction((tx) => lookAtNews(world, tx, you.id))
	const last = shown.at(-1)
	const props = {
		server: await gatherServer(world, you),
		news: shown.map(newsView),
		newSince,
		...(rows.length > limits.newsOnPage && last && { next: `/notifications?after=${placeOf(last)}` }),
		first: before === null,
		now,
	}
	return quietPage(c, <NotificationsPage {...props} />)
}

/** A browser that fetches what its owner may open next has not shown them anything yet. */
const isAhead = (c: Context): boolean => /prefetch/i.test(c.req.header("sec-purpose") ?? "")

const placeOf = ({ at, id }: News): string => `${at.getTime().toString(36)}.${id}`
