import { createHash } from "node:crypto"
import { limits } from "../src/limits.ts"

/** The digest of a partial followers collection: the SHA-256 of each follower's id, joined by XOR, in hex (FEP-8fcf). */
export const followersDigest = (uris: Iterable<string>): string => {
	const digest = Buffer.alloc(32)
	for (const uri of new Set(uris)) {
		const one = createHash("sha256").update(uri).digest()
		for (let index = 0; index < 32; index++) digest[index]! ^= one[index]!
	}
	return digest.toString("hex")
}

/** What a group's server says of its followers on the server it sends to. */
export type Synchronization = { collectionId: string; url: string; digest: string }

export const synchronizationHeader = "collection-synchronization"

export const writeSynchronization = ({ collectionId, url, digest }: Synchronization): string =>
	`collectionId="${collectionId}", url="${url}", digest="${digest}"`

/** Null when it is not exactly the three parameters, each once, and a digest that can be one. */
export const readSynchronization = (header: string): Synchronization | null => {
	if (header.length > limits.digestHeader) return null
	const found = [...header.matchAll(/(?:^|,)\s*([A-Za-z]+)="([^"]*)"/g)].map(([, name, value]) => [
		name!,
		value!,
	])
	const named = new Map(found as [string, string][])
	const { collectionId, url, digest } = Object.fromEntries(named)
	if (named.size !== found.length || !collectionId || !url || !/^[0-9a-f]{64}$/i.test(digest ?? ""))
		return null
	return { collectionId, url, digest: digest!.toLowerCase() }
}
