import { createHash, type KeyObject, verify } from "node:crypto"
import { type Cavage, readCavage } from "./read-cavage.ts"
import type { Signed } from "./verify.ts"

/**
 * Whether a key made this draft-cavage signature over the very request, within so many milliseconds of now. The key says
 * how it was reckoned, whatever `algorithm` claims: with RSA by SHA-256 as nearly everybody does, or by SHA-512, which
 * some mean by hs2019 (Streams); with Ed25519 in the only way there is. That it covers enough, whoever reads it has seen.
 */
export const verifiesCavage = (
	request: Signed,
	key: KeyObject,
	{ now, skew }: { now: Date; skew: number },
): boolean => {
	const { headers, body } = request
	const cavage = readCavage(headers.get("signature") ?? "")
	if (!cavage || !isTimely(headers.get("date"), cavage, now.getTime(), skew)) return false
	if (body && !isDigest(headers.get("digest") ?? "", body)) return false
	const hashes = key.asymmetricKeyType === "ed25519" ? [null] : ["sha256", "sha512"]
	return targetsOf(request).some((target) => {
		const said = signingString(request, target, cavage)
		return said !== null && hashes.some((hash) => verify(hash, Buffer.from(said), key, cavage.signature))
	})
}

/** Mastodon before 4.3 left the query out of what it signs on a GET. */
const targetsOf = ({ url, body }: Signed): string[] => {
	const { pathname, search } = new URL(url)
	return body ? [`post ${pathname}${search}`] : [...new Set([`get ${pathname}${search}`, `get ${pathname}`])]
}

const signingString = ({ url, headers }: Signed, target: string, cavage: Cavage): string | null => {
	const { host } = new URL(url)
	const said = cavage.covered.map((name) => {
		if (name === "(request-target)") return target
		if (name === "(created)") return cavage.created
		if (name === "(expires)") return cavage.expires
		return name === "host" ? host : headers.get(name)
	})
	return said.every((value) => typeof value === "string")
		? cavage.covered.map((name, place) => `${name}: ${said[place]}`).join("\n")
		: null
}

/** Every time it gives must be one, and what it gives is held to, signed or not. */
const isTimely = (date: string | null, { created, expires }: Cavage, now: number, skew: number): boolean => {
	const isNear = (at: number): boolean => Math.abs(at - now) <= skew
	const isNumber = (value: string): boolean => /^\d{1,12}$/.test(value)
	if (!isNear(Date.parse(date ?? ""))) return false
	if (created !== undefined && !(isNumber(created) && isNear(Number(created) * 1000))) return false
	return expires === undefined || (isNumber(expires) && Number(expires) * 1000 >= now)
}

const hashes = new Map([
	["sha-256", "sha256"],
	["sha-512", "sha512"],
])

/** Whether every digest that we can reckon is the body's, and there is one (RFC 3230). */
const isDigest = (header: string, body: Uint8Array): boolean => {
	const known = header.split(",").flatMap((part) => {
		const at = part.indexOf("=")
		const hash = hashes.get(part.slice(0, at).trim().toLowerCase())
		return hash ? [{ hash, value: part.slice(at + 1).trim() }] : []
	})
	return (
		known.length > 0 &&
		known.every(({ hash, value }) => createHash(hash).update(body).digest("base64") === value)
	)
}
