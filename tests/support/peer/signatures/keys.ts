import { generateKeyPairSync, type KeyObject } from "node:crypto"

export type KeyPair = { privateKey: KeyObject; publicKeyPem: string }

const POOL_SIZE = 8
const pool: KeyPair[] = []
let taken = 0

/** A new RSA-2048 key. */
export const freshKey = (): KeyPair => {
	const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })
	return { privateKey, publicKeyPem: publicKey.export({ type: "spki", format: "pem" }) as string }
}

/** A key from a pool of eight, made as they are first needed: the ninth actor shares the first one's key. */
export const keyFromPool = (): KeyPair => {
	const place = taken++ % POOL_SIZE
	pool[place] ??= freshKey()
	return pool[place]
}
