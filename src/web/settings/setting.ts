import type { Context, MiddlewareHandler } from "hono"
import type { SignedIn } from "../../../db/sessions.ts"
import { limited } from "../../accounts/limits.ts"
import type { Refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { signedInOf, youOf } from "../session.ts"

export type Asked = SignedIn & { c: Context; world: World }

/** Hands a page of the settings who is asking; behind `needsYou` there is somebody. */
export const asked =
	(world: World, answer: (asked: Asked) => Promise<Response>) =>
	(c: Context): Promise<Response> =>
		answer({ c, world, ...signedInOf(c)! })

/** What every page of the settings shows: that something was kept, or why it was not. */
export const settingOf = async ({ c, world, actor }: Asked, refused?: Refused) => ({
	server: await gatherServer(world, actor),
	kept: refused === undefined && c.req.query("kept") === "1",
	...(refused && { wrong: refused.reason }),
})

/** Back to a page after something was kept, so that opening it again does nothing twice. */
export const kept = ({ c }: Pick<Asked, "c">, path: string): Response => c.redirect(`${path}?kept=1`, 303)

/** Nobody changes their settings as fast as a machine does. */
export const unhurried =
	(world: World): MiddlewareHandler =>
	async (c, next) => {
		const you = youOf(c)
		const wait = you && limited(world, ["change by", you.id])
		if (!wait) return next()
		c.header("Retry-After", String(wait.wait))
		return c.text(wait.reason, 429)
	}
