import { verifyRequestDetailed } from "@fedify/fedify"
import type { CryptographicKey } from "@fedify/vocab"
import { normalUri } from "../translate/reading.ts"
import { staticContexts } from "./contexts.ts"

/** What a request's signature claims, before anything is asked or computed. */
export type SignatureClaim = { keyId: string }

type HeaderBag = Pick<Headers, "get">

/**
 * Reads who claims to have signed, and refuses a signature that leaves the body, the target or the time uncovered:
 * such a signature proves nothing about this request (Misskey CVE-2023-49079).
 */
export const readClaim = (headers: HeaderBag): SignatureClaim | { refusal: string } => {
	const signature = headers.get("signature")
	if (!signature || signature.length > 8192) return { refusal: "The request is not signed." }
	const input = headers.get("signature-input")
	const claim = input ? claim9421(input) : claimCavage(signature)
	if (!claim) return { refusal: "The signature cannot be read." }
	const missing = claim.required.filter((names) => !names.some((name) => claim.covered.includes(name)))
	if (missing.length > 0) return { refusal: `The signature does not cover ${missing.map((names) => names[0]).join(", ")}.` }
	const keyId = normalUri(claim.keyId)
	return keyId ? { keyId } : { refusal: "The signature names no key that can be fetched." }
}

type Claim = { keyId: string; covered: string[]; required: string[][] }

const claimCavage = (signature: string): Claim | null => {
	const keyId = /(?:^|,)\s*keyId="([^"]*)"/.exec(signature)?.[1]
	const covered = /(?:^|,)\s*headers="([^"]*)"/.exec(signature)?.[1]
	if (!keyId || !covered) return null
	return { keyId, covered: covered.toLowerCase().split(/\s+/), required: [["(request-target)"], ["host"], ["date"], ["digest"]] }
}

const claim9421 = (input: string): Claim | null => {
	const components = /^\s*[a-z*][\w.*-]*=\(([^)]*)\)/.exec(input)?.[1]
	const keyId = /;\s*keyid="([^"]*)"/.exec(input)?.[1]
	if (components === undefined || !keyId || /,\s*[a-z*][\w.*-]*=\(/.test(input)) return null
	const covered = [...components.matchAll(/"([^"]+)"/g)].map((match) => match[1]!.toLowerCase())
	const time = /;\s*created=\d+/.test(input) ? ["created"] : []
	const target = covered.includes("@target-uri") ? [] : [["@authority"], ["@path", "@request-target"]]
	return {
		keyId,
		covered: [...covered, ...time],
		required: [["@method"], ...target, ["content-digest"], ["created", "date"]],
	}
}

/** Twelve hours either way: what Mastodon allows, and what servers with a clock gone wrong need. */
const timeWindow = { hours: 12 }

/**
 * Whether the key signed this very request to this server. The host is ours whatever the Host header says, so a
 * signature made for another server never verifies here, and one made for us does behind any proxy.
 */
export const verifies = async (
	request: { url: string; headers: Headers; body: Uint8Array },
	key: CryptographicKey,
	now: Date,
): Promise<boolean> => {
	const headers = new Headers(request.headers)
	headers.set("host", new URL(request.url).host)
	try {
		const result = await verifyRequestDetailed(
			new Request(request.url, { method: "POST", headers, body: request.body as Uint8Array<ArrayBuffer> }),
			{
				documentLoader: refuseToFetch,
				contextLoader: staticContexts,
				keyCache: { get: async () => key, set: async () => {} },
				timeWindow,
				currentTime: Temporal.Instant.from(now.toISOString()),
			},
		)
		return result.verified
	} catch {
		// Fedify throws on dates and base64 that cannot be read; a signature that cannot be read verifies nothing.
		return false
	}
}

const refuseToFetch = (): never => {
	throw new Error("keys are fetched before a signature is verified")
}
