import type { BlockList } from "node:net"
import { getLogger } from "@logtape/logtape"
import { Hono } from "hono"
import { secureHeaders } from "hono/secure-headers"
import { DatabaseUnavailable } from "../db/database-errors.ts"
import { type Facing, federationRoutes } from "../federation/routes.ts"
import { challengeRoutes } from "./api/challenge.ts"
import { healthRoutes } from "./api/health.ts"
import { webRoutes } from "./web/web.tsx"

const log = getLogger(["snug", "http"])

/** The whole of what answers HTTP: other servers first, then probes, then pages. */
export const createServer = (facing: Facing, isStopping: () => boolean, trustedProxies: BlockList): Hono => {
	const { world } = facing
	const app = new Hono()
	app.use(headers(world.origin.protocol === "https:"))
	app.route("/", healthRoutes(world, isStopping))
	app.route("/", challengeRoutes(world, trustedProxies))
	app.route("/", federationRoutes(facing))
	const web = webRoutes(world, trustedProxies)
	app.route("/", web)
	app.notFound((c) => web.fetch(c.req.raw))
	app.onError((error, c) => {
		if (!(error instanceof DatabaseUnavailable))
			log.error("{method} {path}: {error}", { method: c.req.method, path: c.req.path, error })
		c.header("Retry-After", "30")
		return c.text(
			"Something went wrong here, and it is not your doing. Please try again in a little while.",
			503,
		)
	})
	return app
}

const headers = (https: boolean) =>
	secureHeaders({
		contentSecurityPolicy: {
			defaultSrc: ["'none'"],
			styleSrc: ["'self'"],
			imgSrc: ["'self'"],
			formAction: ["'self'"],
			baseUri: ["'none'"],
			frameAncestors: ["'none'"],
			objectSrc: ["'none'"],
		},
		referrerPolicy: "same-origin",
		xFrameOptions: "DENY",
		strictTransportSecurity: https ? "max-age=31536000" : false,
		crossOriginResourcePolicy: false,
	})
