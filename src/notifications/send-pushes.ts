import { getLogger } from "@logtape/logtape"
import { type News, readNews } from "../../db/news.ts"
import { upsertNewsReader } from "../../db/news-readers.ts"
import {
	concernedSince,
	deleteGonePush,
	lastPosition,
	listPushes,
	lockPushReader,
	type PushSubscription,
	updatePushFailures,
} from "../../db/pushes.ts"
import { limits } from "../limits.ts"
import { type Repeated, repeat } from "../repeat.ts"
import type { World } from "../world.ts"
import { type PushKeys, pushKeys } from "./push-keys.ts"
import type { Addressee } from "./send-digests.ts"

const log = getLogger(["snug", "push"])
const minute = 60_000

/** The words for it, which the pages have: who and where, and not what. */
export type PushWords = (
	to: Addressee,
	about: { server: URL; news: News[]; more: boolean; now: Date },
) => { title: string; body: string }

/**
 * Tells the browsers that asked for it of news as they happen. It is a hint, tried once: what did not arrive stands on the
 * page all the same.
 */
export const sendPushes = (world: World, words: PushWords): Repeated => {
	let position: number | null = null
	return repeat(world.ports, { first: 5000, soon: 1000 }, async () => {
		const last = await lastPosition(world.db)
		if (last === null) position = null
		if (last === null) return minute
		// Some of what happened lately may have been kept after what came later; who has been told is not told again.
		position ??= Math.max(0, last - limits.pushEvents)
		const { actorIds, to, seen } = await concernedSince(world.db, position, limits.pushEvents)
		for (const actorId of actorIds) await tell(world, words, actorId)
		position = Math.max(position, to - limits.pushOverlap)
		return seen === limits.pushEvents ? 0 : minute
	})
}

const tell = async (world: World, words: PushWords, actorId: string): Promise<void> => {
	const now = world.ports.now()
	const said = await world.db.transaction(async (tx) => {
		const reader = await lockPushReader(tx, actorId)
		if (!reader) return null
		const { pushedTo, seenAt, ...to } = reader
		const since = pushedTo && (!seenAt || pushedTo > seenAt) ? pushedTo : (seenAt ?? now)
		const found = await readNews(tx, actorId, { since, before: null, limit: limits.pushNews + 1, now })
		if (!found[0]) return null
		await upsertNewsReader(tx, actorId, { pushedTo: found[0].at })
		const [news, more] = [found.slice(0, limits.pushNews), found.length > limits.pushNews]
		return { to: await listPushes(tx, actorId), ...words(to, { server: world.origin, news, more, now }) }
	})
	if (!said || said.to.length === 0) return
	const [{ to, ...message }, keys] = [said, await pushKeys(world)]
	await Promise.all(to.map((browser) => push(world, keys, browser, JSON.stringify(message))))
}

const push = async (
	world: World,
	keys: PushKeys,
	browser: PushSubscription,
	message: string,
): Promise<void> => {
	const status = await post(world, keys, browser, message).catch((error: Error) => {
		log.debug("A push service was not reached: {error}", { error })
		return 0
	})
	const most = limits.pushTries
	await world.db.transaction((tx) =>
		status === 404 || status === 410
			? deleteGonePush(tx, browser.id)
			: updatePushFailures(tx, browser.id, { failed: status < 200 || status > 299, most }),
	)
}

// The library seals and signs; what goes out goes through the guarded network like everything else.
const post = async (
	{ ports, origin }: World,
	keys: PushKeys,
	{ endpoint, p256dh, auth }: PushSubscription,
	message: string,
): Promise<number> => {
	const { default: webPush } = await import("web-push")
	const subject = origin.protocol === "https:" ? origin.origin : "mailto:snug@localhost"
	const request = webPush.generateRequestDetails({ endpoint, keys: { p256dh, auth } }, message, {
		vapidDetails: { subject, ...keys },
		TTL: limits.pushKept / 1000,
		contentEncoding: "aes128gcm",
	})
	const headers = Object.fromEntries(
		Object.entries(request.headers)
			.filter(([name]) => name.toLowerCase() !== "content-length")
			.map(([name, value]) => [name.toLowerCase(), String(value)]),
	)
	const { method, body } = request
	const answer = await ports.fetch({ method, url: new URL(endpoint), headers, body })
	await answer.body.dump({ limit: limits.answerBytes }).catch(() => {})
	return answer.statusCode
}
