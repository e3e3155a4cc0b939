import type { KeyObject } from "node:crypto"
import { digestOf, type Reckoning, type Signable, signCavage, usualReckoning } from "./cavage.ts"
import { contentDigestOf, signRfc9421 } from "./rfc9421.ts"

export type Scheme = "cavage" | "rfc9421"

/** How to sign one request, and how to get it wrong on purpose. */
export type Signing = {
	keyId: string
	key: KeyObject
	date: Date
	scheme?: Scheme
	/** The headers (or components) to sign, in order; without it, what the scheme's senders sign. */
	headers?: string[]
	/** `false` leaves the digest out; a string is sent in its place. */
	digest?: false | string
	/** Without it, what the scheme's senders do with such a key. */
	reckoning?: Reckoning
}

const usual = (request: Signable, scheme: Scheme, hasDigest: boolean): string[] => {
	if (scheme === "rfc9421") return ["@method", "@target-uri", ...(hasDigest ? ["content-digest"] : [])]
	if (request.method === "GET") return ["(request-target)", "host", "date", "accept"]
	return ["(request-target)", "host", "date", ...(hasDigest ? ["digest"] : []), "content-type"]
}

/** The request's headers with host, date, digest and signature added. */
export const signedHeaders = (request: Signable, signing: Signing): Record<string, string> => {
	const scheme = signing.scheme ?? "cavage"
	const headers: Record<string, string> = { host: new URL(request.url).host, ...request.headers }
	headers.date = signing.date.toUTCString()
	const { body } = request
	if (body && signing.digest !== false) {
		const [name, value] =
			scheme === "cavage" ? ["digest", digestOf(body)] : ["content-digest", contentDigestOf(body)]
		headers[name!] = signing.digest ?? value!
	}
	const complete = { ...request, headers }
	const names = signing.headers ?? usual(complete, scheme, body !== undefined && signing.digest !== false)
	const { key, keyId, date } = signing
	const reckoning = signing.reckoning ?? usualReckoning(key, scheme === "cavage" ? "rsa-sha256" : undefined)
	if (scheme === "cavage")
		return { ...headers, signature: signCavage(complete, names, keyId, { key, ...reckoning }) }
	return { ...headers, ...signRfc9421(complete, names, keyId, { key, ...reckoning }, date) }
}
