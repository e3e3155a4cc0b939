import { createHash, sign as signBytes } from "node:crypto"
import type { SigningKey } from "./signing-keys.ts"

export type { SigningKey } from "./signing-keys.ts"

/** SHA-256 of a body in base64: computed once however many inboxes it goes to. */
export const digestOf = (body: Uint8Array): string => createHash("sha256").update(body).digest("base64")

export type Unsigned = {
	method: "GET" | "POST"
	url: URL
	date: Date
	/** For a POST: `digestOf` its body, and its media type. */
	content?: { digest: string; type: string }
	/** For a GET. */
	accept?: string
	/** Further headers, which are covered too. */
	also?: Record<string, string>
}

/** Headers that sign a request by draft-cavage-http-signatures-12 with rsa-sha256, as every fediverse server reads it. */
export const signCavage = async (request: Unsigned, key: SigningKey): Promise<Record<string, string>> => {
	const { method, url, date, content, accept } = request
	const sent: Record<string, string> = { date: date.toUTCString() }
	if (content) Object.assign(sent, { digest: `SHA-256=${content.digest}`, "content-type": content.type })
	if (accept !== undefined) sent.accept = accept
	Object.assign(sent, request.also)
	const signed: Record<string, string> = {
		"(request-target)": `${method.toLowerCase()} ${url.pathname}${url.search}`,
		host: url.host,
		...sent,
	}
	const signature = await rsaSha256(
		linesOf(signed, (name) => name),
		key,
	)
	const names = Object.keys(signed).join(" ")
	const value = `keyId="${key.keyId}",algorithm="rsa-sha256",headers="${names}",signature="${signature}"`
	return { ...sent, signature: value }
}

/** Headers that sign a request by RFC 9421 with rsa-v1_5-sha256; Mastodon demands `@target-uri`. */
export const signRfc9421 = async (request: Unsigned, key: SigningKey): Promise<Record<string, string>> => {
	const { method, url, date, content, accept } = request
	const sent: Record<string, string> = { date: date.toUTCString() }
	if (accept !== undefined) sent.accept = accept
	const signed: Record<string, string> = { "@method": method, "@target-uri": url.href }
	if (content) {
		sent["content-type"] = content.type
		sent["content-digest"] = `sha-256=:${content.digest}:`
		signed["content-digest"] = sent["content-digest"]
	}
	Object.assign(sent, request.also)
	Object.assign(signed, request.also)
	const names = Object.keys(signed).map((name) => `"${name}"`)
	const created = Math.floor(date.getTime() / 1000)
	const how = `(${names.join(" ")});created=${created};keyid="${key.keyId}";alg="rsa-v1_5-sha256"`
	const base = `${linesOf(signed, (name) => `"${name}"`)}\n"@signature-params": ${how}`
	const signature = await rsaSha256(base, key)
	return { ...sent, "signature-input": `sig1=${how}`, signature: `sig1=:${signature}:` }
}

const linesOf = (signed: Record<string, string>, write: (name: string) => string): string =>
	Object.entries(signed)
		.map(([name, value]) => `${write(name)}: ${value}`)
		.join("\n")

// With a callback the work is done in the thread pool and the other deliveries go on.
const rsaSha256 = (text: string, key: SigningKey): Promise<string> =>
	new Promise((resolve, reject) => {
		signBytes("sha256", Buffer.from(text), key.privateKey, (error, signature) =>
			error ? reject(error) : resolve(signature.toString("base64")),
		)
	})
