import { limits } from "../limits.ts"
import type { Storage } from "../storage/storage.ts"
import { type Gate, gate } from "./gate.ts"

/** Where pictures and recordings are kept, how many, and how fast they are made ready. */
export type Media = {
	storage: Storage
	/** Bytes that one person may keep. */
	perPerson: number
	/** Copies of other servers' pictures: so many bytes, for so many milliseconds after they were last shown. */
	remote: { most: number; age: number }
	/** What addresses of files begin with for other servers, if something stands before our own. */
	publicUrl: URL | null
	/** What is fetched of other servers, a few at the same time; and what of it is under way. */
	fetches: Gate
	fetching: Map<string, Promise<string | null>>
	/** Pictures are made anew here, a few at the same time. */
	desk: Gate
}

export const newMedia = (
	storage: Storage,
	rest: Omit<Media, "storage" | "desk" | "fetches" | "fetching">,
): Media => ({
	storage,
	...rest,
	fetches: gate(limits.remotePicturesAtOnce, limits.remotePicturesWaiting),
	fetching: new Map(),
	desk: gate(limits.picturesAtOnce, limits.picturesWaiting),
})
