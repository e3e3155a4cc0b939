import { EventEmitter, once } from "node:events"
import { connect as connectPlain, isIP, type Socket } from "node:net"
import { connect as connectTls } from "node:tls"
import type { Address } from "../database-url.ts"

/** PostgreSQL protocol, SSLRequest: a server answers it with one byte, `S` or `N`, before anything else. */
export const sslRequest = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
const timedOut = () => Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" })

/** Opens the byte stream to a PostgreSQL server, TLS included, within `limit` milliseconds; throws the system's error. */
export const openSocket = async (at: Address, limit: number): Promise<Socket> => {
	const plain = at.path ? connectPlain(at.path) : connectPlain(at.port, at.host)
	let current: Socket = plain
	const timer = setTimeout(() => current.destroy(timedOut()), limit)
	try {
		await once(plain, "connect")
		plain.setNoDelay(true)
		plain.setKeepAlive(true, 30_000)
		if (at.tls === "off") return plain
		if (!(await serverHasTls(plain))) {
			if (at.tls === "prefer") return plain
			throw new Error("the server does not speak TLS, which sslmode asks for")
		}
		current = connectTls({
			socket: plain,
			...(isIP(at.host) ? {} : { servername: at.host }),
			...at.tlsOptions,
		})
		await once(current, "secureConnect")
		return current
	} catch (error) {
		current.destroy()
		throw error
	} finally {
		clearTimeout(timer)
	}
}

/** PostgreSQL protocol, "SSL Session Encryption". More than the one byte would be unencrypted and is refused (CVE-2021-23222). */
const serverHasTls = async (plain: Socket): Promise<boolean> => {
	plain.write(sslRequest)
	const [answer] = (await once(plain, "data")) as [Buffer]
	plain.pause()
	if (answer.length !== 1) throw new Error("the server sent more than its answer to the request for TLS")
	return answer[0] === 83
}

/**
 * What the driver takes for its socket. It never tells the driver that the real one failed or closed, because the
 * driver would then connect again under statements that belong to the dead session: `slot.ts` decides instead.
 */
export class Line extends EventEmitter {
	readonly readyState = "open"
	#socket: Socket | null

	constructor(socket: Socket) {
		super()
		this.#socket = socket
		socket.on("data", (bytes) => this.#socket && this.emit("data", bytes))
	}

	/** Writes, or does nothing once cut. Always true: a slot has one statement under way at most. */
	write(bytes: Uint8Array, done?: () => void): boolean {
		this.#socket?.write(bytes, done)
		return true
	}

	/** From here on nothing passes in either direction. */
	cut(): void {
		this.#socket = null
	}

	end(bytes?: Uint8Array): void {
		if (bytes) this.#socket?.end(bytes)
	}

	destroy(): void {
		this.#socket?.destroy()
	}

	pause(): void {
		this.#socket?.pause()
	}

	resume(): void {
		this.#socket?.resume()
	}
}
