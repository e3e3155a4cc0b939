import type { BlockList } from "node:net"
import { getConnInfo } from "@hono/node-server/conninfo"
import type { Context, MiddlewareHandler } from "hono"
import { deviceOf } from "../accounts/account.ts"
import { clientAddress } from "../client-address.ts"

/** Says whose word on addresses is believed, for every page behind it. */
export const knowsFrom =
	(trustedProxies: BlockList): MiddlewareHandler =>
	(c, next) => {
		c.set("trusted-proxies", trustedProxies)
		return next()
	}

/** The address a request comes from. */
export const fromOf = (c: Context): string =>
	clientAddress(
		getConnInfo(c).remote.address ?? "",
		c.req.header("x-forwarded-for"),
		c.get("trusted-proxies"),
	)

/** What kind of browser asks, on what kind of machine. */
export const deviceIn = (c: Context): string => deviceOf(c.req.header("user-agent"))
