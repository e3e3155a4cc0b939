import { EventEmitter } from "node:events"
import type { Socket } from "node:net"

/** One message of PostgreSQL's protocol: its letter and what follows the length. */
export type Message = { letter: string; body: Buffer }

/**
 * Stands between the driver and the socket, so that a COPY can be spoken without the driver: its own streams never end
 * when PostgreSQL refuses the last rows (the error comes after CopyDone). To the driver it looks like a socket that
 * neither fails nor closes, for the reason `connection/socket.ts` gives.
 */
export class Gate extends EventEmitter {
	readonly readyState = "open"
	/** Set while a COPY is spoken: what arrives goes there. */
	hear: ((messages: Message[]) => void) | null = null
	readonly #socket: Socket
	#rest: Buffer = Buffer.alloc(0)

	constructor(socket: Socket) {
		super()
		this.#socket = socket
		socket.on("data", (bytes: Buffer) => {
			if (this.hear) this.hear(this.#split(bytes))
			else this.emit("data", bytes)
		})
	}

	/** Sends a message of the protocol; false when the socket asks to wait for its "drain". */
	say(letter: string, body: Buffer): boolean {
		const head = Buffer.alloc(5)
		head.write(letter, "latin1")
		head.writeUInt32BE(body.length + 4, 1)
		this.#socket.write(head)
		return this.#socket.write(body)
	}

	#split(bytes: Buffer): Message[] {
		const all = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes
		const messages: Message[] = []
		let at = 0
		while (all.length - at >= 5) {
			const end = at + 1 + all.readUInt32BE(at + 1)
			if (end > all.length) break
			messages.push({ letter: String.fromCharCode(all[at]!), body: all.subarray(at + 5, end) })
			at = end
		}
		this.#rest = all.subarray(at)
		return messages
	}

	write(bytes: Uint8Array, done?: () => void): boolean {
		this.#socket.write(bytes, done)
		return true
	}
	end(bytes?: Uint8Array): void {
		if (bytes) this.#socket.end(bytes)
	}
	destroy(): void {
		this.#socket.destroy()
	}
	pause(): void {
		this.#socket.pause()
	}
	resume(): void {
		this.#socket.resume()
	}
}

/** PostgreSQL's own words in an ErrorResponse, with its SQLSTATE. */
export const errorIn = (body: Buffer): Error => {
	const fields = new Map(
		body
			.toString("utf8")
			.split("\0")
			.filter(Boolean)
			.map((field) => [field[0], field.slice(1)]),
	)
	const detail = [fields.get("D"), fields.get("W")].filter(Boolean).join("; ")
	const message = fields.get("M") ?? "unknown error"
	return Object.assign(new Error(detail ? `${message} (${detail})` : message), { code: fields.get("C") })
}
