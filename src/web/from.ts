import type { IncomingMessage } from "node:http"
import type { BlockList } from "node:net"
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
export const fromOf = (c: Context): string => addressOf(c.env.incoming, c.get("trusted-proxies"))

/** The same, for who has nothing but Node's request. */
export const addressOf = ({ socket, headers }: IncomingMessage, trustedProxies: BlockList): string =>
	clientAddress(socket.remoteAddress ?? "", headers["x-forwarded-for"]?.toString(), trustedProxies)

/** What kind of browser asks, on what kind of machine. */
export const deviceIn = (c: Context): string => deviceOf(c.req.header("user-agent"))
