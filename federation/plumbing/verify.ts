import type { KeyObject } from "node:crypto"
import { verifyRequestDetailed } from "@fedify/fedify"
import { CryptographicKey } from "@fedify/vocab"
import { limits } from "../../src/limits.ts"
import { normalUri } from "../translate/reading.ts"
import { staticContexts } from "./contexts.ts"
import { readCavage } from "./read-cavage.ts"
import { verifiesCavage } from "./verify-cavage.ts"

/** What a request's signature claims, before anything is asked or computed. */
export type SignatureClaim = { keyId: string }

/** A request as it came: its address is ours whatever the Host header says. */
export type Signed = { url: string; headers: Headers; body: Uint8Array | null }

/**
 * Reads who claims to have signed, and refuses a signature that leaves the body, the target or the time uncovered:
 * such a signature proves nothing about this request (Misskey CVE-2023-49079). Of several signatures none is chosen.
 */
export const readClaim = (
	headers: Pick<Headers, "get">,
	method: "POST" | "GET" = "POST",
): SignatureClaim | { refusal: string } => {
	const signature = headers.get("signature")
	if (!signature || signature.length > limits.signatureHeader)
		return { refusal: "The request is not signed." }
	const input = headers.get("signature-input")
	const claim = input === null ? readCavage(signature) : read9421(input, signature)
	if (!claim) return { refusal: "The signature cannot be read." }
	const required =
		input === null
			? cavageCovers
			: claim.covered.includes("@target-uri")
				? [["@method"], ...content9421]
				: covers9421
	const needed = method === "POST" ? required : required.filter((names) => !ofBodies.has(names[0]!))
	const missing = needed.filter((names) => !names.some((name) => claim.covered.includes(name)))
	if (missing.length > 0)
		return { refusal: `The signature does not cover ${missing.map((names) => names[0]).join(", ")}.` }
	const keyId = normalUri(claim.keyId)
	return keyId ? { keyId } : { refusal: "The signature names no key that can be fetched." }
}

/** Whether the signature of a request covers one of its headers. */
export const isCovered = (headers: Pick<Headers, "get">, name: string): boolean => {
	const input = headers.get("signature-input")
	const signature = headers.get("signature") ?? ""
	const claim = input === null ? readCavage(signature) : read9421(input, signature)
	return claim?.covered.includes(name) ?? false
}

const cavageCovers = [["(request-target)"], ["host"], ["date"], ["digest"]]
const ofBodies = new Set(["digest", "content-digest"])
const content9421 = [["content-digest"], ["created"]]
const covers9421 = [["@method"], ["@authority"], ["@path", "@request-target"], ...content9421]

const component = '"[a-z@][a-z0-9@-]*"'
const parameter = ';\\s*[a-z]+=(?:"[^"\\\\]*"|\\d+)'
const one9421 = new RegExp(
	`^\\s*([a-z*][\\w.*-]*)=\\((${component}(?: +${component})*)\\)((?:${parameter})+)\\s*$`,
)
/** One signature and nothing beside it: what lenient readers of base64 skip must not make two requests of one. */
const signature9421 = /^\s*([a-z*][\w.*-]*)=:[A-Za-z0-9+/]+={0,2}:\s*$/

/** One signature over plain components: one with parameters could stand for less than its name says (RFC 9421 §2.1). */
const read9421 = (input: string, signature: string): { keyId: string; covered: string[] } | null => {
	const [, label, components, rest] = one9421.exec(input) ?? []
	if (!components || !rest || signature9421.exec(signature)?.[1] !== label) return null
	const parameters = [...rest.matchAll(/([a-z]+)=(?:"([^"]*)"|(\d+))/g)].map(([, name, text, number]) => [
		name!,
		text ?? number!,
	])
	const named = new Map(parameters as [string, string][])
	if (named.size !== parameters.length || !named.has("keyid")) return null
	const covered = components.split(/ +/).map((name) => name.slice(1, -1))
	return { keyId: named.get("keyid")!, covered: named.has("created") ? [...covered, "created"] : covered }
}

/**
 * Whether the key signed this very request to this server: one made for another server never verifies here, and one made
 * for us does behind any proxy. RSA and Ed25519 keys count by either scheme; a name of an algorithm is never believed
 * against the key.
 */
export const verifies = async (request: Signed, key: KeyObject, now: Date): Promise<boolean> => {
	if ("refusal" in readClaim(request.headers, request.body ? "POST" : "GET")) return false
	return request.headers.has("signature-input")
		? verifies9421(request, key, now)
		: verifiesCavage(request, key, { now, skew: limits.clockSkew })
}

/** Fedify does the reckoning of RFC 9421, on a key that is known already. */
const verifies9421 = async ({ url, headers, body }: Signed, key: KeyObject, now: Date): Promise<boolean> => {
	try {
		const algorithm =
			key.asymmetricKeyType === "ed25519" ? "Ed25519" : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }
		const publicKey = key.toCryptoKey(algorithm, true, ["verify"])
		const known = new CryptographicKey({ id: new URL(url), owner: new URL(url), publicKey })
		const named = new Headers(headers)
		named.set("host", new URL(url).host)
		const result = await verifyRequestDetailed(
			body
				? new Request(url, { method: "POST", headers: named, body: body as Uint8Array<ArrayBuffer> })
				: new Request(url, { headers: named }),
			{
				documentLoader: refuseToFetch,
				contextLoader: staticContexts,
				keyCache: { get: async () => known, set: async () => {} },
				timeWindow: { milliseconds: limits.clockSkew },
				currentTime: Temporal.Instant.from(now.toISOString()),
			},
		)
		return result.verified && !hasExpired(headers, now)
	} catch {
		// Fedify throws on dates and base64 that cannot be read; a signature that cannot be read verifies nothing.
		return false
	}
}

/** Fedify does not look at `expires` of RFC 9421. */
const hasExpired = (headers: Headers, now: Date): boolean => {
	const expires = /;\s*expires=(\d+)/.exec(headers.get("signature-input") ?? "")?.[1]
	return expires !== undefined && Number(expires) * 1000 < now.getTime()
}

const refuseToFetch = (): never => {
	throw new Error("keys are fetched before a signature is verified")
}
