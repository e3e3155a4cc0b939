import type { KeyObject } from "node:crypto"
import { findActor, findLocalKeys } from "../../db/actors.ts"
import { limits } from "../../src/limits.ts"
import { openKey } from "../../src/people/keys.ts"
import type { World } from "../../src/world.ts"
import { Recent } from "./cache.ts"

export type SigningKey = { keyId: string; privateKey: KeyObject }

const hour = 3_600_000

/**
 * Finds a local actor's RSA key to sign with. Keys are opened once and kept in memory; they never stand in a row of
 * outgoing work. @throws when the actor has no key here, or it was sealed with another SECRET_KEY.
 */
export const signingKeys = ({ db, secretKey, ports }: World): ((actorId: string) => Promise<SigningKey>) => {
	const opened = new Recent<SigningKey>(limits.keysOpen, ports.now)
	return async (actorId) => {
		const known = opened.get(actorId)
		if (known) return known
		const actor = await findActor(db, actorId)
		const rsa = (await findLocalKeys(db, actorId)).find((key) => key.kind === "rsa")
		if (!actor || !rsa) throw new Error(`actor ${actorId} has no signing key here`)
		const key = {
			keyId: `${actor.uri}#main-key`,
			privateKey: openKey(secretKey, actorId, rsa.sealedPrivateKey),
		}
		opened.set(actorId, key, hour)
		return key
	}
}
