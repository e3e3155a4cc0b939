import { knownNames } from "../../db/media-usage.ts"
import { limits } from "../limits.ts"
import type { Listed } from "../storage/storage.ts"
import type { World } from "../world.ts"

/** Everything in the storage: how much there is, and what of it nothing knows of, as when a process died between two steps. */
export type Found = { files: number; bytes: number; orphans: Listed[] }

/** Looks through the storage. What is younger than an hour may be of something under way, and is left alone. */
export const findOrphans = async ({ db, ports, media }: World): Promise<Found> => {
	const before = ports.now().getTime() - limits.orphanAge
	const listed: Listed[] = []
	if (media) for await (const file of media.storage.list()) listed.push(file)
	// After the list, so that whatever was kept meanwhile is known.
	const known = await knownNames(db)
	const orphans = listed.filter(({ name, at }) => !known.has(name) && at.getTime() < before)
	return { files: listed.length, bytes: listed.reduce((sum, { bytes }) => sum + bytes, 0), orphans }
}
