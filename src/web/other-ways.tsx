import type { Context } from "hono"
import { sendLink } from "../accounts/signing-in/send-link.ts"
import { linkHolds, useLink } from "../accounts/signing-in/use-link.ts"
import { passkeyToUse, usePasskey } from "../accounts/signing-in/use-passkey.ts"
import { useRecoveryCode } from "../accounts/signing-in/use-recovery-code.ts"
import type { Refused } from "../result.ts"
import type { World } from "../world.ts"
import { formOf, ownPath } from "./forms.ts"
import { deviceIn, fromOf } from "./from.ts"
import { gatherServer } from "./gather.ts"
import { languageHere, t } from "./language.tsx"
import { missing } from "./missing.tsx"
import { quietPage } from "./page.ts"
import { MessagePage } from "./pages/message.tsx"
import { AskForLinkPage, CodePage, LinkPage, PasskeyPage } from "./pages/other-ways.tsx"
import { browserHash, keepToken } from "./session.ts"

type Wait = Refused & { wait?: number }

/** Says how long to wait where that is why, and answers with which status. */
export const statusOf = (c: Context, refused: Wait): 422 | 429 => {
	if (refused.wait) c.header("Retry-After", String(refused.wait))
	return refused.wait ? 429 : 422
}

const nextIn = (c: Context, world: World) => ownPath(c.req.query("next"), world.origin)

export const showAskForLink = (world: World) => async (c: Context) => {
	if (!world.mail) return missing(c, world)
	const server = await gatherServer(world, null)
	return quietPage(c, <AskForLinkPage server={server} email="" />)
}

export const takeAskForLink = (world: World) => async (c: Context) => {
	if (!world.mail) return missing(c, world)
	const { email = "" } = await formOf(c)
	const asked = await sendLink(world, { email, from: fromOf(c), language: languageHere().tag })
	const server = await gatherServer(world, null)
	if (!asked.ok)
		return quietPage(
			c,
			<AskForLinkPage server={server} email={email.slice(0, 300)} wrong={asked.reason} />,
			statusOf(c, asked),
		)
	const text = t(
		"If an account has that address, a letter with a link is on its way. It works once, within a quarter of an hour.",
	)
	return quietPage(c, <MessagePage server={server} title={t("Look into your letterbox")} text={text} />)
}

const oldLink = async (c: Context, world: World, text: string) =>
	quietPage(
		c,
		<MessagePage
			server={await gatherServer(world, null)}
			title={t("This link is closed")}
			text={text}
			action={{ href: "/login", label: t("Sign in") }}
		/>,
		410,
	)

const tooOld = () => t("It works once, and only for a while. You can ask for a new one.")

/** Looking at a link from a letter does not use it up; a button does. */
export const showLink = (world: World) => async (c: Context) => {
	const token = c.req.param("token")!
	if (!(await linkHolds(world, token))) return oldLink(c, world, tooOld())
	return quietPage(c, <LinkPage server={await gatherServer(world, null)} token={token} />)
}

export const takeLink = (world: World) => async (c: Context) => {
	const token = c.req.param("token")!
	const used = await useLink(world, { token, from: fromOf(c), device: deviceIn(c) })
	if (!used.ok) {
		if (statusOf(c, used) === 422) return oldLink(c, world, tooOld())
		const server = await gatherServer(world, null)
		const { reason } = used
		return quietPage(c, <MessagePage server={server} title={t("Please wait")} text={t(reason)} />, 429)
	}
	await keepToken(c, world, used.value.token)
	return c.redirect(used.value.reset ? "/settings/password" : "/", 303)
}

export const showCode = (world: World) => async (c: Context) =>
	quietPage(c, <CodePage server={await gatherServer(world, null)} name="" next={nextIn(c, world)} />)

export const takeCode = (world: World) => async (c: Context) => {
	const { name = "", code = "", next } = await formOf(c)
	const onward = ownPath(next, world.origin)
	const used = await useRecoveryCode(world, { name, code, from: fromOf(c), device: deviceIn(c) })
	if (used.ok) {
		await keepToken(c, world, used.value)
		return c.redirect(onward, 303)
	}
	const server = await gatherServer(world, null)
	const shown = <CodePage server={server} name={name.slice(0, 300)} next={onward} wrong={used.reason} />
	return quietPage(c, shown, statusOf(c, used))
}

export const showPasskey = (world: World) => async (c: Context) => passkeyPage(c, world, nextIn(c, world))

const passkeyPage = async (c: Context, world: World, next: string, refused?: Wait) => {
	const asked = await passkeyToUse(world, { from: fromOf(c), browserHash: browserHash(c, world) })
	const wrong = refused ?? (asked.ok ? undefined : asked)
	const options = asked.ok ? JSON.stringify(asked.value) : null
	const shown = { server: await gatherServer(world, null), next, options }
	const page = <PasskeyPage {...shown} {...(wrong && { wrong: wrong.reason })} />
	return quietPage(c, page, wrong ? statusOf(c, wrong) : 200)
}

export const takePasskey = (world: World) => async (c: Context) => {
	const { answer = "", next } = await formOf(c)
	const onward = ownPath(next, world.origin)
	const from = { from: fromOf(c), device: deviceIn(c), browserHash: browserHash(c, world) }
	const used = await usePasskey(world, { answer, ...from })
	if (!used.ok) return passkeyPage(c, world, onward, used)
	await keepToken(c, world, used.value)
	return c.redirect(onward, 303)
}
