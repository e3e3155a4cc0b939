import type { Context } from "hono"
import { findPolicies, listPolicies } from "../../../db/policies.ts"
import { limits } from "../../limits.ts"
import { bound } from "../../moderation/policy/bound.ts"
import type { World } from "../../world.ts"
import { groupIn } from "../entrance.ts"
import { gatherServer } from "../gather.ts"
import { missing } from "../missing.tsx"
import { page } from "../page.ts"
import { VersionsPage } from "../pages/policy/versions.tsx"
import { youOf } from "../session.ts"

/** What a machine decides in a group, in words: for everybody who may see the group. */
export const showVersions = (world: World) => async (c: Context) => {
	const group = await groupIn(c, world)
	if (!group) return missing(c, world)
	const asked = c.req.query("before") ?? ""
	const before = /^\d{1,9}$/.test(asked) ? Number(asked) : null
	const { rules, bounds } = await findPolicies(world.db, group.id)
	const found = await listPolicies(world.db, group.id, { before, limit: limits.versionsOnPage + 1 })
	const versions = found.slice(0, limits.versionsOnPage)
	const last = versions.at(-1)
	return page(
		c,
		<VersionsPage
			server={await gatherServer(world, youOf(c))}
			group={group}
			holding={bound({ posting: group.posting, rules }, bounds).rules}
			versions={versions}
			{...(found.length > versions.length &&
				last && { next: `/@${group.handle}/about/rules?before=${last.version}` })}
			first={before === null}
			now={world.ports.now()}
		/>,
	)
}
