import type { Context } from "hono"
import { findAppealAgainst } from "../../db/appeals.ts"
import { findEvent } from "../../db/events.ts"
import { findGroupByHandle } from "../../db/groups.ts"
import { findPost } from "../../db/posts.ts"
import type { EventRecord } from "../events.ts"
import type { Group } from "../groups/group.ts"
import { appealableUntil } from "../moderation/desk/appeal.ts"
import { fileAppeal } from "../moderation/desk/file-appeal.ts"
import { enact } from "../moderation/enact.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import { handleIn } from "./entrance.ts"
import { formOf } from "./forms.ts"
import { gatherServer } from "./gather.ts"
import { missing } from "./missing.tsx"
import { quietPage } from "./page.ts"
import { AppealPage } from "./pages/appeal.tsx"
import { youOf } from "./session.ts"

type Found = { group: Group; you: Actor; event: EventRecord; until: Date }

/** Where somebody asks that a decision about them is looked at again, and later reads what came of it. */
export const showAppeal = (world: World) => async (c: Context) => {
	const found = await decisionFor(c, world)
	return found instanceof Response ? found : show(c, world, found)
}

export const takeAppeal = (world: World) => async (c: Context) => {
	const found = await decisionFor(c, world)
	if (found instanceof Response) return found
	const { group, you, event } = found
	const { words = "" } = await formOf(c)
	const filed = await enact(world, (tx) => fileAppeal(world, tx, { eventId: event.id, person: you, words }))
	if (!filed.ok) return show(c, world, found, { wrong: filed.reason, words })
	return c.redirect(`/@${group.handle}/appeal/${event.id}`, 303)
}

/** For whom it concerns alone; for anybody else the address leads nowhere. */
const decisionFor = async (c: Context, world: World): Promise<Found | Response> => {
	const [handle, you, eventId] = [handleIn(c), youOf(c), c.req.param("event") ?? ""]
	if (!handle) return missing(c, world)
	if (!you) return c.redirect(`/login?next=${encodeURIComponent(`/@${handle}/appeal/${eventId}`)}`, 303)
	const group = await findGroupByHandle(world.db, handle)
	const event = group && !group.goneAt ? await findEvent(world.db, eventId) : null
	const post = event?.postId ? await findPost(world.db, event.postId) : null
	const until = event && appealableUntil(event, you.id, post?.authorId ?? null)
	return group && event?.groupId === group.id && until ? { group, you, event, until } : missing(c, world)
}

const show = async (
	c: Context,
	world: World,
	{ group, you, event, until }: Found,
	tried: { wrong?: string; words?: string } = {},
) => {
	const appeal = await findAppealAgainst(world.db, event.id)
	const props = {
		server: await gatherServer(world, you),
		group,
		decision: { type: event.type, reason: event.reason ?? "", at: event.at },
		until,
		action: `/@${group.handle}/appeal/${event.id}`,
		appeal: appeal && { words: appeal.words, outcome: appeal.outcome, answer: appeal.answer ?? "" },
		now: world.ports.now(),
		...tried,
	}
	return quietPage(c, <AppealPage {...props} />, tried.wrong ? 422 : 200)
}
