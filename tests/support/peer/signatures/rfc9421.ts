import { createHash, type KeyObject, sign } from "node:crypto"
import type { Claim, Reckoning, Signable } from "./cavage.ts"

/** The value of a `Content-Digest` header (RFC 9530). */
export const contentDigestOf = (body: Uint8Array): string =>
	`sha-256=:${createHash("sha256").update(body).digest("base64")}:`

const component = (request: Signable, name: string): string => {
	const url = new URL(request.url)
	switch (name) {
		case "@method":
			return request.method.toUpperCase()
		case "@target-uri":
			return url.href
		case "@authority":
			return url.host
		case "@scheme":
			return url.protocol.slice(0, -1)
		case "@path":
			return url.pathname
		case "@query":
			return url.search || "?"
		case "@request-target":
			return url.pathname + url.search
	}
	const value = request.headers[name]
	if (name.startsWith("@") || value === undefined)
		throw new Error(`the signature covers ${name}, which is not there`)
	return value.trim()
}

const signatureBase = (request: Signable, names: string[], parameters: string): string =>
	[
		...names.map((name) => `"${name}": ${component(request, name)}`),
		`"@signature-params": ${parameters}`,
	].join("\n")

/** `Signature-Input` and `Signature` of RFC 9421; like Mastodon it names no algorithm unless told to, the key says it. */
export const signRfc9421 = (
	request: Signable,
	names: string[],
	keyId: string,
	{ key, hash, algorithm }: { key: KeyObject } & Reckoning,
	created: Date,
): Record<string, string> => {
	const covered = names.map((name) => `"${name}"`).join(" ")
	const seconds = Math.floor(created.getTime() / 1000)
	const alg = algorithm ? `;alg="${algorithm}"` : ""
	const parameters = `(${covered});created=${seconds};keyid="${keyId}"${alg}`
	const signature = sign(hash, Buffer.from(signatureBase(request, names, parameters)), key).toString("base64")
	return { "signature-input": `sig1=${parameters}`, signature: `sig1=:${signature}:` }
}

/** Reads the first signature of `Signature-Input`. Throws, saying why, when it cannot be used. */
export const readRfc9421 = (request: Signable): Claim => {
	const input = /^\s*([\w-]+)=(\(([^)]*)\)([^,]*))/.exec(request.headers["signature-input"] ?? "")
	if (!input) throw new Error("Signature-Input cannot be read")
	const [, label, parameters, components, rest] = input as unknown as string[]
	const signature = new RegExp(`(?:^|[,\\s])${label}=:([A-Za-z0-9+/=]+):`).exec(
		request.headers.signature ?? "",
	)
	const keyId = /;keyid="([^"]*)"/.exec(rest!)?.[1]
	const algorithm = /;alg="([^"]*)"/.exec(rest!)?.[1]
	const created = /;created=(\d+)/.exec(rest!)?.[1]
	const expires = /;expires=(\d+)/.exec(rest!)?.[1]
	if (!signature || !keyId) throw new Error(`no signature or no keyid for ${label}`)
	if (algorithm && algorithm !== "rsa-v1_5-sha256") throw new Error(`unknown algorithm ${algorithm}`)
	const covered = [...components!.matchAll(/"([^"]+)"/g)].map(([, name]) => name!)
	return {
		keyId,
		covered,
		base: signatureBase(request, covered, parameters!),
		signature: Buffer.from(signature[1]!, "base64"),
		created: created ? new Date(Number(created) * 1000) : undefined,
		expires: expires ? new Date(Number(expires) * 1000) : undefined,
	}
}
