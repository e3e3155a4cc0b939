import { domainSeverity } from "../../db/groups.ts"
import type { World } from "../../src/world.ts"

/** Whether the whole of this server has nothing to do with another: then nothing is asked of it either, whoever names it. */
export const isBlocked = async ({ db }: World, url: URL): Promise<boolean> =>
	(await domainSeverity(db, url.host, null)) === "block"
