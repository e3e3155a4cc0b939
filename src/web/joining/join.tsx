import type { Context, Next } from "hono"
import { create } from "qrcode"
import { listMembers } from "../../../db/members.ts"
import type { Group } from "../../groups/group.ts"
import { limits } from "../../limits.ts"
import { postingIn } from "../../moderation/policy/posting-in.ts"
import { pageAtHome } from "../../people/home.ts"
import type { Refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { groupIn } from "../entrance.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { missing } from "../missing.tsx"
import { statusOf } from "../other-ways.tsx"
import { page, quietPage } from "../page.ts"
import { ByHandPage } from "../pages/joining/by-hand.tsx"
import { JoinPage } from "../pages/joining/join.tsx"
import { OnwardPage } from "../pages/joining/onward.tsx"
import { youOf } from "../session.ts"
import { doorOf } from "../speaking/compose-views.ts"
import { groupView } from "../views.ts"
import { askHome } from "./ask-home.ts"
import { homeIn, keepHome } from "./home-cookie.ts"

/** A group that somebody of another server may join from there. */
const groupToJoin = async (c: Context, world: World): Promise<Group | null> => {
	const group = await groupIn(c, world)
	return group?.visibility === "public" && !group.movedTo ? group : null
}

/** The way in for people of other servers; those of this one have theirs on the group's page. */
export const showJoin = (world: World) => async (c: Context) => {
	const group = await groupToJoin(c, world)
	if (!group) return missing(c, world)
	if (youOf(c)?.local) return c.redirect(`/@${group.handle}#join`, 303)
	return page(c, await joinPage(c, world, group, homeIn(c, world)))
}

const joinPage = async (c: Context, world: World, group: Group, home: string, refused?: Refused) => {
	const hosts = await listMembers(world.db, group.id, ["moderator", "owner"])
	return (
		<JoinPage
			server={await gatherServer(world, youOf(c))}
			group={groupView(
				{ ...group, posting: await postingIn(world.db, group) },
				hosts.map(({ actor }) => actor),
			)}
			home={home}
			{...(refused && { wrong: refused.reason })}
		/>
	)
}

/** Brings somebody to the page of their own server where they follow the group, or says what to do by hand. */
export const takeJoinFromHome = (world: World, elsewhere: Elsewhere) => async (c: Context, next: Next) => {
	if (youOf(c)?.local) return next()
	const group = await groupToJoin(c, world)
	if (!group) return missing(c, world)
	const { home: typed = "" } = await formOf(c)
	const home = await askHome(c, world, elsewhere, typed || homeIn(c, world))
	if (!home.ok)
		return quietPage(
			c,
			await joinPage(c, world, group, typed.slice(0, limits.homeTyped), home),
			statusOf(c, home),
		)
	keepHome(c, world, home.value)
	const server = await gatherServer(world, youOf(c))
	const { uri, handle, host } = group
	const to = pageAtHome(home.value, { what: "follow", uri, handle, host })
	if (!to) return quietPage(c, <ByHandPage server={server} group={doorOf(group)} {...home.value} />)
	const text = t("Your own server shows you {{group}}. Press Follow there, and that is all.", {
		group: group.name,
	})
	return quietPage(c, <OnwardPage server={server} hue={group.hue} to={to} text={text} />)
}

/** A picture for phones: the address of a group's page. */
export const showQrCode = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	if (group?.visibility !== "public") return missing(c, world)
	c.header("Cache-Control", "public, max-age=86400")
	return c.body(drawn(group.url), 200, { "Content-Type": "image/svg+xml" })
}

/** Dark squares on white with the quiet edge that readers need (ISO/IEC 18004), one path for all of them. */
const drawn = (text: string): string => {
	const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules
	const squares = [...data].map((dark, at) =>
		dark ? `M${(at % size) + 4} ${Math.floor(at / size) + 4}h1v1h-1z` : "",
	)
	const side = size + 8
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${squares.join("")}"/></svg>`
}
