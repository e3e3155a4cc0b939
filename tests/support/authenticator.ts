import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from "node:crypto"

type Change = { origin?: string; party?: string; counter?: number; type?: string; userHandle?: string }
const sha256 = (data: Uint8Array | string): Buffer => createHash("sha256").update(data).digest()
const text = (value: string): Buffer => Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
const bytes = (value: Uint8Array): Buffer => Buffer.concat([head(2, value.length), value])
const head = (major: number, size: number): Buffer => {
	if (size < 24) return Buffer.from([(major << 5) | size])
	if (size < 256) return Buffer.from([(major << 5) | 24, size])
	return Buffer.from([(major << 5) | 25, size >> 8, size & 255])
}

/** A passkey made of nothing but Node's own modules (WebAuthn §6, CTAP2's CBOR), which can be told to cheat. */
export class Authenticator {
	readonly id = randomBytes(32)
	readonly origin: string
	readonly party: string
	counter = 0
	readonly #key: KeyObject
	readonly #cose: Buffer

	constructor(origin: string) {
		this.origin = origin
		this.party = new URL(origin).hostname
		const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" })
		this.#key = privateKey
		const { x, y } = publicKey.export({ format: "jwk" })
		const point = (part?: string) => bytes(Buffer.from(part!, "base64url"))
		// kty 2 (EC2), alg -7 (ES256), crv 1 (P-256), x, y
		const parts = [[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21], point(x), [0x22], point(y)]
		this.#cose = Buffer.concat(parts.map((part) => Buffer.from(part)))
	}

	/** What a browser would send when a passkey is made for these options. */
	make({ challenge }: { challenge: string }, change: Change = {}): string {
		const size = Buffer.from([0, this.id.length])
		const credential = Buffer.concat([Buffer.alloc(16), size, this.id, this.#cose])
		const data = Buffer.concat([this.#data(0x45, change), credential])
		const attestation = [
			[0xa3],
			text("fmt"),
			text("none"),
			text("attStmt"),
			[0xa0],
			text("authData"),
			bytes(data),
		]
		return this.#said({
			clientDataJSON: this.#client("webauthn.create", challenge, change).toString("base64url"),
			attestationObject: Buffer.concat(attestation.map((part) => Buffer.from(part))).toString("base64url"),
		})
	}

	/** What a browser would send when it is used. */
	use({ challenge }: { challenge: string }, change: Change = {}): string {
		this.counter++
		const data = this.#data(0x05, change)
		const client = this.#client(change.type ?? "webauthn.get", challenge, change)
		const signature = sign("sha256", Buffer.concat([data, sha256(client)]), this.#key)
		return this.#said({
			clientDataJSON: client.toString("base64url"),
			authenticatorData: data.toString("base64url"),
			signature: signature.toString("base64url"),
			...(change.userHandle && { userHandle: change.userHandle }),
		})
	}

	#said = (response: object): string => {
		const id = this.id.toString("base64url")
		return JSON.stringify({ id, rawId: id, type: "public-key", clientExtensionResults: {}, response })
	}

	#client = (type: string, challenge: string, { origin = this.origin }: Change): Buffer =>
		Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

	#data(flags: number, { party = this.party, counter = this.counter }: Change): Buffer {
		const count = Buffer.alloc(4)
		count.writeUInt32BE(counter)
		return Buffer.concat([sha256(party), Buffer.from([flags]), count])
	}
}
