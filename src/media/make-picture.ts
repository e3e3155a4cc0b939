import { encode } from "blurhash"
import sharp, { type Sharp } from "sharp"
import { limits } from "../limits.ts"

// Nothing but these is ever decoded, whatever a file says it is; and no worker hoards what it decoded.
sharp.block({ operation: ["VipsForeignLoad"] })
sharp.unblock({
	operation: [
		"VipsForeignLoadJpegBuffer",
		"VipsForeignLoadPngBuffer",
		"VipsForeignLoadWebpBuffer",
		"VipsForeignLoadNsgifBuffer",
		"VipsForeignLoadHeifBuffer",
	],
})
sharp.cache(false)
sharp.concurrency(1)

/** A picture made anew from another. */
export type Made = {
	mediaType: string
	extension: string
	bytes: Uint8Array
	small: Uint8Array | null
	width: number
	height: number
	blurhash: string
}

/** How a picture is to be: whole within a side, or cut to a size. */
export type Wanted =
	| { side: number; small?: number; moving?: boolean }
	| { cut: { width: number; height: number } }

const open = (bytes: Uint8Array, moving: boolean): Sharp =>
	sharp(bytes, {
		failOn: "error",
		limitInputPixels: limits.picturePixels,
		animated: moving,
		sequentialRead: true,
	}).timeout({ seconds: limits.pictureTime })

const within = (side: number) =>
	({ width: side, height: side, fit: "inside", withoutEnlargement: true }) as const

/**
 * Decodes a picture and makes it anew: what it looks like stays, and everything else that was in the file (where it was
 * taken, by whom, with what, and whatever was hidden behind it) is left behind. Null for what is no picture, not a whole
 * one, or too large.
 */
export const makePicture = async (bytes: Uint8Array, wanted: Wanted): Promise<Made | null> => {
	try {
		const moving = "side" in wanted && wanted.moving === true
		const { pages = 1, format } = await open(bytes, moving).metadata()
		if (pages > 1 && moving) {
			if (pages > limits.pictureFrames) return null
			return await moved(bytes, wanted, format === "gif")
		}
		return await still(bytes, wanted)
	} catch (error) {
		if (isOutOfMemory(error)) throw error
		return null
	}
}

const isOutOfMemory = (error: unknown): boolean =>
	(error as NodeJS.ErrnoException).code === "ERR_OUT_OF_MEMORY"

const still = async (bytes: Uint8Array, wanted: Wanted): Promise<Made> => {
	const upright = open(bytes, false).autoOrient()
	const sized =
		"cut" in wanted
			? upright.resize({ ...wanted.cut, fit: "cover", position: "attention" })
			: upright.resize(within(wanted.side))
	const { data, info } = await sized.webp({ quality: 84, effort: 3 }).toBuffer({ resolveWithObject: true })
	const { width, height } = info
	return {
		...{ mediaType: "image/webp", extension: "webp", bytes: data, width, height },
		small: "side" in wanted ? await smallOf(data, wanted.small, Math.max(width, height)) : null,
		blurhash: await blurhashOf(data),
	}
}

/** One that moves keeps moving, in the kind of file it came in. */
const moved = async (
	bytes: Uint8Array,
	wanted: { side: number; small?: number },
	gif: boolean,
): Promise<Made> => {
	const sized = open(bytes, true).resize(within(wanted.side))
	const kept = gif ? sized.gif({ effort: 4 }) : sized.webp({ quality: 80, effort: 3 })
	const { data, info } = await kept.toBuffer({ resolveWithObject: true })
	const [width, height] = [info.width, info.pageHeight ?? info.height]
	const first = await open(data, false).webp({ quality: 84 }).toBuffer()
	return {
		...(gif ? { mediaType: "image/gif", extension: "gif" } : { mediaType: "image/webp", extension: "webp" }),
		...{ bytes: data, width, height },
		small: await smallOf(first, wanted.small, Number.POSITIVE_INFINITY),
		blurhash: await blurhashOf(first),
	}
}

const smallOf = async (
	bytes: Uint8Array,
	side: number | undefined,
	longer: number,
): Promise<Uint8Array | null> =>
	side === undefined || longer <= side
		? null
		: await open(bytes, false).resize(within(side)).webp({ quality: 78 }).toBuffer()

/** What a picture looks like from afar, in thirty letters (blurha.sh). */
const blurhashOf = async (bytes: Uint8Array): Promise<string> => {
	const { data, info } = await open(bytes, false)
		.resize(32, 32, { fit: "fill" })
		.ensureAlpha()
		.raw()
		.toBuffer({ resolveWithObject: true })
	return encode(new Uint8ClampedArray(data), info.width, info.height, 4, 3)
}
