import { createHash } from "node:crypto"
import { printOfCopy, printOfFile } from "../../db/borders/banned-media.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { fileOrigin } from "./enclose.ts"
import type { Fingerprint } from "./fingerprint.ts"
import { fileNamed } from "./media.ts"

/** What a picture is known by that is kept here, by its address: one of ours, or where it lies on another server. */
export const pictureAt = async (world: World, address: string): Promise<Result<Fingerprint>> => {
	const url = URL.parse(address, world.origin)
	const isOurs = url && [world.origin.origin, fileOrigin(world).origin].includes(url.origin)
	const named = isOurs ? fileNamed(url.pathname.split("/").at(-1) ?? "") : null
	const keys = url ? ["icon", "picture"].map((wanted) => keyOf(wanted, url.href)) : []
	const print = named ? await printOfFile(world.db, named.stem) : await printOfCopy(world.db, keys)
	return print
		? done(print)
		: refused("not-found", "No picture of that address is kept here. Bring it as a file.")
}

const keyOf = (wanted: string, url: string): string =>
	createHash("sha256").update(`${wanted} ${url}`).digest("hex")
