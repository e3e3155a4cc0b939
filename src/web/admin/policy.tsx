import { findBounds, listBounds } from "../../../db/policies.ts"
import { limits } from "../../limits.ts"
import { enact } from "../../moderation/enact.ts"
import { asBoundsForm, type BoundsForm, boundNames, readBounds } from "../../moderation/policy/read-bounds.ts"
import { setBounds } from "../../moderation/policy/set-bounds.ts"
import { handleOf } from "../../people/actor.ts"
import { type Refused, refused } from "../../result.ts"
import { type Form, formOf } from "../forms.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { BoundsPage } from "../pages/admin/policy.tsx"
import { frameOf, type Operating, statusFor } from "./operator.ts"

type Again = { refused: Refused; typed: BoundsForm; reason: string; problems?: Record<string, string> }

/** What the server demands of the rules of every group, as fields, and what it demanded before. */
export const showBounds = async (one: Operating, again?: Again): Promise<Response> => {
	const { c, world } = one
	const { version, bounds } = await findBounds(world.db)
	const asked = c.req.query("before") ?? ""
	const before = /^\d{1,9}$/.test(asked) ? Number(asked) : null
	const found = await listBounds(world.db, { before, limit: limits.versionsOnPage + 1 })
	const versions = found.slice(0, limits.versionsOnPage)
	const last = versions.at(-1)
	const page = (
		<BoundsPage
			{...(await frameOf(one, again?.problems ? undefined : again?.refused))}
			{...(again && { kept: false })}
			holding={bounds}
			version={version}
			typed={again?.typed ?? asBoundsForm(bounds)}
			reason={again?.reason ?? ""}
			problems={again?.problems ?? {}}
			versions={versions.map(({ by, ...rest }) => ({
				...rest,
				by: by && (by.goneAt ? t("Somebody") : handleOf(by)),
			}))}
			{...(found.length > versions.length && last && { next: `/admin/policy?before=${last.version}` })}
		/>
	)
	return quietPage(c, page, statusFor(again?.refused))
}

/** What the form says, under the names of the rules: a box that is not ticked is not sent at all. */
const boundsTyped = (form: Form): Partial<BoundsForm> => ({
	...Object.fromEntries(Object.entries(form).filter(([name]) => boundNames.includes(name))),
	newcomer_links: form.links_wait === "yes" ? "off" : "on",
	strangers: form.strangers_out === "yes" ? "off" : "on",
})

export const takeBounds = async (one: Operating): Promise<Response> => {
	const { c, world, actor } = one
	const form = await formOf(c)
	const before = (await findBounds(world.db)).bounds
	const typed = { ...asBoundsForm(before), ...boundsTyped(form) }
	const reason = form.reason ?? ""
	const read = readBounds(typed)
	if ("problems" in read) {
		const [first = ""] = Object.values(read.problems)
		return showBounds(one, { refused: refused("invalid", first), typed, reason, problems: read.problems })
	}
	const since = /^\d{1,9}$/.test(form.since ?? "") ? Number(form.since) : undefined
	const deed = { bounds: read.bounds, by: { actorId: actor.id }, reason }
	const set = await enact(world, (tx) =>
		setBounds(world, tx, { ...deed, ...(since !== undefined && { since }) }),
	)
	if (set.ok) return c.redirect("/admin/policy?kept=1", 303)
	// Whoever was too late begins with what holds now; anything else is mended in what was typed.
	const shown = set.code === "too-late" ? asBoundsForm((await findBounds(world.db)).bounds) : typed
	return showBounds(one, { refused: set, typed: shown, reason })
}
