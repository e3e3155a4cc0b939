import { listLookedAfter } from "../../../db/desk.ts"
import { findGroup } from "../../../db/groups.ts"
import { listInvited, listInvites } from "../../../db/invites.ts"
import { findServer } from "../../../db/server.ts"
import { mayInvite } from "../../accounts/account.ts"
import { createInvite, revokeInvite } from "../../accounts/signing-up/create-invite.ts"
import { enact } from "../../moderation/enact.ts"
import type { Refused } from "../../result.ts"
import { formOf, uuid } from "../forms.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { InvitesPage } from "../pages/settings/invites.tsx"
import { personView } from "../views.ts"
import { type Asked, kept, settingOf } from "./setting.ts"

/** Whether this is a page for somebody at all. */
export const invitesOthers = async ({
	world,
	account,
}: Pick<Asked, "world" | "account">): Promise<boolean> => {
	const server = await findServer(world.db)
	return server !== null && mayInvite(server, account)
}

export const showInvites = async (asked: Asked, refused?: Refused, link?: string) => {
	const { c, world, actor } = asked
	if (!(await invitesOthers(asked))) return missing(c, world)
	const now = world.ports.now()
	const open = (await listInvites(world.db, actor.id, now)).map(({ invite, group }) => ({
		id: invite.id,
		note: invite.note,
		group: group?.name ?? null,
		several: invite.usesLeft > 1,
		until: invite.expiresAt,
	}))
	const groups = (await listLookedAfter(world.db, actor.id)).map(({ id, name }) => ({ id, name }))
	const came = (await listInvited(world.db, actor.id)).map(personView)
	const shown = { open, groups, came, now, ...(link && { link }) }
	return quietPage(c, <InvitesPage {...(await settingOf(asked, refused))} {...shown} />, refused ? 422 : 200)
}

export const takeInvite = async (asked: Asked) => {
	const { c, world, actor } = asked
	if (!(await invitesOthers(asked))) return missing(c, world)
	const { note = "", uses = "1", days = "14", group = "" } = await formOf(c)
	const groupId = uuid.test(group) ? ((await findGroup(world.db, group))?.id ?? null) : null
	const wish = { by: { actorId: actor.id }, groupId, uses: Number(uses), days: Number(days), note }
	const made = await enact(world, (tx) => createInvite(world, tx, wish))
	if (!made.ok) return showInvites(asked, made)
	return showInvites(asked, undefined, new URL(`/invite/${made.value.token}`, world.origin).href)
}

export const takeInviteBack = async (asked: Asked) => {
	const { c, world, actor } = asked
	const { id = "" } = await formOf(c)
	const back = { by: { actorId: actor.id }, id }
	const taken = await enact(world, (tx) => revokeInvite(world, tx, back))
	return taken.ok ? kept(asked, "/settings/invites") : showInvites(asked, taken)
}
