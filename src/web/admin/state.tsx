import { type Decision, findEvent, listOperating } from "../../../db/events.ts"
import { limits } from "../../limits.ts"
import { installation } from "../../version.ts"
import { uuid } from "../forms.ts"
import { quietPage } from "../page.ts"
import { HealthPage } from "../pages/admin/health.tsx"
import { LogPage } from "../pages/admin/log.tsx"
import { operatingSentence } from "../pages/admin/sentences.ts"
import { frameOf, type Operating } from "./operator.ts"

/** All that `snug doctor` looks at, as it is now. */
export const showHealth = async (one: Operating) => {
	const checks = await one.examine()
	const page = <HealthPage {...(await frameOf(one))} checks={checks} version={installation.version} />
	return quietPage(one.c, page)
}

/** What was done to the server as a whole, and by whom. */
export const showLog = async (one: Operating) => {
	const { c, world } = one
	const after = c.req.query("after") ?? ""
	const from = uuid.test(after) ? ((await findEvent(world.db, after)) as Decision | null) : null
	const limit = limits.decisionsOnPage
	const rows = await listOperating(world.db, { before: from?.position ?? null, limit: limit + 1 })
	const entries = rows.slice(0, limit).map((row) => ({
		at: row.at,
		text: operatingSentence(row),
		reason: row.reason,
	}))
	const last = rows[limit - 1]
	const next = rows.length > limit && last ? { next: `/admin/log?after=${last.id}` } : {}
	return quietPage(c, <LogPage {...(await frameOf(one))} entries={entries} {...next} />)
}
