import type { Context } from "hono"
import { type Read, readPostIn } from "../../../db/reading.ts"
import type { Group } from "../../groups/group.ts"
import { limits } from "../../limits.ts"
import { pageAtHome } from "../../people/home.ts"
import type { Refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { groupIn } from "../entrance.ts"
import { formOf, uuid } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { missing } from "../missing.tsx"
import { statusOf } from "../other-ways.tsx"
import { quietPage } from "../page.ts"
import { ByHandPage } from "../pages/joining/by-hand.tsx"
import { FromHomePage } from "../pages/joining/from-home.tsx"
import { OnwardPage } from "../pages/joining/onward.tsx"
import { youOf } from "../session.ts"
import { doorOf } from "../speaking/compose-views.ts"
import { postView } from "../views.ts"
import { askHome } from "./ask-home.ts"
import { homeIn, keepHome } from "./home-cookie.ts"

type Found = { group: Group; read: Read }

/** The post to answer: the one that is named, or the one that began the thread. Only what everybody may read is found. */
const found = async (c: Context, world: World, to = ""): Promise<Found | null> => {
	const group = await groupIn(c, world)
	const id = uuid.test(to) ? to : c.req.param("thread")!
	const read = group?.visibility === "public" ? await readPostIn(world.db, "anyone", group.id, id) : null
	return group && read ? { group, read } : null
}

/** Where somebody says from which server they answer; who has an account here answers here. */
export const showFromHome = (world: World) => async (c: Context) => {
	const to = c.req.query("to")
	const at = await found(c, world, to)
	if (!at) return missing(c, world)
	const { post } = at.read
	if (youOf(c)?.local) return c.redirect(`/@${at.group.handle}/t/${post.threadId}/reply?to=${post.id}`, 303)
	return show(c, world, at, homeIn(c, world))
}

const show = async (c: Context, world: World, { group, read }: Found, home: string, refused?: Refused) =>
	quietPage(
		c,
		<FromHomePage
			server={await gatherServer(world, youOf(c))}
			group={doorOf(group)}
			post={postView(read, 0, new Map())}
			action={`/@${group.handle}/t/${read.post.threadId}/from-home`}
			to={read.post.id}
			home={home}
			{...(refused && { wrong: refused.reason })}
			now={world.ports.now()}
		/>,
		refused ? statusOf(c, refused) : 200,
	)

/** Brings somebody to the post on their own server, where they answer it. */
export const takeFromHome = (world: World, elsewhere: Elsewhere) => async (c: Context) => {
	const { home: typed = "", to } = await formOf(c)
	const at = await found(c, world, to)
	if (!at) return missing(c, world)
	const home = await askHome(c, world, elsewhere, typed || homeIn(c, world))
	if (!home.ok) return show(c, world, at, typed.slice(0, limits.homeTyped), home)
	keepHome(c, world, home.value)
	const { group, read } = at
	const server = await gatherServer(world, youOf(c))
	const { handle, host, hue } = group
	const page = pageAtHome(home.value, { what: "reply", uri: read.post.uri, handle, host })
	if (!page)
		return quietPage(
			c,
			<ByHandPage server={server} group={doorOf(group)} post={read.post.uri} {...home.value} />,
		)
	const text = t(
		"Your own server opens the post; answer it there. Mention {{address}}, and the whole group hears you.",
		{
			address: `@${handle}@${host}`,
		},
	)
	return quietPage(c, <OnwardPage server={server} hue={hue} to={page} text={text} />)
}
