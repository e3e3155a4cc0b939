import {
	createCipheriv,
	createDecipheriv,
	createPrivateKey,
	createPublicKey,
	generateKeyPair,
	hkdfSync,
	type KeyObject,
	randomBytes,
} from "node:crypto"
import { promisify } from "node:util"
import { limits } from "../limits.ts"

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
		sealedPrivateKey: seal(secretKey, actorId, pair.privateKey.export({ type: "pkcs8", format: "der" })),
	}))
}

/** Opens a sealed private key. @throws when the secret key is not the one it was sealed with. */
export const openKey = (secretKey: string, actorId: string, sealed: Uint8Array): KeyObject =>
	createPrivateKey({ key: unseal(secretKey, actorId, sealed), format: "der", type: "pkcs8" })

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

// AES-256-GCM bound to the actor, so that one actor's sealed key cannot be put in another's place.
const seal = (secretKey: string, actorId: string, plain: Uint8Array): Uint8Array => {
	const nonce = randomBytes(12)
	const cipher = createCipheriv("aes-256-gcm", sealingKey(secretKey), nonce).setAAD(Buffer.from(actorId))
	return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

const unseal = (secretKey: string, actorId: string, sealed: Uint8Array): Buffer => {
	const bytes = Buffer.from(sealed)
	const decipher = createDecipheriv("aes-256-gcm", sealingKey(secretKey), bytes.subarray(0, 12))
	decipher.setAAD(Buffer.from(actorId)).setAuthTag(bytes.subarray(-16))
	return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

const sealingKey = (secretKey: string): Buffer =>
	Buffer.from(hkdfSync("sha256", secretKey, "", "snug actor keys", 32))
