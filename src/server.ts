import { getLogger } from "@logtape/logtape"
import { type Context, Hono, type MiddlewareHandler } from "hono"
import { secureHeaders } from "hono/secure-headers"
import { DatabaseUnavailable, isNoText } from "../db/database-errors.ts"
import { readMoment } from "../db/moment.ts"
import { type Facing, federationRoutes } from "../federation/routes.ts"
import { challengeRoutes } from "./api/challenge.ts"
import { healthRoutes } from "./api/health.ts"
import { holdOff } from "./api/hold-off.ts"
import { type Fetch, remembersAnswers } from "./remembered.ts"
import type { Room } from "./room.ts"
import { addressOf } from "./web/from.ts"
import { t } from "./web/language.tsx"
import { pagesWithPasskeys } from "./web/passkey-script.ts"
import { tokenIn } from "./web/session.ts"
import { crowds } from "./web/visitors.tsx"
import { type Facing as PagesFacing, webRoutes } from "./web/web.tsx"
import type { World } from "./world.ts"

const log = getLogger(["snug", "http"])

/** The whole of what answers HTTP: other servers first, then probes, then pages. */
export const createServer = (
	facing: Facing,
	isStopping: () => boolean,
	pages: PagesFacing,
	{ room, queueAge }: { room: Room; queueAge: () => number },
): { fetch: Fetch; routes: Hono["routes"] } => {
	const { world } = facing
	const app = new Hono()
	const https = world.origin.protocol === "https:"
	const [without, withScript] = [headers(https, false), headers(https, true)]
	const runsScript = (c: Context) => pagesWithPasskeys.includes(c.req.path) || tokenIn(c, world) !== null
	app.use(sealFiles)
	app.use((c, next) => (runsScript(c) ? withScript : without)(c, next))
	app.route("/", healthRoutes(world, isStopping, room))
	app.use(holdOff(world.ports, room, queueAge))
	app.route("/", challengeRoutes(world, pages.trustedProxies))
	app.route("/", federationRoutes(facing))
	const web = webRoutes(world, pages)
	app.route("/", web)
	app.notFound((c) => web.fetch(c.req.raw, c.env))
	app.onError((error, c) => {
		if (brokeOff(error)) return c.text(t("The request broke off."), 400)
		if (isNoText(error)) return c.text(t("That holds a character that means nothing here."), 400)
		if (!(error instanceof DatabaseUnavailable))
			log.error("{method} {path}: {error}", { method: c.req.method, path: c.req.path, error })
		c.header("Retry-After", "30")
		return c.text(
			t("Something went wrong here, and it is not your doing. Please try again in a little while."),
			503,
		)
	})
	return {
		routes: app.routes,
		fetch: remembersAnswers(app.fetch, {
			now: world.ports.now,
			moment: momentOf(world),
			crowds: (incoming) => crowds(world, addressOf(incoming, pages.trustedProxies)) !== null,
		}),
	}
}

/** A database that does not answer is no reason to remember something; what comes next says so. */
const momentOf =
	({ db }: World) =>
	(): Promise<string | null> =>
		readMoment(db).catch(() => null)

/** Whoever sends hung up in the middle of it, or was too slow: nothing that an operator need know of. */
const brokeOff = (error: Error): boolean =>
	error.message === "aborted" && (error as NodeJS.ErrnoException).code === "ECONNRESET"

/** What somebody brought is shown in pages; opened by itself it is nobody's page, and nothing in it runs. */
const sealFiles: MiddlewareHandler = async (c, next) => {
	await next()
	const isPage = /^text\//.test(c.res.headers.get("content-type") ?? "text/")
	if (c.req.path.startsWith("/media/") && !isPage)
		c.res.headers.set("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'")
}

const headers = (https: boolean, script: boolean) =>
	secureHeaders({
		contentSecurityPolicy: {
			defaultSrc: ["'none'"],
			styleSrc: ["'self'"],
			...(script && { scriptSrc: ["'self'"], connectSrc: ["'self'"], workerSrc: ["'self'"] }),
			imgSrc: ["'self'"],
			mediaSrc: ["'self'"],
			manifestSrc: ["'self'"],
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
