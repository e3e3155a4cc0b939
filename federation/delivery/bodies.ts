import type { LogKey } from "../../db/delivery.ts"
import { limits } from "../../src/limits.ts"
import { digestOf } from "../plumbing/sign.ts"

export type Body = { bytes: Uint8Array; digest: string }
type Load = (keys: LogKey[]) => Promise<(LogKey & { body: Uint8Array })[]>
type Waiting = { key: LogKey; resolve(body: Body | null): void; reject(error: unknown): void }

/**
 * Bodies of log entries, read once and digested once for all the inboxes they go to. What is asked for in one turn is
 * read by one query; the least recently used make way when the memory set aside for them is full.
 */
export class Bodies {
	readonly #load: Load
	readonly #kept = new Map<string, { body: Promise<Body | null>; size: number }>()
	#size = 0
	#waiting: Waiting[] = []

	constructor(load: Load) {
		this.#load = load
	}

	/** The body of an entry; null when the log no longer has it. */
	get(key: LogKey): Promise<Body | null> {
		const name = `${key.groupId} ${key.position}`
		const known = this.#kept.get(name)
		if (known) {
			this.#kept.delete(name)
			this.#kept.set(name, known)
			return known.body
		}
		const body = new Promise<Body | null>((resolve, reject) => {
			if (this.#waiting.length === 0) setImmediate(() => void this.#loadWaiting())
			this.#waiting.push({ key, resolve, reject })
		})
		const kept = { body, size: 0 }
		this.#kept.set(name, kept)
		body.then(
			(found) => this.#weigh(name, kept, found?.bytes.length ?? 0),
			() => this.#kept.delete(name),
		)
		return body
	}

	async #loadWaiting(): Promise<void> {
		const waiting = this.#waiting
		this.#waiting = []
		try {
			const rows = await this.#load(waiting.map(({ key }) => key))
			const found = new Map(rows.map((row) => [`${row.groupId} ${row.position}`, row.body]))
			for (const { key, resolve } of waiting) {
				const bytes = found.get(`${key.groupId} ${key.position}`)
				resolve(bytes ? { bytes, digest: digestOf(bytes) } : null)
			}
		} catch (error) {
			for (const { reject } of waiting) reject(error)
		}
	}

	#weigh(name: string, kept: { size: number }, size: number): void {
		if (this.#kept.get(name) !== kept) return
		kept.size = size + 500
		this.#size += kept.size
		for (const [oldest, { size }] of this.#kept) {
			if (this.#size <= limits.bodiesKept) return
			this.#kept.delete(oldest)
			this.#size -= size
		}
	}
}
