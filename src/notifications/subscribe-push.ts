import type { Transaction } from "../../db/connect.ts"
import { findNewsReader, upsertNewsReader } from "../../db/news-readers.ts"
import { deleteOldPushes, deletePush, upsertPush } from "../../db/pushes.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

export type Subscribing = {
	actorId: string
	sessionId: string
	device: string
	endpoint: string
	p256dh: string
	auth: string
}

const bytesIn = (text: string): number =>
	/^[\w-]+={0,2}$/.test(text) ? Buffer.from(text, "base64url").length : 0

/** Where a push service takes something: https, or in a trial a server on this machine. The network guard looks again. */
const isPlace = (endpoint: string, origin: URL): boolean => {
	const url = endpoint.length <= limits.pushAddress ? URL.parse(endpoint) : null
	if (!url || url.username || url.password || url.hash) return false
	return url.protocol === "https:" || (url.protocol === "http:" && origin.protocol === "http:")
}

/** Somebody wants a browser of theirs to tell them of news, from now on. Of more than ten the oldest is let go of. */
export const subscribePush = async (
	{ ports, origin }: World,
	tx: Transaction,
	{ actorId, ...browser }: Subscribing,
): Promise<Result> => {
	const { endpoint, p256dh, auth, device } = browser
	if (!isPlace(endpoint, origin) || bytesIn(p256dh) !== 65 || bytesIn(auth) !== 16)
		return refused("invalid", "Your browser did not say how it can be told.")
	const now = ports.now()
	await upsertPush(tx, {
		...browser,
		id: ports.newId(),
		actorId,
		device: device.slice(0, 60),
		createdAt: now,
	})
	await deleteOldPushes(tx, actorId, limits.pushBrowsers)
	const reader = await findNewsReader(tx, actorId)
	if (!reader?.pushedTo) await upsertNewsReader(tx, actorId, { pushedTo: now })
	return done(undefined)
}

/** Somebody wants to be told in a browser no more. */
export const unsubscribePush = async (
	_world: World,
	tx: Transaction,
	{ actorId, id }: { actorId: string; id: string },
): Promise<Result> =>
	(await deletePush(tx, actorId, id))
		? done(undefined)
		: refused("not-found", "You are not told there any more.")
