import {
	createPrivateKey,
	createPublicKey,
	generateKeyPairSync,
	type KeyObject,
	randomUUID,
} from "node:crypto"
import { readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"

export type KeyPair = {
	privateKey: KeyObject
	publicKeyPem: string
	/** How a Multikey says it (FEP-521a); only Ed25519 keys are given out this way alone. */
	publicKeyMultibase?: string
}

const POOL_SIZE = 8
const pool: KeyPair[] = []
let taken = 0

/** A folder of keys that this run of the tests has made: one takes a tenth of a second, and hundreds of people take part. */
const stock = process.env.TEST_KEYS
/** More than any one file has people with keys of their own. */
const STOCK_SIZE = 64
let drawn = 0

/** An RSA-2048 key that nobody else of the same test has. */
export const freshKey = (): KeyPair => (stock ? kept(stock, `own-${drawn++ % STOCK_SIZE}`) : newKey())

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
	pool[place] ??= stock ? kept(stock, `shared-${place}`) : newKey()
	return pool[place]
}

const newKey = (): KeyPair => pairOf(generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey)

const pairOf = (privateKey: KeyObject): KeyPair => {
	const publicKey = createPublicKey(privateKey as unknown as string)
	return { privateKey, publicKeyPem: publicKey.export({ type: "spki", format: "pem" }) as string }
}

const kept = (folder: string, name: string): KeyPair => {
	const file = join(folder, name)
	try {
		return pairOf(createPrivateKey(readFileSync(file)))
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error
		const made = newKey()
		const fresh = `${file}-${randomUUID()}`
		writeFileSync(fresh, made.privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600 })
		renameSync(fresh, file)
		return made
	}
}
