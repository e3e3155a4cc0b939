import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from "node:crypto"
import { createServer, type IncomingHttpHeaders } from "node:http"
import type { AddressInfo } from "node:net"

/** What a push service was given for a browser, opened as the browser would (RFC 8291). */
type Pushed = { message: { title: string; body: string }; headers: IncomingHttpHeaders; path: string }

/** A push service on this machine, written from the specifications alone, and a browser that it serves. */
export class PushService {
	readonly pushed: Pushed[] = []
	/** What it answers. */
	status = 201
	readonly #ecdh = createECDH("prime256v1")
	readonly #auth = randomBytes(16)
	readonly #server = createServer((request, response) => {
		const chunks: Buffer[] = []
		request.on("data", (chunk) => chunks.push(chunk))
		request.on("end", () => {
			const message = JSON.parse(this.#opened(Buffer.concat(chunks)))
			this.pushed.push({ message, headers: request.headers, path: request.url ?? "" })
			response.writeHead(this.status).end()
		})
	})

	static async open(): Promise<PushService> {
		const service = new PushService()
		service.#ecdh.generateKeys()
		await new Promise<void>((resolve) => service.#server.listen(0, "127.0.0.1", resolve))
		return service
	}

	get origin(): string {
		return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
	}

	/** What a browser answers that was asked to subscribe. */
	subscription(name = "one"): { endpoint: string; p256dh: string; auth: string } {
		return {
			endpoint: `${this.origin}/push/${name}`,
			p256dh: this.#ecdh.getPublicKey().toString("base64url"),
			auth: this.#auth.toString("base64url"),
		}
	}

	/** Whether a push says by whom it is, signed by the key that the browser was given (RFC 8292); and until when, in seconds. */
	vouched({ headers }: Pushed, key: string): { audience: string; subject: string; expires: number } {
		const [, token, by] = /^vapid t=([^,]+), ?k=([\w-]+)$/.exec(headers.authorization ?? "") ?? []
		if (!token || by !== key) throw new Error(`It is not by ${key}: ${headers.authorization}`)
		const [head, claims, sign] = token.split(".") as [string, string, string]
		const raw = Buffer.from(key, "base64url")
		const [x, y] = [raw.subarray(1, 33), raw.subarray(33)].map((half) => half.toString("base64url"))
		const publicKey = createPublicKey({ key: { kty: "EC", crv: "P-256", x: x!, y: y! }, format: "jwk" })
		const signed = Buffer.from(`${head}.${claims}`)
		const given = { key: publicKey, dsaEncoding: "ieee-p1363" } as const
		if (!verify("sha256", signed, given, Buffer.from(sign, "base64url"))) throw new Error("It is forged.")
		const { aud, sub, exp } = JSON.parse(Buffer.from(claims, "base64url").toString())
		return { audience: aud, subject: sub, expires: exp }
	}

	#opened(body: Buffer): string {
		const [salt, length] = [body.subarray(0, 16), body[20]!]
		const theirs = body.subarray(21, 21 + length)
		const sealed = body.subarray(21 + length)
		const info = Buffer.concat([Buffer.from("WebPush: info\0"), this.#ecdh.getPublicKey(), theirs])
		const shared = hkdfSync("sha256", this.#ecdh.computeSecret(theirs), this.#auth, info, 32)
		const derive = (what: string, bytes: number) =>
			Buffer.from(hkdfSync("sha256", shared, salt, `Content-Encoding: ${what}\0`, bytes))
		const decipher = createDecipheriv("aes-128-gcm", derive("aes128gcm", 16), derive("nonce", 12))
		decipher.setAuthTag(sealed.subarray(-16))
		const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()])
		return plain.subarray(0, plain.lastIndexOf(2)).toString()
	}

	close(): Promise<void> {
		this.#server.closeAllConnections()
		return new Promise((resolve) => this.#server.close(() => resolve()))
	}
}
