import { recoveryCodesSince } from "../../../db/passes.ts"
import { listPasskeys } from "../../../db/passkeys.ts"
import { listSessions } from "../../../db/sessions.ts"
import { addPasskey, passkeyToMake } from "../../accounts/settings/add-passkey.ts"
import {
	addressToConfirm,
	askToConfirm,
	changeEmail,
	removeEmail,
} from "../../accounts/settings/change-email.ts"
import { changePassword } from "../../accounts/settings/change-password.ts"
import { endSessions } from "../../accounts/settings/end-sessions.ts"
import { makeRecoveryCodes } from "../../accounts/settings/make-recovery-codes.ts"
import { removePasskey } from "../../accounts/settings/remove-passkey.ts"
import { enact } from "../../moderation/enact.ts"
import type { Refused } from "../../result.ts"
import { formOf, uuid } from "../forms.ts"
import { languageHere } from "../language.tsx"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import {
	CodesPage,
	ConfirmEmailPage,
	EmailPage,
	PasskeysPage,
	PasswordPage,
	SessionsPage,
	WelcomePage,
} from "../pages/settings/login.tsx"
import { browserHash } from "../session.ts"
import { type Asked, kept, settingOf } from "./setting.ts"

export const showPassword = async (asked: Asked, refused?: Refused) => {
	const passkeys = (await listPasskeys(asked.world.db, asked.actor.id)).length > 0
	const has = asked.account.passwordHash !== null
	const page = (
		<PasswordPage
			{...(await settingOf(asked, refused))}
			handle={asked.actor.handle}
			has={has}
			passkeys={passkeys}
		/>
	)
	return quietPage(asked.c, page, refused ? 422 : 200)
}

const changePasswordTo = async (asked: Asked, password: string | null) => {
	const { world, actor, session } = asked
	const changed = await changePassword(world, { actorId: actor.id, password, session: session.tokenHash })
	return changed.ok ? kept(asked, "/settings/password") : showPassword(asked, changed)
}

export const takePassword = async (asked: Asked) =>
	changePasswordTo(asked, (await formOf(asked.c)).password ?? "")

export const takeNoPassword = (asked: Asked) => changePasswordTo(asked, null)

export const showPasskeys = async (asked: Asked, refused?: Refused) => {
	const { c, world, actor } = asked
	const [passkeys, options] = [
		await listPasskeys(world.db, actor.id),
		await passkeyToMake(world, { actor, browserHash: browserHash(c, world) }),
	]
	const shown = { passkeys, options: JSON.stringify(options), now: world.ports.now() }
	return quietPage(c, <PasskeysPage {...(await settingOf(asked, refused))} {...shown} />, refused ? 422 : 200)
}

export const takePasskeyMade = async (asked: Asked) => {
	const { c, world, actor } = asked
	const { answer = "", name = "" } = await formOf(c)
	const added = await addPasskey(world, { actor, answer, name, browserHash: browserHash(c, world) })
	return added.ok ? kept(asked, "/settings/passkeys") : showPasskeys(asked, added)
}

export const takePasskeyAway = async (asked: Asked) => {
	const { c, world, actor, session } = asked
	const { id = "" } = await formOf(c)
	const removal = { actorId: actor.id, id, session: session.tokenHash }
	const removed = await enact(world, (tx) => removePasskey(world, tx, removal))
	return removed.ok ? kept(asked, "/settings/passkeys") : showPasskeys(asked, removed)
}

export const showEmail = async (asked: Asked, refused?: Refused, typed = "") => {
	const { c, world, account } = asked
	if (!world.mail) return missing(c, world)
	const shown = { email: account.email, sent: c.req.query("sent") === "1", typed: typed.slice(0, 300) }
	return quietPage(c, <EmailPage {...(await settingOf(asked, refused))} {...shown} />, refused ? 422 : 200)
}

export const takeEmail = async (asked: Asked) => {
	const { email = "" } = await formOf(asked.c)
	const sent = await askToConfirm(asked.world, asked.actor, email, languageHere().tag)
	return sent.ok ? asked.c.redirect("/settings/email?sent=1", 303) : showEmail(asked, sent, email)
}

export const takeNoEmail = async (asked: Asked) => {
	const removed = await removeEmail(asked.world, asked.actor.id)
	return removed.ok ? kept(asked, "/settings/email") : showEmail(asked, removed)
}

/** Opened from the letter; only whoever it was sent for may say that the address is theirs. */
export const showConfirmEmail = async (asked: Asked) => {
	const { c, world } = asked
	const token = c.req.param("token")!
	const email = await addressToConfirm(world, token, asked.actor.id)
	if (!email) return missing(c, world)
	return quietPage(c, <ConfirmEmailPage {...(await settingOf(asked))} token={token} email={email} />)
}

export const takeConfirmEmail = async (asked: Asked) => {
	const { c, world, actor } = asked
	const changed = await changeEmail(world, c.req.param("token")!, actor.id)
	return changed.ok ? kept(asked, "/settings/email") : missing(c, world)
}

export const showSessions = async (asked: Asked, refused?: Refused) => {
	const { c, world, actor, session } = asked
	const now = world.ports.now()
	const sessions = (await listSessions(world.db, actor.id, now)).map(({ id, device, createdAt }) => {
		const [browser = "", system = ""] = device.split("/")
		return { id, browser, system, createdAt, here: id === session.id }
	})
	const page = <SessionsPage {...(await settingOf(asked, refused))} sessions={sessions} now={now} />
	return quietPage(c, page, refused ? 422 : 200)
}

const end = async (asked: Asked, which: { id: string } | { allBut: string }) => {
	const { world, actor } = asked
	const ended = await enact(world, (tx) => endSessions(world, tx, { actorId: actor.id, which }))
	return ended.ok ? kept(asked, "/settings/sessions") : showSessions(asked, ended)
}

export const takeSessionEnd = async (asked: Asked) => {
	const { id = "" } = await formOf(asked.c)
	return uuid.test(id) ? end(asked, { id }) : missing(asked.c, asked.world)
}
export const takeAllSessionsEnd = (asked: Asked) => end(asked, { allBut: asked.session.tokenHash })

export const showCodes = async (asked: Asked, codes?: string[]) => {
	const { c, world, actor } = asked
	const shown = { since: await recoveryCodesSince(world.db, actor.id), now: world.ports.now() }
	return quietPage(c, <CodesPage {...(await settingOf(asked))} {...shown} {...(codes && { codes })} />)
}

export const takeCodes = async (asked: Asked) => {
	const { world, actor } = asked
	return showCodes(asked, await world.db.transaction((tx) => makeRecoveryCodes(world, tx, actor.id)))
}

export const showWelcome = async (asked: Asked) =>
	quietPage(asked.c, <WelcomePage {...(await settingOf(asked))} sent={asked.c.req.query("sent") === "1"} />)
