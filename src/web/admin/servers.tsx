import { listDomainPolicies } from "../../../db/moderation.ts"
import { listQueuedHosts } from "../../../db/queue.ts"
import { enact } from "../../moderation/enact.ts"
import { limitDomain } from "../../moderation/limit-domain.ts"
import type { Refused } from "../../result.ts"
import { formOf } from "../forms.ts"
import { quietPage } from "../page.ts"
import { ServersPage } from "../pages/admin/servers.tsx"
import { frameOf, type Operating, statusFor } from "./operator.ts"

export const showServers = async (one: Operating, refused?: Refused) => {
	const { c, world } = one
	const policies = await listDomainPolicies(world.db, null)
	const troubled = (await listQueuedHosts(world.db, { dropped: false })).filter(
		({ state }) => state === "backing-off",
	)
	const dropped = await listQueuedHosts(world.db, { dropped: true })
	const shown = { policies, troubled, dropped }
	return quietPage(c, <ServersPage {...(await frameOf(one, refused))} {...shown} />, statusFor(refused))
}

export const takePolicy = async (one: Operating) => {
	const { c, world, actor } = one
	const { domain = "", severity = "", reason = "" } = await formOf(c)
	const deed = {
		groupId: null,
		domain: domain.slice(0, 300),
		severity: severity === "block" || severity === "limit" ? severity : null,
		by: { actorId: actor.id },
		reason,
	} as const
	const decided = await enact(world, (tx) => limitDomain(world, tx, deed))
	return decided.ok ? c.redirect("/admin/servers?kept=1", 303) : showServers(one, decided)
}
