import type { Context } from "hono"
import { allLines } from "../../db/borders/lists.ts"
import { findServer, type Server } from "../../db/server.ts"
import type { ListLine } from "../moderation/borders/list-line.ts"
import { obfuscated } from "../moderation/borders/standing.ts"
import type { World } from "../world.ts"
import { gatherServer } from "./gather.ts"
import { missing } from "./missing.tsx"
import { page } from "./page.ts"
import { type Border, BordersPage } from "./pages/borders.tsx"
import { signedInOf, youOf } from "./session.ts"

/** Whether whoever looks may read what is decided about other servers. */
export const seesBorders = (c: Context, kept: Server | null): boolean => {
	const known = signedInOf(c)
	if (kept?.bordersShown === "everyone") return true
	return kept?.bordersShown === "members" ? known !== null : known?.account.operator === true
}

/** What the server has decided about others, without what is only for those who run it. */
export const showBordersPage = (world: World) => async (c: Context) => {
	const kept = await findServer(world.db)
	if (!seesBorders(c, kept)) return missing(c, world)
	const borders = (await allLines(world.db)).map(asBorder)
	const server = await gatherServer(world, youOf(c))
	const onlyListed = kept?.federating === "listed"
	return page(c, <BordersPage server={server} onlyListed={onlyListed} borders={borders} />)
}

const asBorder = ({ domain, obfuscate, publicReason, ...ruling }: ListLine): Border => ({
	name: obfuscate ? obfuscated(domain) : domain,
	...ruling,
	reason: publicReason ?? "",
})
