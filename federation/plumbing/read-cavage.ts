/** A `Signature` header of draft-cavage-http-signatures-12, read once for all that is asked of it. */
export type Cavage = {
	keyId: string
	covered: string[]
	signature: Buffer
	/** As they are written, since that is what is signed. */
	created?: string | undefined
	expires?: string | undefined
}

/** Null when it cannot be read in exactly one way: two readers must not find two keys in one header. */
export const readCavage = (header: string): Cavage | null => {
	const found = new Map<string, string>()
	const pair = /\s*([A-Za-z]+)=(?:"([^"]*)"|(\d+))\s*(?:,|$)/y
	while (pair.lastIndex < header.length) {
		const match = pair.exec(header)
		if (!match || found.has(match[1]!)) return null
		found.set(match[1]!, match[2] ?? match[3]!)
	}
	const [keyId, headers, signature] = ["keyId", "headers", "signature"].map((name) => found.get(name))
	// Base64 and nothing else: what lenient readers skip must not make two requests of one.
	if (!keyId || !headers || !signature || !/^[A-Za-z0-9+/]+={0,2}$/.test(signature)) return null
	const bytes = Buffer.from(signature, "base64")
	if (bytes.toString("base64").replace(/=+$/, "") !== signature.replace(/=+$/, "")) return null
	const covered = headers.trim().toLowerCase().split(/\s+/)
	if (!covered.every((name) => /^([a-z0-9-]+|\((request-target|created|expires)\))$/.test(name))) return null
	return {
		keyId,
		covered,
		signature: bytes,
		created: found.get("created"),
		expires: found.get("expires"),
	}
}
