import type { Print } from "../../db/borders/banned-media.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"

/** Reads a list: on each line a SHA-256 in 64 hexadecimal digits, or what a picture looks like (a pHash) in 16. */
export const readPrints = (text: string): Result<Print[]> => {
	const cells = text.split(/[\s,;"]+/).filter(Boolean)
	const prints = cells.flatMap((cell): Print[] => {
		if (/^[0-9a-f]{64}$/i.test(cell)) return [{ sha256: cell.toLowerCase() }]
		return /^[0-9a-f]{16}$/i.test(cell) ? [{ phash: BigInt(`0x${cell}`).toString(2).padStart(64, "0") }] : []
	})
	if (prints.length === 0)
		return refused("invalid", "There is nothing on that list by which a picture could be known.")
	return prints.length > limits.bannedPictures
		? refused("forbidden", "That is more than can be kept in mind.")
		: done(prints)
}
