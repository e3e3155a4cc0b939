/** A part of a file, first and last byte included. */
export type Part = { first: number; last: number }

/** A file on its way out: `size` is that of the whole file, whatever part of it comes. */
export type Stored = { size: number; body: ReadableStream<Uint8Array<ArrayBuffer>> }

export type Listed = { name: string; bytes: number; at: Date }

/**
 * Where the bytes of files are: names are made by us and say nothing (letters, digits, `-`, `_` and dots). What may be seen
 * by whom is decided before it is asked for anything.
 */
export type Storage = {
	/** Keeps a file for good: when this is done, it is there after a crash, whole. */
	put(name: string, bytes: Uint8Array): Promise<void>
	/** A file, or a part of it; null when there is none. */
	get(name: string, part?: Part): Promise<Stored | null>
	/** Takes a file away; nothing happens when there is none. */
	remove(name: string): Promise<void>
	/** Every file there is, in no order. */
	list(): AsyncIterable<Listed>
	close(): Promise<void>
}

const shape = /^[A-Za-z0-9_-][A-Za-z0-9_.-]{0,99}$/

/** @throws when a name could be anything but that of a file of ours. */
export const checkedName = (name: string): string => {
	if (!shape.test(name) || name.includes("..")) throw new Error("That is no name of a file here.")
	return name
}
