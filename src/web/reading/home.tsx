import type { Context } from "hono"
import { listDrafts } from "../../../db/drafts.ts"
import { findGroup, listGroups } from "../../../db/groups.ts"
import { listMatters, listOwnGroups, type OwnGroup, readNews } from "../../../db/home.ts"
import { mayCreate } from "../../groups/create-group.ts"
import type { Group } from "../../groups/group.ts"
import { limits } from "../../limits.ts"
import type { Actor } from "../../people/actor.ts"
import { excerptOf, plainText } from "../../posts/markup.ts"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { openPage, page } from "../page.ts"
import { type DoorView, HomePage } from "../pages/home.tsx"
import { OwnHomePage, type RoomView, type WaitingView } from "../pages/reading/home.tsx"
import { youOf } from "../session.ts"
import { groupPath } from "../views.ts"

/** The first page: the doors of this server, or what is new to somebody who is signed in. */
export const showHome = (world: World) => async (c: Context) => {
	const you = youOf(c)
	const [server, doors] = [await gatherServer(world, you), await listGroups(world.db, "public")]
	if (!you) return openPage(c, <HomePage server={server} groups={doors.map(doorView)} />)
	const own = await listOwnGroups(world.db, you.id)
	const news = Map.groupBy(await readNews(world.db, you.id), ({ groupId }) => groupId)
	const rooms = await Promise.all(
		own.map((one) => roomView(world, one, news.get(one.group.id)?.map(({ author }) => author) ?? [])),
	)
	const inside = new Set(own.map(({ group }) => group.id))
	const others = doors.filter(({ id }) => !inside.has(id)).map(doorView)
	const waiting = await gatherWaiting(world, you, own)
	return page(
		c,
		<OwnHomePage
			server={server}
			rooms={rooms}
			waiting={waiting}
			others={others}
			opens={(await mayCreate(world.db, { actorId: you.id })).ok}
			now={world.ports.now()}
		/>,
	)
}

const doorView = (group: Group): DoorView => ({
	handle: group.handle,
	name: group.name,
	about: plainText(group.summary),
	hue: group.hue,
})

const roomView = async (
	{ db }: World,
	{ group, asked, since }: OwnGroup,
	wrote: string[],
): Promise<RoomView> => ({
	path: groupPath(group),
	handle: group.handle,
	name: group.name,
	hue: (await findGroup(db, group.id))?.hue ?? 45,
	...(!group.local && { host: group.host }),
	asked,
	wrote,
	since,
})

const kinds = ["requests", "held", "reports", "letters"] as const

const gatherWaiting = async ({ db }: World, you: Actor, own: OwnGroup[]): Promise<WaitingView[]> => {
	const named = new Map(own.map(({ group }) => [group.id, group]))
	const matters = (await listMatters(db, you.id)).flatMap((waits): WaitingView[] => {
		const group = named.get(waits.groupId)
		if (!group) return []
		const at = { group: group.name, href: `${groupPath(group)}/desk` }
		return kinds
			.filter((kind) => waits[kind])
			.map((kind) => ({ kind, ...at, ...(kind === "letters" && { href: `${at.href}/letters` }) }))
	})
	const drafts = (await listDrafts(db, you.id, limits.waitingShown)).map(({ draft, group, threadId }) => ({
		kind: "draft" as const,
		group: group.name,
		words: draft.title || excerptOf(draft.source.replace(/\s+/g, " "), 60),
		href: `${groupPath(group)}/${threadId ? `t/${threadId}/reply` : "write"}?draft=${draft.id}`,
	}))
	return [...matters, ...drafts]
}
