import { randomBytes, randomUUID } from "node:crypto"
import type { Dispatcher } from "undici"
import type { Failpoint } from "./failpoints.ts"

/** What the network answers: undici's own shape, so that nothing is copied on the way. */
type NetworkRequest = {
	method: "GET" | "POST"
	url: URL
	headers: Record<string, string>
	body?: Uint8Array
	signal?: AbortSignal
}
export type NetworkAnswer = Pick<Dispatcher.ResponseData, "statusCode" | "headers" | "body">

/** The doors to the outside. Everything else asks these, so that a whole server can run on virtual time (`npm run simulate`). */
export type Ports = {
	/** The present moment. */
	now(): Date
	/** Runs something once, after some milliseconds; the answer calls it off. A wait of a second and more keeps no process alive. */
	timer(run: () => void, milliseconds: number): () => void
	/** A new id: UUIDv7 (RFC 9562), ordered by time, never used twice. */
	newId(): string
	/** Sends one request and resolves with its answer; redirects are the caller's business. */
	fetch(request: NetworkRequest): Promise<NetworkAnswer>
	/** A named place in a write path (`failpoints.ts`) where a test may make the process die or wait. */
	failpoint(name: Failpoint): void | Promise<void>
}

/** Resolves after some milliseconds. */
export const pause = (ports: Pick<Ports, "timer">, milliseconds: number): Promise<void> =>
	new Promise((resolve) => {
		ports.timer(resolve, milliseconds)
	})

/** UUIDv7 from a clock reading in milliseconds. */
export const uuidv7 = (milliseconds: number, random: Uint8Array = randomBytes(10)): string => {
	const bytes = Buffer.alloc(16)
	bytes.writeUIntBE(milliseconds, 0, 6)
	bytes.set(random, 6)
	bytes[6] = (bytes[6]! & 0x0f) | 0x70
	bytes[8] = (bytes[8]! & 0x3f) | 0x80
	const hex = bytes.toString("hex")
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** 256 bits nobody can guess, as text safe in a URL. */
export const newSecret = (): string => randomBytes(32).toString("base64url")

const letters = "abcdefghjkmnpqrstvwxyz0123456789"

/** 80 bits nobody can guess, as sixteen letters and digits that a person can copy by hand: `k3mx-9q2r-7hfp-w4tz`. */
export const newCode = (): string =>
	[...randomBytes(16)]
		.map((byte) => letters[byte % 32]!)
		.join("")
		.replace(/(.{4})(?=.)/g, "$1-")

/** A pinch of chance for a password's hash, so that equal passwords do not look equal. */
export const newSalt = (): Uint8Array => randomBytes(16)

/** A lease's name: random, so that no two holders share one. */
export const newToken = (): string => randomUUID()
