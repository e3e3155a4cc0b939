import { statfs } from "node:fs/promises"
import { isFull } from "../db/database-errors.ts"
import { limits } from "./limits.ts"
import type { Ports } from "./ports.ts"

export type Room = {
	/** Why nothing more can be kept just now, as a sentence; null while there is room. */
	trouble(): Promise<string | null>
	/** Told of what the database could not do. */
	note(error: unknown): void
}

/** Bytes below which nothing is taken in: PostgreSQL stops altogether when it cannot write its log (Hachyderm, 2022-12). */
export const leastRoom = limits.roomLeft
/** Milliseconds for which one look is good, however many ask. */
const freshness = 1000
/** Milliseconds after which a database that had no room is tried again. */
const rest = 10_000

/**
 * Whether there is room to keep things: on the disk of our own database's folder, and in a database elsewhere as far as it
 * has complained. Reading goes on while there is none.
 */
export const watchRoom = (folder: string | null, ports: Pick<Ports, "now">): Room => {
	let fullUntil = 0
	let last: { at: number; free: Promise<number> } | null = null
	const free = (folder: string, at: number): Promise<number> => {
		if (!last || at - last.at >= freshness || at < last.at) last = { at, free: freeBytes(folder) }
		return last.free
	}
	return {
		async trouble() {
			const at = ports.now().getTime()
			if (at < fullUntil) return "The database's disk is full."
			const left = folder ? await free(folder, at) : Number.POSITIVE_INFINITY
			return left < leastRoom
				? `The disk is almost full: ${Math.floor(left / 1024 ** 2)} MiB are left.`
				: null
		},
		note(error) {
			if (isFull(error)) fullUntil = ports.now().getTime() + rest
		},
	}
}

// A folder that cannot be looked at is the database's trouble, which says so itself.
const freeBytes = async (folder: string): Promise<number> => {
	try {
		const { bavail, bsize } = await statfs(folder)
		return bavail * bsize
	} catch {
		return Number.POSITIVE_INFINITY
	}
}
