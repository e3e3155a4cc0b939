import { listTies } from "../../../../db/borders/ties.ts"
import { findServer } from "../../../../db/server.ts"
import { changeFederating } from "../../../moderation/borders/change-federating.ts"
import { unlistedHosts } from "../../../moderation/borders/cut-off.ts"
import { showBorders } from "../../../moderation/borders/show-borders.ts"
import { enact } from "../../../moderation/enact.ts"
import { refused } from "../../../result.ts"
import { formOf } from "../../forms.ts"
import { quietPage } from "../../page.ts"
import { ReachPage } from "../../pages/admin/borders/reach.tsx"
import { frameOf, type Operating, statusFor } from "../operator.ts"

export const showReach = async (one: Operating, refusal?: ReturnType<typeof refused>) => {
	const { c, world } = one
	const { federating, bordersShown } = (await findServer(world.db))!
	const hosts = await unlistedHosts(world.db)
	const ties = Map.groupBy(await listTies(world.db, hosts), ({ host }) => host)
	const unlisted = hosts.map((host) => ({ host, ties: ties.get(host) ?? [] }))
	return quietPage(
		c,
		<ReachPage {...(await frameOf(one, refusal))} {...{ federating, bordersShown, unlisted }} />,
		statusFor(refusal),
	)
}

const unclear = refused("invalid", "Please choose one of the answers.")

export const takeReach = async (one: Operating) => {
	const { c, world, actor } = one
	const { federating } = await formOf(c)
	if (federating !== "open" && federating !== "listed") return showReach(one, unclear)
	const { keep = [] } = await c.req.parseBody({ all: true })
	const kept = [keep].flat().filter((host) => typeof host === "string")
	const change = { federating, keep: kept, by: { actorId: actor.id } } as const
	const changed = await enact(world, (tx) => changeFederating(world, tx, change))
	return changed.ok ? c.redirect("/admin/servers/reach?kept=1", 303) : showReach(one, changed)
}

export const takeShown = async (one: Operating) => {
	const { c, world, actor } = one
	const { to } = await formOf(c)
	if (to !== "operators" && to !== "members" && to !== "everyone") return showReach(one, unclear)
	const shown = await enact(world, (tx) => showBorders(world, tx, { to, by: { actorId: actor.id } }))
	return shown.ok ? c.redirect("/admin/servers/reach?kept=1", 303) : showReach(one, shown)
}
