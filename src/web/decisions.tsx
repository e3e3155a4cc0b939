import type { Context } from "hono"
import { type Decision, findEvent, listDecisions } from "../../db/events.ts"
import { findMember } from "../../db/members.ts"
import type { Group } from "../groups/group.ts"
import { atLeast } from "../groups/member.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"
import { groupIn } from "./entrance.ts"
import { gatherServer } from "./gather.ts"
import { missing } from "./missing.tsx"
import { page } from "./page.ts"
import { DecisionsPage, type DecisionsPageProps } from "./pages/decisions.tsx"
import { sentenceFor } from "./pages/sentences.ts"
import { youOf } from "./session.ts"

const atOnce = 100

/** A group's mod log as everybody may read it. */
export const showDecisions = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	if (!group) return missing(c, world)
	const after = c.req.query("after")
	const before = await positionOf(world, group, after)
	const you = youOf(c)
	const member = you && (await findMember(world.db, group.id, you.id))
	const named = atLeast(member?.role ?? null, "member")
	const { shown, more } = await readable(world, group, { before, named })
	const last = shown.at(-1)
	const props: DecisionsPageProps = {
		server: await gatherServer(world, you),
		group,
		decisions: shown.map(({ text, reason, at }) => ({ text, reason, at })),
		...(more && last && { next: `/@${group.handle}/decisions?after=${last.id}` }),
		first: before === null,
		named,
		now: world.ports.now(),
	}
	return page(c, <DecisionsPage {...props} />)
}

/** A place in the log is the id of the decision before it: positions count what happens on the whole server. */
const positionOf = async (world: World, group: Group, id: string | undefined): Promise<number | null> => {
	if (!id || !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) return null
	const event = (await findEvent(world.db, id)) as Decision | null
	return event?.groupId === group.id ? event.position : null
}

/** The next decisions that may be read, past those that may not. */
const readable = async (
	world: World,
	group: Group,
	{ before, named }: { before: number | null; named: boolean },
) => {
	const shown: { id: string; at: Date; text: string; reason: string | null }[] = []
	let from = before
	for (let round = 0; round < limits.decisionRounds; round++) {
		const rows = await listDecisions(world.db, group.id, { before: from, limit: atOnce })
		for (const row of rows) {
			const sentence = sentenceFor(row, { named })
			if (sentence && shown.length === limits.decisionsOnPage) return { shown, more: true }
			if (sentence) shown.push({ id: row.id, at: row.at, ...sentence })
		}
		if (rows.length < atOnce) return { shown, more: false }
		from = rows.at(-1)!.position
	}
	return { shown, more: shown.length > 0 }
}
