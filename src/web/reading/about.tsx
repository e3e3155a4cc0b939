import type { Context } from "hono"
import { findMember, listMembers } from "../../../db/members.ts"
import { findPolicies } from "../../../db/policies.ts"
import { listFollowingServers } from "../../../db/reach.ts"
import type { Group } from "../../groups/group.ts"
import { atLeast } from "../../groups/member.ts"
import { limits } from "../../limits.ts"
import { bound } from "../../moderation/policy/bound.ts"
import { postingIn } from "../../moderation/policy/posting-in.ts"
import type { Actor } from "../../people/actor.ts"
import type { World } from "../../world.ts"
import { groupIn } from "../entrance.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { missing } from "../missing.tsx"
import { openPage, page } from "../page.ts"
import { describe } from "../pages/policy/describe.ts"
import { GroupAboutPage } from "../pages/reading/about.tsx"
import { wantsToBeFound } from "../previews/preview.ts"
import { youOf } from "../session.ts"
import { groupView } from "../views.ts"

/** What a group is and how it is run. */
export const showGroupAbout = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	if (!group) return missing(c, world)
	const you = youOf(c)
	const hosts = (await listMembers(world.db, group.id, ["moderator", "owner"])).map(({ actor }) => actor)
	const servers = await serversFor(world, group, you)
	const serve = wantsToBeFound(group) ? openPage : page
	return serve(
		c,
		<GroupAboutPage
			server={await gatherServer(world, you)}
			group={{
				...groupView(group, hosts),
				posting: await postingIn(world.db, group),
				machine: await machineOf(world, group),
			}}
			openedAt={group.createdAt}
			{...(servers && { servers })}
			now={world.ports.now()}
		/>,
	)
}

/** What the group's machine does, in words; a group elsewhere has its own there. */
const machineOf = async ({ db }: World, group: Group): Promise<string[]> => {
	if (!group.local) return []
	const { rules, bounds } = await findPolicies(db, group.id)
	return describe(bound({ posting: group.posting, rules }, bounds).rules)
}

/** On which servers a group is heard says something of who its people are, so only they are told. */
const serversFor = async ({ db }: World, group: Group, you: Actor | null): Promise<string[] | null> => {
	const role = you ? ((await findMember(db, group.id, you.id))?.role ?? null) : null
	if (!atLeast(role, "member")) return null
	const found = await listFollowingServers(db, group.id, limits.serversNamed + 1)
	const names = found.slice(0, limits.serversNamed).map(({ host }) => host)
	return found.length > limits.serversNamed ? [...names, t("others")] : names
}
