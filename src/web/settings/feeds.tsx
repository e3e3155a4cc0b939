import { listFeedKeys } from "../../../db/feed-keys.ts"
import { makeFeedKey } from "../../accounts/settings/make-feed-key.ts"
import { removeFeedKey } from "../../accounts/settings/remove-feed-key.ts"
import { enact } from "../../moderation/enact.ts"
import type { Refused } from "../../result.ts"
import { feedFormats, feedNames } from "../feeds/feed-of.ts"
import { formOf, uuid } from "../forms.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { FeedsPage } from "../pages/settings/feeds.tsx"
import { type Asked, kept, settingOf } from "./setting.ts"

/** The groups whose feeds somebody may read, and the addresses of one, just after they were made. */
export const showFeeds = async (asked: Asked, refused?: Refused, made?: { groupId: string; key: string }) => {
	const { c, world, actor } = asked
	const groups = (await listFeedKeys(world.db, actor.id)).map(({ group: { id, name, handle }, since }) => ({
		id,
		name,
		since,
		...(made?.groupId === id && {
			addresses: feedFormats.map((format) => ({
				name: feedNames[format],
				address: new URL(`/@${handle}/feed.${format}?key=${made.key}`, world.origin).href,
			})),
		}),
	}))
	const shown = { groups, now: world.ports.now() }
	return quietPage(c, <FeedsPage {...(await settingOf(asked, refused))} {...shown} />, refused ? 422 : 200)
}

const groupAsked = async ({ c }: Asked): Promise<string | null> => {
	const { group = "" } = await formOf(c)
	return uuid.test(group) ? group : null
}

export const takeFeedKey = async (asked: Asked) => {
	const { c, world, actor } = asked
	const groupId = await groupAsked(asked)
	if (!groupId) return missing(c, world)
	const made = await enact(world, (tx) => makeFeedKey(world, tx, { actorId: actor.id, groupId }))
	return made.ok ? showFeeds(asked, undefined, { groupId, key: made.value }) : showFeeds(asked, made)
}

export const takeFeedKeyBack = async (asked: Asked) => {
	const { c, world, actor } = asked
	const groupId = await groupAsked(asked)
	if (!groupId) return missing(c, world)
	const taken = await enact(world, (tx) => removeFeedKey(world, tx, { actorId: actor.id, groupId }))
	return taken.ok ? kept(asked, "/settings/feeds") : showFeeds(asked, taken)
}
