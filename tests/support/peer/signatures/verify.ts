import { createVerify } from "node:crypto"
import { type Claim, digestOf, readCavage, type Signable } from "./cavage.ts"
import { contentDigestOf, readRfc9421 } from "./rfc9421.ts"
import type { Scheme } from "./sign.ts"

export type RemoteKey = { owner: string; publicKeyPem: string }

export type Verdict = { verified: boolean; keyId?: string; signer?: string; reason?: string }

export type Strictness = {
	schemes: Scheme[]
	/** Header names that this software wants covered besides what Mastodon wants. */
	mustCover: string[]
	now: Date
}

/** Finds the key that a keyId leads to; `fresh` asks its origin again. Throws when there is none to be trusted. */
export type FindKey = (keyId: string, fresh: boolean) => Promise<RemoteKey & { cached: boolean }>

const HOUR = 3_600_000

// Mastodon's limits: 12 hours old at most, one hour of clocks apart on either side.
const checkTime = (signedAt: Date | undefined, expires: Date | undefined, now: Date): void => {
	if (!signedAt || Number.isNaN(signedAt.getTime())) throw new Error("neither a date nor (created) is signed")
	if (signedAt.getTime() > now.getTime() + HOUR)
		throw new Error(`signed in the future: ${signedAt.toISOString()}`)
	if (signedAt.getTime() < now.getTime() - 13 * HOUR)
		throw new Error(`signed too long ago: ${signedAt.toISOString()}`)
	if (expires && expires.getTime() < now.getTime() - HOUR) throw new Error("the signature has expired")
}

const mustCover = (claim: Claim, ...alternatives: string[]): void => {
	if (!alternatives.some((name) => claim.covered.includes(name)))
		throw new Error(`the signature does not cover ${alternatives.join(" or ")}`)
}

const checkDigest = (header: string | undefined, expected: string, name: string): void => {
	const parts = (header ?? "").split(",").map((part) => part.trim())
	const algorithm = expected.slice(0, expected.indexOf("=")).toLowerCase()
	const found = parts.find((part) => part.slice(0, part.indexOf("=")).toLowerCase() === algorithm)
	if (!found) throw new Error(`no SHA-256 in ${name}`)
	if (found.slice(algorithm.length) !== expected.slice(algorithm.length))
		throw new Error(`${name} does not match the body`)
}

const checkCavage = (request: Signable, claim: Claim, strictness: Strictness): void => {
	mustCover(claim, "date", "(created)")
	mustCover(claim, "(request-target)", "digest")
	if (request.method === "GET") mustCover(claim, "host")
	for (const name of strictness.mustCover) mustCover(claim, name)
	if (request.body) {
		mustCover(claim, "digest")
		checkDigest(request.headers.digest, digestOf(request.body), "Digest")
	}
	const { date } = request.headers
	const signedAt = claim.created ?? (date && claim.covered.includes("date") ? new Date(date) : undefined)
	checkTime(signedAt, claim.expires, strictness.now)
}

const checkRfc9421 = (request: Signable, claim: Claim, strictness: Strictness): void => {
	mustCover(claim, "@method")
	mustCover(claim, "@target-uri")
	if (request.body) {
		mustCover(claim, "content-digest")
		checkDigest(request.headers["content-digest"], contentDigestOf(request.body), "Content-Digest")
	}
	checkTime(claim.created, claim.expires, strictness.now)
}

const holds = (claim: Claim, key: RemoteKey): boolean =>
	createVerify("sha256").update(claim.base).verify(key.publicKeyPem, claim.signature)

const check = (request: Signable, strictness: Strictness): Claim => {
	if (request.headers.host !== new URL(request.url).host)
		throw new Error(`addressed to ${request.headers.host}, which is somebody else`)
	if (!request.headers.signature) throw new Error("not signed")
	const scheme: Scheme = request.headers["signature-input"] ? "rfc9421" : "cavage"
	if (!strictness.schemes.includes(scheme)) throw new Error(`this software does not know ${scheme}`)
	const claim = scheme === "cavage" ? readCavage(request) : readRfc9421(request)
	if (scheme === "cavage") checkCavage(request, claim, strictness)
	else checkRfc9421(request, claim, strictness)
	return claim
}

/** Whether the request's signature holds, whose it is, and if not, why. `request.url` is the address it came to. */
export const verifyRequest = async (
	request: Signable,
	strictness: Strictness,
	findKey: FindKey,
): Promise<Verdict> => {
	let keyId: string | undefined
	try {
		const claim = check(request, strictness)
		keyId = claim.keyId
		let key = await findKey(keyId, false)
		// A key may have been changed since it was last seen.
		if (!holds(claim, key) && key.cached) key = await findKey(keyId, true)
		if (!holds(claim, key)) return { verified: false, keyId, reason: "the signature does not verify" }
		return { verified: true, keyId, signer: key.owner }
	} catch (error) {
		return { verified: false, keyId, reason: (error as Error).message }
	}
}
