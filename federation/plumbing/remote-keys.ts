import { CryptographicKey } from "@fedify/vocab"
import { findRemoteKey, type KnownKey } from "../../db/actors.ts"
import { readPublicKey } from "../../src/people/keys.ts"
import type { World } from "../../src/world.ts"
import { readKeyDocument } from "../translate/actor.ts"
import { idOf, normalUri, sameOrigin } from "../translate/reading.ts"
import { Recent } from "./cache.ts"
import type { LookUp, NotFound } from "./look-up.ts"

/** A key by which somebody signs, and who that is by their own document. */
export type RemoteKey = { ownerId: string; ownerUri: string; fetchedAt: Date; key: CryptographicKey }
export type RemoteKeys = {
	/**
	 * The key that `keyId` names. It counts only if its owner's own document, fetched from the owner's address, lists it;
	 * what a key document says of its owner is never believed alone (CVE-2026-96625). `likelyOwner` is asked first.
	 */
	find(keyId: string, likelyOwner: string): Promise<RemoteKey | NotFound>
	/** The same, asked anew: for a signature that an older key does not verify. */
	refresh(known: RemoteKey, keyId: string): Promise<RemoteKey | NotFound>
}

const hour = 3_600_000

export const createRemoteKeys = (world: World, lookUp: LookUp): RemoteKeys => {
	const memory = new Recent<RemoteKey>(20_000, world.ports.now)

	const known = async (keyId: string): Promise<RemoteKey | null> => {
		const recent = memory.get(keyId)
		if (recent) return recent
		const kept = await findRemoteKey(world.db, keyId)
		const key = kept ? await asKey(kept) : null
		if (key) memory.set(keyId, key, 12 * hour)
		return key
	}

	const introduce = async (keyId: string, owner: string, fresh: boolean): Promise<RemoteKey | NotFound> => {
		const actor = await lookUp.actor(owner, fresh)
		if ("state" in actor) return actor
		memory.delete(keyId)
		const key = await known(keyId)
		return key?.ownerUri === owner ? key : { state: "unfit", reason: "its owner does not list this key" }
	}

	return {
		async find(keyId, likelyOwner) {
			const key = await known(keyId)
			if (key) return key
			if (sameOrigin(keyId, likelyOwner)) {
				const own = await introduce(keyId, likelyOwner, true)
				if (!("state" in own) || own.state !== "unfit") return own
			}
			const answer = await lookUp.document(keyId.replace(/#.*$/, ""))
			if (answer.state !== "found") return answer
			const owner = ownerOf(answer.document, keyId)
			if (!owner || owner === likelyOwner) return { state: "unfit", reason: "no owner on its own server lists this key" }
			return introduce(keyId, owner, false)
		},
		async refresh(old, keyId) {
			return introduce(keyId, old.ownerUri, true)
		},
	}
}

const ownerOf = (document: Record<string, unknown>, keyId: string): string | null => {
	const owner = document.inbox ? idOf(document.id) : (readKeyDocument(document, keyId).owner ?? idOf(document.id))
	return owner && normalUri(owner) === owner && sameOrigin(owner, keyId) ? owner : null
}

const asKey = async (kept: KnownKey): Promise<RemoteKey | null> => {
	const publicKey = readPublicKey(kept.publicKeyPem)?.toCryptoKey({ name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" }, true, ["verify"])
	if (!publicKey) return null
	const key = new CryptographicKey({ id: new URL(kept.keyId), owner: new URL(kept.actorUri), publicKey })
	return { ownerId: kept.actorId, ownerUri: kept.actorUri, fetchedAt: kept.fetchedAt, key }
}
