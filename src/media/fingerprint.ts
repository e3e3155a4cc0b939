import { createHash } from "node:crypto"
import hash from "sharp-phash"
import { limits } from "../limits.ts"
import type { Media } from "./keeping.ts"
import { makePicture } from "./make-picture.ts"
import { sniff } from "./sniff.ts"

// Its types tell of a default that is not there when it runs.
const phash = hash as unknown as typeof hash.default

/** What a file is known by: the sum of its bytes, and for a picture what it looks like, in 64 zeros and ones. */
export type Fingerprint = { sha256: string; phash: string | null }

/** Makes both; what a picture looks like is made where pictures are, a few at a time. */
export const fingerprintOf = async (
	{ desk }: Pick<Media, "desk">,
	bytes: Uint8Array,
): Promise<Fingerprint | "full"> => {
	const sha256 = createHash("sha256").update(bytes).digest("hex")
	const isPicture = bytes.length <= limits.pictureBytes && (await sniff(bytes))?.is === "picture"
	const looks = isPicture ? await desk.through(() => looksOf(bytes)) : null
	return looks === "full" ? "full" : { sha256, phash: looks }
}

/**
 * Looked at as everything else that comes from strangers is: made anew first, small, under the same limits. Null for what cannot
 * be decoded, and for a plain area: those all look alike.
 */
const looksOf = async (bytes: Uint8Array): Promise<string | null> => {
	const small = await makePicture(bytes, { side: limits.remoteIconSide })
	if (!small) return null
	const bits = await phash(Buffer.from(small.bytes))
	const ones = bits.replaceAll("0", "").length
	return ones > limits.pictureDistance && ones < bits.length - limits.pictureDistance ? bits : null
}
