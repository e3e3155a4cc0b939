import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto"

/** What something is sealed for; a key made for one purpose opens nothing of another. */
type Purpose = "snug actor keys" | "snug letters" | "snug push" | "snug homes"

/** Seals bytes with the server's secret: AES-256-GCM, bound to what they belong to, so that none can be put in another's place. */
export const seal = (secretKey: string, purpose: Purpose, owner: string, plain: Uint8Array): Uint8Array => {
	const nonce = randomBytes(12)
	const cipher = createCipheriv("aes-256-gcm", keyFor(secretKey, purpose), nonce).setAAD(Buffer.from(owner))
	return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** Opens what `seal` has sealed. @throws when the secret, the purpose or the owner is another. */
export const unseal = (secretKey: string, purpose: Purpose, owner: string, sealed: Uint8Array): Buffer => {
	const bytes = Buffer.from(sealed)
	const decipher = createDecipheriv("aes-256-gcm", keyFor(secretKey, purpose), bytes.subarray(0, 12))
	decipher.setAAD(Buffer.from(owner)).setAuthTag(bytes.subarray(-16))
	return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

const keyFor = (secretKey: string, purpose: Purpose): Buffer =>
	Buffer.from(hkdfSync("sha256", secretKey, "", purpose, 32))
