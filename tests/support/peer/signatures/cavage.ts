import { createHash, type KeyObject, sign } from "node:crypto"

/** The request as both sides must see it to agree on a signature. Header names are lower case. */
export type Signable = {
	method: string
	url: string
	headers: Record<string, string>
	body?: Uint8Array
}

/** What a Signature header says, and the bytes that it claims to sign. */
export type Claim = {
	keyId: string
	covered: string[]
	base: string
	signature: Buffer
	created?: Date
	expires?: Date
}

/** The value of a `Digest` header (RFC 3230). */
export const digestOf = (body: Uint8Array): string =>
	`SHA-256=${createHash("sha256").update(body).digest("base64")}`

const signingString = (request: Signable, names: string[], parameters: Record<string, string>): string => {
	const url = new URL(request.url)
	const line = (name: string): string => {
		if (name === "(request-target)")
			return `${name}: ${request.method.toLowerCase()} ${url.pathname}${url.search}`
		if (name === "(created)") return `${name}: ${parameters.created}`
		if (name === "(expires)") return `${name}: ${parameters.expires}`
		const value = request.headers[name]
		if (value === undefined) throw new Error(`the signature covers ${name}, which is not there`)
		return `${name}: ${value}`
	}
	return names.map(line).join("\n")
}

/** How a signature is reckoned, and what it is called; a hash of null is for keys that bring their own (Ed25519). */
export type Reckoning = { hash: "sha256" | "sha512" | null; algorithm?: string }

/** What senders do with a key of that kind. */
export const usualReckoning = (key: KeyObject, rsa: string | undefined): Reckoning =>
	key.asymmetricKeyType === "ed25519" ? { hash: null } : { hash: "sha256", ...(rsa && { algorithm: rsa }) }

/** The `Signature` header of draft-cavage-http-signatures-12 over the named headers; with rsa-sha256, or hs2019 for other keys. */
export const signCavage = (
	request: Signable,
	names: string[],
	keyId: string,
	{ key, hash, algorithm = "hs2019" }: { key: KeyObject } & Reckoning,
): string => {
	const said = Buffer.from(signingString(request, names, {}))
	const signature = sign(hash, said, key).toString("base64")
	return `keyId="${keyId}",algorithm="${algorithm}",headers="${names.join(" ")}",signature="${signature}"`
}

const moment = (seconds: string | undefined): Date | undefined =>
	seconds === undefined ? undefined : new Date(Number(seconds) * 1000)

/** Reads a draft-cavage `Signature` header. Throws, saying why, when it cannot be used. */
export const readCavage = (request: Signable): Claim => {
	const header = request.headers.signature ?? ""
	const parameters: Record<string, string> = {}
	for (const [, name, quoted, bare] of header.matchAll(/(\w+)=(?:"([^"]*)"|([^,"\s]+))/g))
		parameters[name!] = quoted ?? bare ?? ""
	const { keyId, signature, algorithm } = parameters
	if (!keyId || !signature) throw new Error("the Signature header lacks keyId or signature")
	if (algorithm && !["rsa-sha256", "hs2019"].includes(algorithm))
		throw new Error(`unknown algorithm ${algorithm}`)
	const covered = (parameters.headers ?? "date").toLowerCase().split(" ")
	return {
		keyId,
		covered,
		base: signingString(request, covered, parameters),
		signature: Buffer.from(signature, "base64"),
		created: covered.includes("(created)") ? moment(parameters.created) : undefined,
		expires: moment(parameters.expires),
	}
}
