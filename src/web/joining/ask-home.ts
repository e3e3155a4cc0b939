import type { Context } from "hono"
import { type Limited, limited } from "../../accounts/limits.ts"
import { type Home, readAddress } from "../../people/home.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { fromOf } from "../from.ts"

const problems = {
	blocked: "This server has nothing to do with that one, so there is no way from here.",
	nobody: "That server knows nobody of that name. Is there a slip in it?",
	unreachable: "That server does not answer just now. Is there a slip in its name?",
} as const

/**
 * Finds somebody's own server by what they typed. Cheap looks come first, so that nobody makes us ask other servers for
 * nonsense, and nobody may make us ask often.
 */
export const askHome = async (
	c: Context,
	world: World,
	{ findHome }: Elsewhere,
	typed: string,
): Promise<Result<Home> | Limited> => {
	const who = readAddress(typed)
	if (!who)
		return refused("invalid", "Write it in full, like @you@social.example, or only your server’s name.")
	if (who.host === world.origin.host)
		return refused("taken", "That is this server. Sign in here, and then join.")
	const wait = limited(world, ["home from", fromOf(c)], ["homes", "all"])
	if (wait) return wait
	const home = await findHome(who)
	return "state" in home ? refused("not-found", problems[home.state]) : done(home)
}
