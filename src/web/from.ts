import type { BlockList } from "node:net"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context, MiddlewareHandler } from "hono"
import { deviceOf } from "../accounts/account.ts"
import { clientAddress } from "../client-address.ts"

/** Finds out from which address a request comes, for every page behind it. */
export const knowsFrom =
	(trustedProxies: BlockList): MiddlewareHandler =>
	async (c, next) => {
		if (c.req.method === "POST" || c.req.path.startsWith("/login"))
			c.set(
				"from",
				clientAddress(getConnInfo(c).remote.address ?? "", c.req.header("x-forwarded-for"), trustedProxies),
			)
		await next()
	}

/** The address a form comes from. */
export const fromOf = (c: Context): string => c.get("from") ?? ""

/** What kind of browser asks, on what kind of machine. */
export const deviceIn = (c: Context): string => deviceOf(c.req.header("user-agent"))
