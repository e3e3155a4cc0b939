import { createPrivateKey, createPublicKey, generateKeyPair, type KeyObject } from "node:crypto"
import { promisify } from "node:util"
import { limits } from "../limits.ts"
import { seal, unseal } from "../sealing.ts"

// Bound to the actor: one actor's key is of no use in another's place.
const purpose = "snug actor keys"

const generate = promisify(generateKeyPair)

/** A local actor's key pair of one kind: the public half as SPKI PEM, the private half sealed for storage. */
export type NewKey = { kind: "rsa" | "ed25519"; publicKey: string; sealedPrivateKey: Uint8Array }

/** Makes an actor's RSA-2048 key (HTTP signatures) and Ed25519 key (FEP-521a), private halves sealed. */
export const newKeys = async (secretKey: string, actorId: string): Promise<NewKey[]> => {
	const pairs = await Promise.all([
		generate("rsa", { modulusLength: limits.keyLeastBits }).then((pair) => ["rsa", pair] as const),
		generate("ed25519").then((pair) => ["ed25519", pair] as const),
	])
	return pairs.map(([kind, pair]) => ({
		kind,
		publicKey: pair.publicKey.export({ type: "spki", format: "pem" }).toString(),
		sealedPrivateKey: seal(
			secretKey,
			purpose,
			actorId,
			pair.privateKey.export({ type: "pkcs8", format: "der" }),
		),
	}))
}

/** Opens a sealed private key. @throws when the secret key is not the one it was sealed with. */
export const openKey = (secretKey: string, actorId: string, sealed: Uint8Array): KeyObject =>
	createPrivateKey({ key: unseal(secretKey, purpose, actorId, sealed), format: "der", type: "pkcs8" })

/** A public key in PEM, SPKI or PKCS#1 (Mobilizon); null when it is not one we verify with: RSA of 2048 to 8192 bits, or Ed25519. */
export const readPublicKey = (pem: string): KeyObject | null => {
	if (pem.length > limits.keyText) return null
	try {
		const key = createPublicKey(pem)
		return isSound(key) ? key : null
	} catch {
		return null
	}
}

const isSound = (key: KeyObject): boolean => {
	if (key.asymmetricKeyType === "ed25519") return !isOfSmallOrder(key)
	const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
	const fit =
		key.asymmetricKeyType === "rsa" &&
		modulusLength >= limits.keyLeastBits &&
		modulusLength <= limits.keyMostBits
	return fit && publicExponent >= 3n
}

const prime = 2n ** 255n - 19n
const ofOrderEight = 0x7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7n

/**
 * Whether a point of Ed25519 is one of the few that anybody can sign for without a secret, or is not written as the one
 * number it should be. RFC 8032 leaves both to whoever verifies, and cryptographic libraries differ.
 */
const isOfSmallOrder = (key: KeyObject): boolean => {
	const bytes = Buffer.from(key.export({ format: "jwk" }).x!, "base64url").reverse()
	// The highest bit is the sign of the other coordinate.
	bytes[0]! &= 0x7f
	const y = BigInt(`0x${bytes.toString("hex")}`)
	return y >= prime || [0n, 1n, prime - 1n, ofOrderEight, prime - ofOrderEight].includes(y)
}
