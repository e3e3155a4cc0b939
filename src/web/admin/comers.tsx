import { listInvites } from "../../../db/invites.ts"
import { findServer } from "../../../db/server.ts"
import { listSignUpRequests } from "../../../db/sign-up-requests.ts"
import { invitings, registrations } from "../../accounts/account.ts"
import { answerSignUp } from "../../accounts/signing-up/answer-sign-up.ts"
import { changeRegistrations } from "../../accounts/signing-up/change-registrations.ts"
import { revokeInvite } from "../../accounts/signing-up/create-invite.ts"
import { openings } from "../../groups/group.ts"
import { enact } from "../../moderation/enact.ts"
import type { Refused } from "../../result.ts"
import { formOf, uuid } from "../forms.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { ComersPage } from "../pages/admin/comers.tsx"
import { personView } from "../views.ts"
import { frameOf, type Operating, statusFor } from "./operator.ts"

export const showComers = async (one: Operating, refused?: Refused) => {
	const { c, world } = one
	const server = (await findServer(world.db))!
	const waiting = await listSignUpRequests(world.db)
	const invites = (await listInvites(world.db, null, world.ports.now())).map(({ invite, by, group }) => ({
		id: invite.id,
		by: by ? personView(by) : null,
		group: group?.name ?? null,
		uses: invite.usesLeft,
		until: invite.expiresAt,
	}))
	const { registrations, inviting, opening } = server
	const shown = { ways: { registrations, inviting, opening }, waiting, invites }
	return quietPage(c, <ComersPage {...(await frameOf(one, refused))} {...shown} />, statusFor(refused))
}

export const takeRegistrations = async (one: Operating) => {
	const { c, world, actor } = one
	const typed = await formOf(c)
	const change = {
		registrations: registrations.find((way) => way === typed.registrations),
		inviting: invitings.find((way) => way === typed.inviting),
		opening: openings.find((way) => way === typed.opening),
	}
	const known = Object.fromEntries(Object.entries(change).filter(([, way]) => way !== undefined))
	const changed = await enact(world, (tx) => changeRegistrations(world, tx, { by: actor.id, ...known }))
	return changed.ok ? c.redirect("/admin/comers?kept=1", 303) : showComers(one, changed)
}

export const takeAnswer = async (one: Operating) => {
	const { c, world, actor } = one
	const { id = "", answer, reason = "" } = await formOf(c)
	if (!uuid.test(id)) return missing(c, world)
	const given = { id, approve: answer === "approve", reason, by: actor.id }
	const answered = await answerSignUp(world, given)
	return answered.ok ? c.redirect("/admin/comers?kept=1", 303) : showComers(one, answered)
}

export const takeInviteBack = async (one: Operating) => {
	const { c, world } = one
	const { id = "" } = await formOf(c)
	if (!uuid.test(id)) return missing(c, world)
	const taken = await enact(world, (tx) => revokeInvite(world, tx, { by: "operator", id }))
	return taken.ok ? c.redirect("/admin/comers?kept=1", 303) : showComers(one, taken)
}
