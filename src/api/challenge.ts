import type { BlockList } from "node:net"
import { getConnInfo } from "@hono/node-server/conninfo"
import { Hono } from "hono"
import { answerChallenge } from "../challenge.ts"
import { clientAddress } from "../client-address.ts"
import type { World } from "../world.ts"

const anybody = "192.0.2.1"

/**
 * Lets the operator's own `snug doctor` see whether the public address leads to this server, and whether what hands its
 * requests on says whose they are.
 */
export const challengeRoutes = (world: World, trustedProxies: BlockList): Hono => {
	const app = new Hono()
	app.get("/.well-known/snug-challenge/:token{[A-Za-z0-9_-]{43}}", async (c) => {
		const answer = await answerChallenge(world, c.req.param("token"))
		const forwarded = c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() ?? null
		const trusted = clientAddress(getConnInfo(c).remote.address ?? "", anybody, trustedProxies) === anybody
		return c.json({ answer, forwarded, trusted }, 200, { "Cache-Control": "no-store" })
	})
	return app
}
