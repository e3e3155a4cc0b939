import { isBannedMedia } from "../../db/borders/banned-media.ts"
import { bytesOf, insertFile, lockBytesOf } from "../../db/media.ts"
import { limits } from "../limits.ts"
import { newSecret } from "../ports.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { fingerprintOf } from "./fingerprint.ts"
import type { Media } from "./keeping.ts"
import { type Made, makePicture, type Wanted } from "./make-picture.ts"
import { type KeptFile, smallName } from "./media.ts"
import { sniff } from "./sniff.ts"
import { withoutTraces } from "./without-traces.ts"

type Bringing = { ownerId: string; bytes: Uint8Array; wanted?: Wanted }
type Ready = Omit<Made, "width" | "height" | "blurhash"> &
	Partial<Pick<Made, "width" | "height" | "blurhash">>

/** Said when too many come at the same time: try again soon. */
const busy = "Many pictures are being brought just now. Please try again in a moment."

const whole = { side: limits.pictureSide, small: limits.smallSide, moving: true } as const

/**
 * Keeps a picture or recording that somebody brings. A picture is made anew from what it shows; a recording stays as it is, but
 * for where it was made. What it is decides its content alone. It is its owner's only, until it goes with something.
 */
export const takeFile = async (
	world: World,
	{ ownerId, bytes, wanted }: Bringing,
): Promise<Result<KeptFile>> => {
	const { media } = world
	if (!media) return refused("forbidden", "This server keeps no pictures.")
	const ready = await readied(media, bytes, wanted)
	if (!ready.ok) return ready
	const print = await fingerprintOf(media, bytes)
	if (print === "full") return refused("too-early", busy)
	if (await isBannedMedia(world.db, print)) return neverTaken
	const { bytes: content, small, mediaType, extension } = ready.value
	const size = content.length + (small?.length ?? 0)
	if ((await bytesOf(world.db, ownerId)) + size > media.perPerson) return noRoom
	const name = `${newSecret()}.${extension}`
	const { width = null, height = null, blurhash = null } = ready.value
	const file = {
		...{ id: world.ports.newId(), name, ownerId, mediaType, bytes: size },
		...{ width, height, blurhash, small: small !== null },
	}
	await media.storage.put(name, content)
	if (small) await media.storage.put(smallName(name), small)
	const kept = await world.db.transaction(async (tx) => {
		if ((await lockBytesOf(tx, ownerId)) + size > media.perPerson) return noRoom
		await insertFile(tx, { ...file, ...print, createdAt: world.ports.now() })
		return done(file)
	})
	if (!kept.ok) for (const one of [name, smallName(name)]) await media.storage.remove(one)
	return kept
}

const neverTaken = refused("forbidden", "That picture is never taken here.")

const noRoom = refused(
	"forbidden",
	"There is no room left for your pictures here. Take back some that you do not need any more.",
)

const readied = async (media: Media, bytes: Uint8Array, wanted?: Wanted): Promise<Result<Ready>> => {
	if (bytes.length === 0) return refused("invalid", "There is nothing in that file.")
	const sort = await sniff(bytes)
	if (!sort || (wanted && sort.is === "recording"))
		return refused(
			"invalid",
			wanted
				? "That is no picture we can show. It can be a JPEG, PNG, WebP, AVIF or GIF."
				: "That is nothing we can show. It can be a JPEG, PNG, WebP, AVIF or GIF, an MP4 or WebM, or an MP3, Ogg, M4A, FLAC or WAV.",
		)
	if (sort.is === "recording") {
		if (bytes.length > limits.recordingBytes)
			return refused("invalid", "A video or recording has at most 24 MB.")
		const { mediaType, extension } = sort
		return done({ mediaType, extension, bytes: withoutTraces(bytes, mediaType), small: null })
	}
	if (bytes.length > limits.pictureBytes) return refused("invalid", "A picture has at most 12 MB.")
	const made = await media.desk.through(() => makePicture(bytes, wanted ?? whole))
	if (made === "full") return refused("too-early", busy)
	return made
		? done(made)
		: refused("invalid", "That picture cannot be read: it is damaged, or far too large.")
}
