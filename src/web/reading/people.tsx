import type { Context } from "hono"
import { findMember } from "../../../db/members.ts"
import { type Belonging, listPeople } from "../../../db/people.ts"
import { atLeast } from "../../groups/member.ts"
import { limits } from "../../limits.ts"
import { excerptOf, plainText } from "../../posts/markup.ts"
import type { World } from "../../world.ts"
import { groupIn } from "../entrance.ts"
import { uuid } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { missing } from "../missing.tsx"
import { page } from "../page.ts"
import { type MemberView, PeoplePage } from "../pages/reading/people.tsx"
import { viewerOf, youOf } from "../session.ts"
import { groupPath, personView } from "../views.ts"

/** Who is in a group, by name. The place to read on from is a person of the page before. */
export const showPeople = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	if (!group) return missing(c, world)
	const you = youOf(c)
	const asked = c.req.query("after") ?? ""
	const after = uuid.test(asked) ? asked : null
	const found = await listPeople(world.db, viewerOf(you), group.id, {
		after,
		limit: limits.peopleOnPage + 1,
	})
	const shown = found.slice(0, limits.peopleOnPage)
	const last = shown.at(-1)
	const role = you ? ((await findMember(world.db, group.id, you.id))?.role ?? null) : null
	const props = {
		server: await gatherServer(world, you),
		group,
		people: shown.map(memberView),
		all: atLeast(role, "member"),
		...(found.length > limits.peopleOnPage &&
			last && { next: `${groupPath(group)}/people?after=${last.actor.id}` }),
		first: after === null,
	}
	return page(c, <PeoplePage {...props} />)
}

const memberView = ({ actor, role }: Belonging): MemberView => ({
	...personView(actor),
	...(actor.local && { url: `/@${actor.handle}` }),
	local: actor.local,
	line: excerptOf(plainText(actor.summary), 120),
	host: atLeast(role, "moderator"),
})
