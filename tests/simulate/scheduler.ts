import { createHash } from "node:crypto"
import { cryptoAtWork } from "./signatures.ts"

type Entry = { at: number; nth: number; label: string; run: (() => void | Promise<void>) | null }

/**
 * Virtual time. Whatever happens is an entry with a moment; the entries run one after the other, each with all that
 * follows from it at once, and nothing moves in between. So what happens is a function of the entries alone.
 */
export class Scheduler {
	/** Milliseconds since the beginning. */
	now = 0
	steps = 0
	readonly #heap: Entry[] = []
	readonly #hash = createHash("sha256")
	readonly #trace: ((line: string) => void) | null
	#nth = 0

	constructor(trace: ((line: string) => void) | null = null) {
		this.#trace = trace
	}

	/** Runs something after so many milliseconds; the answer calls it off. */
	after(milliseconds: number, label: string, run: () => void | Promise<void>): () => void {
		const entry: Entry = { at: this.now + Math.max(milliseconds, 0), nth: this.#nth++, label, run }
		this.#push(entry)
		return () => {
			entry.run = null
		}
	}

	/** Adds something to what two runs of one seed must have in common. */
	note(text: string): void {
		const line = `${this.now.toFixed(4)} ${text}`
		this.#hash.update(`${line}\n`)
		this.#trace?.(line)
	}

	get hash(): string {
		return this.#hash.copy().digest("hex").slice(0, 16)
	}

	/** Goes on until a moment, or until something has come about; false when the moment came first. */
	async runUntil(moment: number, done: () => boolean = () => false): Promise<boolean> {
		await calm()
		while (!done()) {
			const next = this.#heap[0]
			if (!next || next.at > moment) {
				this.now = Math.max(this.now, moment)
				return done()
			}
			this.#pop()
			if (!next.run) continue
			this.now = Math.max(this.now, next.at)
			this.steps++
			this.note(next.label)
			await next.run()
			await calm()
		}
		return true
	}

	#push(entry: Entry): void {
		const heap = this.#heap
		let at = heap.push(entry) - 1
		while (at > 0) {
			const above = (at - 1) >> 1
			if (!isBefore(entry, heap[above]!)) break
			heap[at] = heap[above]!
			at = above
		}
		heap[at] = entry
	}

	#pop(): void {
		const heap = this.#heap
		const last = heap.pop()!
		if (heap.length === 0) return
		let at = 0
		for (;;) {
			let below = 2 * at + 1
			if (below >= heap.length) break
			if (below + 1 < heap.length && isBefore(heap[below + 1]!, heap[below]!)) below++
			if (!isBefore(heap[below]!, last)) break
			heap[at] = heap[below]!
			at = below
		}
		heap[at] = last
	}
}

const isBefore = (one: Entry, other: Entry): boolean =>
	one.at < other.at || (one.at === other.at && one.nth < other.nth)

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))

/** Resolves when everything that follows at once has happened: promises, and what the product puts off by one turn. */
const calm = async (): Promise<void> => {
	do {
		await turn()
		await turn()
	} while (cryptoAtWork() > 0)
}
