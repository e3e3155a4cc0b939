import { limits } from "../../src/limits.ts"
import type { Slot } from "./slot.ts"

export type Heard = (payload: string) => void
type OpenListening = (hear: (channel: string, payload: string) => void) => Promise<Slot>

const quoted = (channel: string) => `"${channel.replaceAll('"', '""')}"`

/**
 * Listens to NOTIFY on one session of its own. When that session dies another is opened, and every listener is called
 * with "" once, because something may have been said in between.
 */
export class Listening {
	readonly #open: OpenListening
	readonly #channels = new Map<string, Set<Heard>>()
	#slot: Promise<Slot> | null = null
	#again: NodeJS.Timeout | null = null
	#pulse: NodeJS.Timeout | null = null
	#closed = false

	constructor(open: OpenListening) {
		this.#open = open
	}

	/** Resolves when the server listens; the answer ends it. Rejects when there is no connection now. */
	async listen(channel: string, heard: Heard): Promise<() => Promise<void>> {
		const slot = await this.#session()
		await slot.run(`listen ${quoted(channel)}`)
		const listeners = this.#channels.get(channel) ?? new Set()
		this.#channels.set(channel, listeners.add(heard))
		return async () => {
			listeners.delete(heard)
			if (listeners.size > 0 || this.#channels.get(channel) !== listeners) return
			this.#channels.delete(channel)
			await this.#slot?.then((current) => current.run(`unlisten ${quoted(channel)}`)).catch(() => {})
		}
	}

	async close(): Promise<void> {
		this.#closed = true
		if (this.#again) clearTimeout(this.#again)
		if (this.#pulse) clearInterval(this.#pulse)
		this.#channels.clear()
		await this.#slot?.then((slot) => slot.end()).catch(() => {})
	}

	#session(): Promise<Slot> {
		this.#slot ??= this.#begin().catch((error) => {
			this.#slot = null
			throw error
		})
		return this.#slot
	}

	async #begin(): Promise<Slot> {
		const slot = await this.#open((channel, payload) => this.#tell(channel, payload))
		slot.onDeath = () => {
			this.#slot = null
			if (this.#pulse) clearInterval(this.#pulse)
			this.#resume(50)
		}
		if (slot.dead) throw slot.dead
		this.#watch(slot)
		return slot
	}

	// A link that was cut without a word (a firewall, a cable) is only noticed by asking.
	#watch(slot: Slot): void {
		this.#pulse = setInterval(() => {
			const timer = setTimeout(
				() => slot.destroy(new Error("the listening connection does not answer")),
				5000,
			)
			slot
				.run("select 1")
				.catch(() => {})
				.finally(() => clearTimeout(timer))
		}, 15_000)
		this.#pulse.unref()
	}

	#resume(wait: number): void {
		if (this.#closed || this.#again || this.#channels.size === 0) return
		this.#again = setTimeout(async () => {
			this.#again = null
			try {
				const slot = await this.#session()
				for (const channel of this.#channels.keys()) await slot.run(`listen ${quoted(channel)}`)
				for (const channel of this.#channels.keys()) this.#tell(channel, "")
			} catch {
				if (!this.#slot) this.#resume(Math.min(wait * 2, limits.listenPause))
			}
		}, wait)
	}

	// In a turn of its own, so that a listener that throws does not spoil the driver's reading.
	#tell(channel: string, payload: string): void {
		for (const heard of this.#channels.get(channel) ?? []) queueMicrotask(() => heard(payload))
	}
}
