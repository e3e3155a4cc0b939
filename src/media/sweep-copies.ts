import { bytesOfCopies, type Copy, deleteCopies, listCopies } from "../../db/remote-pictures.ts"
import type { World } from "../world.ts"

/**
 * Lets go of copies of other servers' pictures: those not shown for as long as they are kept, and, while all of them take more
 * room than they may, those shown longest ago. Answers how many those were.
 */
export const sweepCopies = async ({ db, ports, media }: World): Promise<number> => {
	if (!media) return 0
	const old = await listCopies(db, new Date(ports.now().getTime() - media.remote.age))
	if (old.length > 0) return letGo({ db, media }, old)
	const over = (await bytesOfCopies(db)) - media.remote.most
	if (over <= 0) return 0
	let room = 0
	const chosen: Copy[] = []
	for (const copy of await listCopies(db, null)) {
		if (room >= over) break
		chosen.push(copy)
		room += copy.bytes
	}
	return letGo({ db, media }, chosen)
}

const letGo = async ({ db, media }: Pick<World, "db" | "media">, copies: Copy[]): Promise<number> => {
	for (const { name } of copies) if (name) await media?.storage.remove(name)
	await db.transaction((tx) =>
		deleteCopies(
			tx,
			copies.map(({ key }) => key),
		),
	)
	return copies.length
}
