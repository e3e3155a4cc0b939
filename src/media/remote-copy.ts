import { createHash } from "node:crypto"
import { isBannedMedia } from "../../db/borders/banned-media.ts"
import { findCopy, keepCopy, touchCopy } from "../../db/remote-pictures.ts"
import { limits } from "../limits.ts"
import { newSecret } from "../ports.ts"
import type { Stored } from "../storage/storage.ts"
import type { World } from "../world.ts"
import { fingerprintOf } from "./fingerprint.ts"
import { makePicture, type Wanted } from "./make-picture.ts"

export type RemotePicture = {
	url: string
	wanted: "icon" | "picture"
	/** The bytes at an address of another server; null when there are none to be had. */
	read(url: URL): Promise<Uint8Array | null>
}

const forms = {
	icon: { cut: { width: limits.remoteIconSide, height: limits.remoteIconSide } },
	picture: { side: limits.remoteSide },
} as const satisfies Record<RemotePicture["wanted"], Wanted>

/**
 * A copy of a picture of another server, made anew like those that are brought; null when there is none. It is fetched when it
 * is first asked for, and again when the copy was let go of; what could not be had is not asked for again for some hours.
 */
export const remoteCopy = async (world: World, picture: RemotePicture): Promise<Stored | null | "full"> => {
	const media = world.media!
	const key = createHash("sha256").update(`${picture.wanted} ${picture.url}`).digest("hex")
	const known = await findCopy(world.db, key)
	const kept = known?.name ? await media.storage.get(known.name) : null
	const now = world.ports.now()
	if (known && kept) {
		if (now.getTime() - known.usedAt.getTime() > limits.useNoted)
			await world.db.transaction((tx) => touchCopy(tx, key, now))
		return kept
	}
	if (known?.againAt && known.againAt > now) return null
	// Ten readers of one page are one request.
	const underWay = media.fetching.get(key) ?? media.fetches.through(() => copied(world, key, picture))
	media.fetching.set(key, underWay)
	const name = await underWay.finally(() => media.fetching.delete(key))
	return name === null || name === "full" ? name : await media.storage.get(name)
}

/** The name of a new copy; null, and remembered as that, when there is nothing to copy. */
const copied = async (world: World, key: string, picture: RemotePicture): Promise<string | null> => {
	const { storage, desk } = world.media!
	const bytes = await picture.read(new URL(picture.url))
	const print = bytes && (await fingerprintOf(world.media!, bytes))
	if (print === "full") return "full"
	const isBanned = print !== null && (await isBannedMedia(world.db, print))
	const made = bytes && !isBanned && (await desk.through(() => makePicture(bytes, forms[picture.wanted])))
	if (made === "full") return "full"
	const now = world.ports.now()
	const name = made ? `${newSecret()}.${made.extension}` : null
	if (made && name) await storage.put(name, made.bytes)
	const again = name ? null : new Date(now.getTime() + limits.remotePictureAgain)
	const before = await world.db.transaction((tx) =>
		keepCopy(tx, {
			...{ key, name, againAt: again, usedAt: now, createdAt: now },
			bytes: made ? made.bytes.length : 0,
			sha256: print?.sha256 ?? null,
			phash: print?.phash ?? null,
		}),
	)
	if (before && before !== name) await storage.remove(before)
	return name
}
