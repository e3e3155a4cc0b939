import type { Context, MiddlewareHandler } from "hono"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { MessagePage } from "../pages/message.tsx"
import { youOf } from "../session.ts"

/** All that a guest may send: what somebody may do with a membership, and what their role in a group allows them. */
const open: readonly RegExp[] = [
	/^\/(logout|language)$/,
	/^\/visiting\/end$/,
	// Whoever has the secret of such an address may, signed in or not.
	/^\/unsubscribe\/[^/]+$/,
	/^\/login(\/|$)/,
	/^\/@[^/]+\/(join|leave)$/,
	/^\/@[^/]+\/t\/[^/]+\/from-home$/,
	/^\/@[^/]+\/p\/[^/]+\/report$/,
	/^\/@[^/]+\/desk\/[a-z-]+$/,
	/^\/@[^/]+\/letter$/,
	/^\/@[^/]+\/desk\/letters\/[^/]+\/(answer|close)$/,
	/^\/@[^/]+\/settings\/(name(\/(picture|wide))?|words|ways|policy)$/,
	/^\/@[^/]+\/settings\/people(\/[0-9a-f-]{36}\/(promote|demote))?$/,
	/^\/@[^/]+\/appeal\/[^/]+$/,
]

/** Pages that are of no use without an account here. */
const closed: readonly RegExp[] = [
	/^\/(settings|notifications|drafts|bookmarks|groups\/new|authorize_interaction)(\/|$)/,
	/^\/@[^/]+\/write(\/|$)/,
	// What shakes a group to its ground is asked of those alone who can prove themselves here.
	/^\/@[^/]+\/settings\/(moving|close)(\/|$)/,
	/^\/@[^/]+\/t\/[^/]+\/reply$/,
	/^\/@[^/]+\/p\/[^/]+\/(edit|take-back)$/,
]

/**
 * Guests, whose account is on another server, may do what stands above and nothing else: a new form is closed to them until
 * somebody opens it. What they write and thank for, they do on their own server.
 */
export const guardsGuests =
	(world: World): MiddlewareHandler =>
	async (c, next) => {
		const you = youOf(c)
		if (!you || you.local) return next()
		const { path, method } = c.req
		const reads = method === "GET" || method === "HEAD" || method === "OPTIONS"
		const fits = (pattern: RegExp) => pattern.test(path)
		if (reads ? !closed.some(fits) : open.some(fits)) return next()
		return turnAway(c, world, you.host)
	}

const turnAway = async (c: Context, world: World, host: string) =>
	quietPage(
		c,
		<MessagePage
			server={await gatherServer(world, youOf(c))}
			title={t("That is done on your own server")}
			text={t(
				"You are here as a guest, with your account on {{host}}. What you write, keep or thank for, you do there.",
				{ host },
			)}
			action={{ href: "/visiting", label: t("Where you belong") }}
		/>,
		403,
	)
