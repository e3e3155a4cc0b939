import { findServer } from "../../../db/server.ts"
import { enact } from "../../moderation/enact.ts"
import { describeServer } from "../../operating/describe-server.ts"
import type { Refused } from "../../result.ts"
import { formOf } from "../forms.ts"
import { quietPage } from "../page.ts"
import { AdminPage } from "../pages/admin/index.tsx"
import { DescriptionPage } from "../pages/admin/server.tsx"
import { frameOf, type Operating, statusFor } from "./operator.ts"

export const showAdmin = async (one: Operating) => quietPage(one.c, <AdminPage {...(await frameOf(one))} />)

const parts = ["name", "about", "contact", "rules", "privacy"] as const

export const showDescription = async (one: Operating, refused?: Refused, typed?: Record<string, string>) => {
	const kept = (await findServer(one.world.db))!
	const words = Object.fromEntries(parts.map((part) => [part, typed?.[part] ?? kept[part]]))
	return quietPage(
		one.c,
		<DescriptionPage {...(await frameOf(one, refused))} words={words} />,
		statusFor(refused),
	)
}

export const takeDescription = async (one: Operating) => {
	const { c, world, actor } = one
	const typed = await formOf(c)
	const words = Object.fromEntries(parts.map((part) => [part, typed[part] ?? ""]))
	const described = await enact(world, (tx) => describeServer(world, tx, { by: actor.id, ...words }))
	return described.ok ? c.redirect("/admin/server?kept=1", 303) : showDescription(one, described, words)
}
