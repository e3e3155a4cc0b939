import type { KeyObject } from "node:crypto"
import { findActorByUri, findRemoteKey, type KnownKey } from "../../db/actors.ts"
import { limits } from "../../src/limits.ts"
import { readPublicKey } from "../../src/people/keys.ts"
import type { World } from "../../src/world.ts"
import { readKeyDocument } from "../translate/actor-keys.ts"
import { idOf, normalUri, sameOrigin } from "../translate/reading.ts"
import { Recent, singleFlight } from "./cache.ts"
import type { LookUp, NotFound } from "./look-up.ts"

/** A key by which somebody signs, and who that is by their own document. */
export type RemoteKey = { keyId: string; ownerId: string; ownerUri: string; fetchedAt: Date; key: KeyObject }
export type RemoteKeys = {
	/**
	 * The key that `keyId` names. It counts only if its owner's own document, fetched from the owner's address, lists it;
	 * what a key document says of its owner is never believed alone (CVE-2026-96625). `likelyOwner` is asked first; somebody
	 * else is looked for only when `anyone` may have signed.
	 */
	find(keyId: string, likelyOwner: string, anyone: boolean): Promise<RemoteKey | NotFound>
	/** The same, asked anew: for a signature that an older key does not verify. At most once a minute for one owner. */
	refresh(known: RemoteKey): Promise<RemoteKey | NotFound>
}

const day = 86_400_000

export const createRemoteKeys = (world: World, unbounded: LookUp): RemoteKeys => {
	// Whoever sends nonsense in somebody's name must not make us ask that somebody's server each time.
	const asked = new Recent<NotFound>(limits.askedLately, world.ports.now)
	const flight = singleFlight<RemoteKey | NotFound>()

	const parsed = new Recent<KeyObject>(limits.keysParsed, world.ports.now)

	/** A key by its own text; to read it again would cost more than to verify with it. */
	const keyIn = (pem: string): KeyObject | null => {
		const key = parsed.get(pem) ?? readPublicKey(pem)
		if (key) parsed.set(pem, key, day)
		return key
	}

	// Always from the database: another process, or an Update, may have replaced it since.
	const known = async (keyId: string): Promise<RemoteKey | null> => {
		const kept = await findRemoteKey(world.db, keyId)
		const key = kept && keyIn(kept.publicKeyPem)
		return key && asKey(kept, key)
	}

	const introduce = (lookUp: LookUp, keyId: string, owner: string): Promise<RemoteKey | NotFound> =>
		flight(`${keyId} ${owner}`, async () => {
			if (await findActorByUri(world.db, owner)) {
				const before = asked.get(owner)
				if (before) return before
				asked.set(owner, { state: "unfit", reason: "its owner was asked a moment ago" }, limits.keyPause)
			}
			const actor = await lookUp.actor(owner, true)
			if ("state" in actor) {
				if (asked.get(owner)) asked.set(owner, actor, limits.keyPause)
				return actor
			}
			const key = await known(keyId)
			return key?.ownerUri === owner ? key : { state: "unfit", reason: "its owner does not list this key" }
		})

	return {
		async find(keyId, likelyOwner, anyone) {
			const key = await known(keyId)
			if (key) return key
			const lookUp = unbounded.within(limits.keyRequests, limits.keyTime)
			const own = sameOrigin(keyId, likelyOwner) ? await introduce(lookUp, keyId, likelyOwner) : null
			if (own && (!("state" in own) || own.state !== "unfit")) return own
			if (!anyone) return own ?? { state: "unfit", reason: "it is not on its owner's server" }
			const answer = await lookUp.document(keyId.replace(/#.*$/, ""))
			if (answer.state !== "found") return answer
			const owner = ownerOf(answer.document, keyId)
			if (!owner || owner === likelyOwner)
				return { state: "unfit", reason: "no owner on its own server lists this key" }
			return introduce(lookUp, keyId, owner)
		},
		async refresh(old) {
			const lookUp = unbounded.within(limits.keyRequests, limits.keyTime)
			const answer = await introduce(lookUp, old.keyId, old.ownerUri)
			if (!("state" in answer)) return answer
			// Somebody else may have asked just before.
			const newer = await known(old.keyId)
			return newer && newer.fetchedAt > old.fetchedAt && newer.ownerUri === old.ownerUri ? newer : answer
		},
	}
}

const ownerOf = (document: Record<string, unknown>, keyId: string): string | null => {
	const owner = document.inbox
		? idOf(document.id)
		: (readKeyDocument(document, keyId).owner ?? idOf(document.id))
	return owner && normalUri(owner) === owner && sameOrigin(owner, keyId) ? owner : null
}

const asKey = ({ keyId, actorId, actorUri, fetchedAt }: KnownKey, key: KeyObject): RemoteKey => ({
	keyId,
	ownerId: actorId,
	ownerUri: actorUri,
	fetchedAt,
	key,
})
