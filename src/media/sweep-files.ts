import { deleteFiles, takeGoneFiles } from "../../db/media.ts"
import type { World } from "../world.ts"
import { smallName } from "./media.ts"

/**
 * Takes away the bytes of what was deleted, and of what was brought and never sent; answers how many files those were. Nobody
 * gets them any more from the moment they are marked: what is swept twice, or only half, does no harm.
 */
export const sweepFiles = async ({ db, ports, media }: World): Promise<number> => {
	if (!media) return 0
	const gone = await db.transaction((tx) => takeGoneFiles(tx, ports.now()))
	for (const { name, small } of gone) {
		await media.storage.remove(name)
		if (small) await media.storage.remove(smallName(name))
	}
	if (gone.length > 0)
		await db.transaction((tx) =>
			deleteFiles(
				tx,
				gone.map(({ id }) => id),
			),
		)
	return gone.length
}
