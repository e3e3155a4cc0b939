import crypto, { createHmac, createPrivateKey, createPublicKey, KeyObject, webcrypto } from "node:crypto"
import { syncBuiltinESMExports } from "node:module"
import { promisify } from "node:util"
import { Chance } from "./chance.ts"

/*
 * Signing, simulated. Real RSA costs a millisecond a signature and is finished by a pool of threads in whatever order,
 * which no seed decides. Here a signature is an HMAC keyed by the public modulus, made and checked at once; everything
 * around it (what is covered, digests, dates, whose key it is) is the product's own code. Must be imported before it.
 */

let atWork = 0

/** How many calls of WebCrypto are under way. */
export const cryptoAtWork = (): number => atWork

const moduli = new WeakMap<KeyObject, string>()

const modulusOf = (key: KeyObject): string => {
	const known = moduli.get(key)
	if (known) return known
	const publicKey = key.type === "private" ? createPublicKey(key as never) : key
	const modulus = publicKey.export({ format: "jwk" }).n ?? ""
	moduli.set(key, modulus)
	return modulus
}

/** What stands for an RSA signature by the private half of a key. */
export const simulatedSignature = (key: KeyObject, bytes: Uint8Array): Buffer =>
	createHmac("sha256", modulusOf(key)).update(bytes).digest()

/** A key pair in name only: an odd number of 2048 bits that is nobody's product, the same for the same name. */
export const simulatedKeyPair = (name: string): { privateKey: KeyObject; publicKey: KeyObject } => {
	const chance = new Chance(`key ${name}`)
	const number = (bytes: number): string => {
		const all = chance.bytes(bytes)
		all[0] = all[0]! | 0xc0
		all[bytes - 1] = all[bytes - 1]! | 1
		return Buffer.from(all).toString("base64url")
	}
	const [n, d, p, q, dp, dq, qi] = [256, 256, 128, 128, 128, 128, 128].map(number)
	const jwk = { kty: "RSA", n, e: "AQAB", d, p, q, dp, dq, qi }
	const privateKey = createPrivateKey({ key: jwk as never, format: "jwk" })
	return {
		privateKey,
		publicKey: createPublicKey({ key: { kty: "RSA", n, e: "AQAB" } as never, format: "jwk" }),
	}
}

let pairs = 0
const real = { generate: promisify(crypto.generateKeyPair) }

const simulateSigning = (): void => {
	const sign = (_: unknown, bytes: Uint8Array, key: KeyObject, done: (e: null, s: Buffer) => void) =>
		queueMicrotask(() => done(null, simulatedSignature(key, bytes)))
	const generate = Object.assign(() => {}, {
		[promisify.custom]: async (kind: string, options: object) =>
			kind === "rsa" ? simulatedKeyPair(`pair ${pairs++}`) : real.generate(kind as never, options as never),
	})
	const verify = (_: unknown, bytes: Uint8Array, key: KeyObject, signature: Uint8Array) =>
		simulatedSignature(key, bytes).equals(Buffer.from(signature))
	Object.assign(crypto, { sign, verify, generateKeyPair: generate })
	syncBuiltinESMExports()
}

/** One call after the other, counted, so that the order in which they end is the order in which they began. */
const countCalls = (): void => {
	const { prototype } = Object.getPrototypeOf(webcrypto.subtle).constructor as {
		prototype: Record<string, unknown>
	}
	let last: Promise<unknown> = Promise.resolve()
	for (const name of ["digest", "sign", "importKey", "exportKey"]) {
		const original = prototype[name] as (...given: unknown[]) => Promise<unknown>
		prototype[name] = function (this: unknown, ...given: unknown[]) {
			atWork++
			const result = last.then(() => original.apply(this, given))
			last = result.catch(() => {})
			return result.finally(() => atWork--)
		}
	}
	prototype.verify = async (_: unknown, key: CryptoKey, signature: Uint8Array, bytes: Uint8Array) =>
		simulatedSignature(KeyObject.from(key), Buffer.from(bytes)).equals(Buffer.from(signature))
}

simulateSigning()
countCalls()
