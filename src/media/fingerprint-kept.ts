import { copiesUnknown, filesUnknown, keepPrint, purgeBanned } from "../../db/borders/banned-media.ts"
import type { World } from "../world.ts"
import { type Fingerprint, fingerprintOf } from "./fingerprint.ts"

const nothing: Fingerprint = { sha256: "gone", phash: null }

/** Makes the sums of what was kept before sums were, some at a time, and lets go of what is never taken; answers how many. */
export const fingerprintKept = async (world: World): Promise<number> => {
	const { db, media } = world
	if (!media) return 0
	const names = [...(await filesUnknown(db)), ...(await copiesUnknown(db))]
	for (const { name } of names) {
		const stored = await media.storage.get(name)
		const print = stored
			? await fingerprintOf(media, new Uint8Array(await new Response(stored.body).arrayBuffer()))
			: nothing
		if (print !== "full") await db.transaction((tx) => keepPrint(tx, name, print))
	}
	if (names.length > 0) await letGoOfBanned(world)
	return names.length
}

/** Lets go of everything here that is never taken, bytes included; answers how many files and copies that were. */
export const letGoOfBanned = async ({ db, ports, media }: World): Promise<number> => {
	const { files, copies } = await db.transaction((tx) => purgeBanned(tx, ports.now()))
	for (const name of copies) await media?.storage.remove(name)
	return files + copies.length
}
