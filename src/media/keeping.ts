import { limits } from "../limits.ts"
import type { Storage } from "../storage/storage.ts"
import { type Gate, gate } from "./gate.ts"

/** Where pictures and recordings are kept, how many, and how fast they are made ready. */
export type Media = {
	storage: Storage
	/** Bytes that one person may keep. */
	perPerson: number
	/** Pictures are made anew here, a few at the same time. */
	desk: Gate
}

export const newMedia = (storage: Storage, rest: Omit<Media, "storage" | "desk">): Media => ({
	storage,
	...rest,
	desk: gate(limits.picturesAtOnce, limits.picturesWaiting),
})
