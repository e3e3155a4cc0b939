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

const generate = promisify(generateKeyPair)

/** A local actor's key pair of one kind: the public half as SPKI PEM, the private half sealed for storage. */
export type NewKey = { kind: "rsa" | "ed25519"; publicKey: string; sealedPrivateKey: Uint8Array }

/** Makes an actor's RSA-2048 key (HTTP signatures) and Ed25519 key (FEP-521a), private halves sealed. */
export const newKeys = async (secretKey: string, actorId: string): Promise<NewKey[]> => {
	const pairs = await Promise.all([
		generate("rsa", { modulusLength: 2048 }).then((pair) => ["rsa", pair] as const),
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

/** A public key in PEM, SPKI or PKCS#1 (Mobilizon); null when it is not one we verify with: RSA of 2048 to 8192 bits. */
export const readPublicKey = (pem: string): KeyObject | null => {
	if (pem.length > 8192) return null
	try {
		const key = createPublicKey(pem)
		const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
		const fit = key.asymmetricKeyType === "rsa" && modulusLength >= 2048 && modulusLength <= 8192
		return fit && publicExponent >= 3n ? key : null
	} catch {
		return null
	}
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
