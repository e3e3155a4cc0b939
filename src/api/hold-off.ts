import type { Context, MiddlewareHandler } from "hono"
import { limits } from "../limits.ts"
import type { Ports } from "../ports.ts"
import type { Room } from "../room.ts"

/**
 * Refuses early what could not be kept: anything while the disk is full, and what other servers bring while the database
 * is behind. 503 with Retry-After, spread so that they do not all come back at once; what only reads passes.
 */
export const holdOff = (
	ports: Pick<Ports, "newId">,
	room: Room,
	/** Milliseconds that the first in line has waited for a session. */
	queueAge: () => number,
): MiddlewareHandler => {
	const later = (c: Context, sentence: string, seconds: number) => {
		c.header("Retry-After", String(seconds + spread(ports, seconds)))
		return c.text(sentence, 503)
	}
	return async (c, next) => {
		if (["GET", "HEAD", "OPTIONS"].includes(c.req.method)) return next()
		const trouble = await room.trouble()
		if (trouble) return later(c, `${trouble} Nothing can be kept until there is room again.`, 120)
		if (c.req.path.endsWith("/inbox") && queueAge() > limits.databaseQueue)
			return later(c, "There is too much to do just now. Please come again in a little while.", 30)
		await next()
	}
}

const spread = ({ newId }: Pick<Ports, "newId">, most: number): number =>
	Number.parseInt(newId().slice(-6), 16) % most
