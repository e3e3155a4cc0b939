import type { Context } from "hono"
import type { SignedIn } from "../../../db/sessions.ts"
import type { Check } from "../../doctor/check.ts"
import type { Refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { missing } from "../missing.tsx"
import { needsFresh, signedInOf } from "../session.ts"

export type Operating = SignedIn & { c: Context; world: World; examine: () => Promise<Check[]> }
type Answer = (one: Operating) => Promise<Response>

/** Hands a page to whoever runs the server; to everybody else it is not there, signed in or not. */
export const forOperators =
	(world: World, examine: Operating["examine"]) =>
	(answer: Answer) =>
	async (c: Context): Promise<Response> => {
		const known = signedInOf(c)
		if (!known?.account.operator) return missing(c, world)
		return answer({ c, world, examine, ...known })
	}

/** The same for what opens other people's accounts: they have shown lately who they are. */
export const freshly =
	(answer: Answer, back = "/admin/people"): Answer =>
	async (one) => {
		let response: Response | undefined
		const stopped = await needsFresh(one.world, back)(one.c, async () => {
			response = await answer(one)
		})
		return response ?? (stopped as Response)
	}

/** What every page of the operator shows: that something was kept, or why it was not. */
export const frameOf = async ({ c, world, actor }: Operating, refused?: Refused) => ({
	server: await gatherServer(world, actor),
	kept: refused === undefined && c.req.query("kept") === "1",
	now: world.ports.now(),
	...(refused && { wrong: refused.reason }),
})

export const statusFor = (refused?: Refused): 200 | 422 => (refused ? 422 : 200)
