import { isIP } from "node:net"
import type { MiddlewareHandler } from "hono"
import { type Limited, limited } from "../accounts/limits.ts"
import { addressesIn } from "../client-address.ts"
import type { World } from "../world.ts"
import { fromOf } from "./from.ts"
import { gatherServer } from "./gather.ts"
import { t } from "./language.tsx"
import { quietPage } from "./page.ts"
import { MessagePage } from "./pages/message.tsx"
import { youOf } from "./session.ts"

/** A proxy whose word on addresses is not believed, or somebody in the same house: many may be behind one of these. */
const near = addressesIn("127.0.0.0/8 10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 ::1 fc00::/7")!

const counted = new WeakSet<Request>()

/** Whether an address stands for one visitor, so that what it asks for can be counted. */
const isOneVisitor = (address: string): boolean => {
	const family = isIP(address)
	return family !== 0 && !near.check(address, family === 6 ? "ipv6" : "ipv4")
}

/** Whether this would be one page too many for whoever asks; it counts as one of them. */
export const crowds = (world: World, from: string): Limited | null =>
	isOneVisitor(from) ? limited(world, ["pages from", from]) : null

/**
 * Holds off whoever asks for pages faster than anybody reads, without signing in. Pictures are not counted, since a page
 * has many and other servers fetch them for their people, nor is what other servers ask for as such.
 */
export const holdsOffCrowds =
	(world: World): MiddlewareHandler =>
	async (c, next) => {
		// What is nowhere comes by here twice; what came by no connection, nobody asked for.
		if (counted.has(c.req.raw) || !c.env?.incoming) return next()
		counted.add(c.req.raw)
		if (youOf(c) || c.req.path.startsWith("/media/")) return next()
		const wait = crowds(world, fromOf(c))
		if (!wait) return next()
		c.header("Retry-After", String(wait.wait))
		const page = (
			<MessagePage
				server={await gatherServer(world, null)}
				title={t("One moment, please")}
				text={t(
					"That was a great many pages in a short time. Please come back in a few minutes; whoever signs in is not held up.",
				)}
				action={{ href: "/login", label: t("Sign in") }}
			/>
		)
		return quietPage(c, page, 429)
	}
