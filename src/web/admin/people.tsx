import { type AccountHolder, findAccount, listAccounts } from "../../../db/accounts.ts"
import { findActor, findLocalActor } from "../../../db/actors.ts"
import { listInvited } from "../../../db/invites.ts"
import { disableAccount, enableAccount } from "../../accounts/settings/disable-account.ts"
import { resetAccount } from "../../accounts/settings/reset-account.ts"
import { limits } from "../../limits.ts"
import { enact } from "../../moderation/enact.ts"
import { changeOperator } from "../../operating/change-operator.ts"
import type { Refused } from "../../result.ts"
import { formOf } from "../forms.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { PeoplePage, SomebodyPage } from "../pages/admin/people.tsx"
import { personView } from "../views.ts"
import { frameOf, type Operating, statusFor } from "./operator.ts"

export const showPeople = async (one: Operating) => {
	const { c, world } = one
	const [search, after] = [
		(c.req.query("name") ?? "").slice(0, 100),
		(c.req.query("after") ?? "").slice(0, 60),
	]
	const limit = limits.accountsOnPage
	const found = await listAccounts(world.db, { search, after, limit: limit + 1 })
	const people = found.slice(0, limit).map(({ actor, account }) => ({
		...personView(actor),
		at: `/admin/people/${actor.handle}`,
		operator: account.operator,
		disabled: account.disabledAt !== null,
	}))
	const last = found[limit - 1]
	const next = new URLSearchParams({ name: search, after: last?.actor.handle ?? "" })
	const shown = { search, people, ...(found.length > limit && { next: `/admin/people?${next}` }) }
	return quietPage(c, <PeoplePage {...(await frameOf(one))} {...shown} />)
}

const holderIn = async ({ c, world }: Operating): Promise<AccountHolder | null> => {
	const actor = await findLocalActor(world.db, c.req.param("handle")!)
	const account = actor ? await findAccount(world.db, actor.id) : null
	return actor && account && !actor.goneAt ? { actor, account } : null
}

export const showSomebody = async (one: Operating, refused?: Refused, link?: string) => {
	const { c, world } = one
	const holder = await holderIn(one)
	if (!holder) return missing(c, world)
	const { actor, account } = holder
	const by = account.invitedBy ? await findActor(world.db, account.invitedBy) : null
	const shown = {
		person: personView(actor),
		handle: actor.handle,
		you: actor.id === one.actor.id,
		operator: account.operator,
		disabled: account.disabledAt,
		since: account.createdAt,
		invitedBy: by && !by.goneAt ? personView(by) : null,
		invited: (await listInvited(world.db, actor.id)).map(personView),
		...(link && { link }),
	}
	return quietPage(c, <SomebodyPage {...(await frameOf(one, refused))} {...shown} />, statusFor(refused))
}

/** What is done about one account; each is a command of its own. */
export const takeDeed = async (one: Operating) => {
	const { c, world } = one
	const holder = await holderIn(one)
	if (!holder) return missing(c, world)
	const { reason = "" } = await formOf(c)
	const [actorId, by] = [holder.actor.id, one.actor.id]
	const deed = c.req.param("deed")
	if (deed === "reset") {
		const made = await enact(world, (tx) => resetAccount(world, tx, { actorId, by }))
		if (!made.ok) return showSomebody(one, made)
		return showSomebody(one, undefined, new URL(`/login/link/${made.value}`, world.origin).href)
	}
	const done = await enact(world, (tx) => {
		if (deed === "disable") return disableAccount(world, tx, { actorId, by, reason: reason.slice(0, 500) })
		if (deed === "enable") return enableAccount(world, tx, { actorId, by, reason: "" })
		return changeOperator(world, tx, { actorId, by, operator: deed === "appoint" })
	})
	if (!done.ok) return showSomebody(one, done)
	return c.redirect(`/admin/people/${holder.actor.handle}?kept=1`, 303)
}
