import { hostStanding, isBlockedHost } from "../../db/borders/standing.ts"
import type { World } from "../../src/world.ts"

/** Whether the whole of this server has nothing to do with another: then nothing is asked of it either, whoever names it. */
export const isBlocked = ({ db }: World, url: URL): Promise<boolean> => isBlockedHost(db, url.host, null)

/** The same for pictures: of some servers the words are taken, and no pictures. */
export const givesNoPictures = async ({ db }: World, url: URL): Promise<boolean> =>
	(await hostStanding(db, url.host, null)).rejectMedia
