import type { Context } from "hono"
import { enact } from "../../moderation/enact.ts"
import { setNewsMail } from "../../notifications/set-news-mail.ts"
import { unsubscriberOf } from "../../notifications/unsubscribe.ts"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { UnsubscribePage } from "../pages/notifications/unsubscribe.tsx"
import { youOf } from "../session.ts"

/** Looking ends nothing: programs look at links in letters before people do. */
export const showUnsubscribe = (world: World) => async (c: Context) => {
	if (!unsubscriberOf(world.secretKey, c.req.param("token")!)) return missing(c, world)
	const server = await gatherServer(world, youOf(c))
	return quietPage(c, <UnsubscribePage server={server} action={c.req.path} />)
}

/**
 * Ends somebody's letters about news. A mail program sends this by itself, without a page of ours (RFC 8058), so it may
 * come from anywhere; whoever has the token may do this and nothing else.
 */
export const takeUnsubscribe = (world: World) => async (c: Context) => {
	const actorId = unsubscriberOf(world.secretKey, c.req.param("token")!)
	if (!actorId) return missing(c, world)
	const ended = await enact(world, (tx) => setNewsMail(world, tx, { actorId, on: false }))
	if (!ended.ok) return missing(c, world)
	return quietPage(c, <UnsubscribePage server={await gatherServer(world, youOf(c))} done />)
}
