import { generateKeyPairSync, type KeyObject } from "node:crypto"

export type KeyPair = {
	privateKey: KeyObject
	publicKeyPem: string
	/** How a Multikey says it (FEP-521a); only Ed25519 keys are given out this way alone. */
	publicKeyMultibase?: string
}

const POOL_SIZE = 8
const pool: KeyPair[] = []
let taken = 0

/** A new RSA-2048 key. */
export const freshKey = (): KeyPair => {
	const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
	return { privateKey, publicKeyPem: publicKey.export({ type: "spki", format: "pem" }) as string }
}

const letters = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"

/** Bytes that do not begin with zero, in base58btc as multibase writes it. */
export const base58 = (bytes: Uint8Array): string => {
	let [rest, text] = [BigInt(`0x${Buffer.from(bytes).toString("hex")}`), ""]
	for (; rest > 0n; rest /= 58n) text = letters[Number(rest % 58n)] + text
	return `z${text}`
}

/** The value of a Multikey that holds these 32 bytes as an Ed25519 key. */
export const multikeyOf = (point: Uint8Array): string => base58(Buffer.concat([Buffer.of(0xed, 0x01), point]))

/** A new Ed25519 key, which its owner lists as a Multikey. */
export const freshEd25519 = (): KeyPair => {
	const { privateKey, publicKey } = generateKeyPairSync("ed25519")
	const publicKeyMultibase = multikeyOf(Buffer.from(publicKey.export({ format: "jwk" }).x!, "base64url"))
	return {
		privateKey,
		publicKeyPem: publicKey.export({ type: "spki", format: "pem" }) as string,
		publicKeyMultibase,
	}
}

/** A key from a pool of eight, made as they are first needed: the ninth actor shares the first one's key. */
export const keyFromPool = (): KeyPair => {
	const place = taken++ % POOL_SIZE
	pool[place] ??= freshKey()
	return pool[place]
}
