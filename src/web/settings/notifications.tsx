import { findNewsReader, listNewsLevels } from "../../../db/news-readers.ts"
import { listPushes } from "../../../db/pushes.ts"
import { enact } from "../../moderation/enact.ts"
import { type NewsLevel, newsLevels } from "../../notifications/notification.ts"
import { pushKeys } from "../../notifications/push-keys.ts"
import { setNewsLevels } from "../../notifications/set-news-levels.ts"
import { setNewsMail } from "../../notifications/set-news-mail.ts"
import { subscribePush, unsubscribePush } from "../../notifications/subscribe-push.ts"
import type { Refused } from "../../result.ts"
import { formOf, uuid } from "../forms.ts"
import { deviceIn } from "../from.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { NewsSettingsPage } from "../pages/settings/notifications.tsx"
import { type Asked, kept, settingOf } from "./setting.ts"

export const showNewsSettings = async (asked: Asked, refused?: Refused) => {
	const { c, world, actor, account, session } = asked
	const groups = (await listNewsLevels(world.db, actor.id)).map(({ group: { id, name }, level }) => ({
		id,
		name,
		level,
	}))
	const reader = await findNewsReader(world.db, actor.id)
	const mail = world.mail && { on: reader?.byMail === true, address: account.email }
	const browsers = (await listPushes(world.db, actor.id)).map(({ id, device, createdAt, sessionId }) => {
		const [browser = "", system = ""] = device.split("/")
		return { id, browser, system, createdAt, here: sessionId === session.id }
	})
	const push = { key: (await pushKeys(world)).publicKey, browsers }
	const shown = { groups, push, ...(mail && { mail }), now: world.ports.now() }
	const page = <NewsSettingsPage {...(await settingOf(asked, refused))} {...shown} />
	return quietPage(c, page, refused ? 422 : 200)
}

/** How much of each group: the form has a field for each, named by the group's id. */
export const takeNewsLevels = async (asked: Asked) => {
	const { c, world, actor } = asked
	const levels = new Map<string, NewsLevel>()
	for (const [name, value] of Object.entries(await formOf(c))) {
		const level = newsLevels.find((one) => one === value)
		if (uuid.test(name) && level) levels.set(name, level)
	}
	const set = await enact(world, (tx) => setNewsLevels(world, tx, { actorId: actor.id, levels }))
	return set.ok ? kept(asked, "/settings/notifications") : showNewsSettings(asked, set)
}

export const takeNewsMail = async (asked: Asked) => {
	const { c, world, actor } = asked
	const on = (await formOf(c)).on === "yes"
	const set = await enact(world, (tx) => setNewsMail(world, tx, { actorId: actor.id, on }))
	return set.ok ? kept(asked, "/settings/notifications") : showNewsSettings(asked, set)
}

/** What the browser answered its script: where and how it can be told. */
export const takePush = async (asked: Asked) => {
	const { c, world, actor, session } = asked
	const { endpoint = "", p256dh = "", auth = "" } = await formOf(c)
	const browser = { sessionId: session.id, device: deviceIn(c), endpoint, p256dh, auth }
	const told = await enact(world, (tx) => subscribePush(world, tx, { actorId: actor.id, ...browser }))
	return told.ok ? kept(asked, "/settings/notifications") : showNewsSettings(asked, told)
}

export const takePushAway = async (asked: Asked) => {
	const { c, world, actor } = asked
	const { id = "" } = await formOf(c)
	if (!uuid.test(id)) return missing(c, world)
	const ended = await enact(world, (tx) => unsubscribePush(world, tx, { actorId: actor.id, id }))
	return ended.ok ? kept(asked, "/settings/notifications") : showNewsSettings(asked, ended)
}
