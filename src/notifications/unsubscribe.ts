import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto"

/**
 * What stands in the letters to somebody so that they can end them with one press, signed in or not: it is reckoned with
 * the server's secret, so that nothing of it need be kept, and it can do nothing else.
 */
export const unsubscribeToken = (secretKey: string, actorId: string): string =>
	`${actorId}.${signed(secretKey, actorId).toString("base64url")}`

/** Whose letters a token ends; null when it is none of ours. */
export const unsubscriberOf = (secretKey: string, token: string): string | null => {
	const [, actorId, sign] = /^([0-9a-f-]{36})\.([\w-]{43})$/.exec(token) ?? []
	if (!actorId || !sign) return null
	return timingSafeEqual(Buffer.from(sign, "base64url"), signed(secretKey, actorId)) ? actorId : null
}

const signed = (secretKey: string, actorId: string): Buffer => {
	const key = Buffer.from(hkdfSync("sha256", secretKey, "", "snug unsubscribe", 32))
	return createHmac("sha256", key).update(actorId).digest()
}
