/** The boxes of an MP4 in which cameras write where and with what it was made (ISO/IEC 14496-12, Apple's QuickTime). */
const traces = new Set(["udta", "meta", "uuid", "\u00a9xyz"])
const containers = new Set(["moov", "trak", "mdia", "moof", "traf"])

/**
 * A recording without what its camera wrote into it of the place. An MP4's notes are blanked where they are, so that nothing
 * else in the file moves. Other kinds stay as they are.
 */
export const withoutTraces = (bytes: Uint8Array, mediaType: string): Uint8Array => {
	if (mediaType !== "video/mp4" && mediaType !== "audio/mp4") return bytes
	const copy = Buffer.from(bytes)
	blank(copy, 0, copy.length, 0)
	return copy
}

const blank = (file: Buffer, from: number, to: number, depth: number): void => {
	for (let at = from; at + 8 <= to; ) {
		const short = file.readUInt32BE(at)
		const long = short === 1 && at + 16 <= to
		const size = long ? Number(file.readBigUInt64BE(at + 8)) : short === 0 ? to - at : short
		const head = long ? 16 : 8
		if (size < head || at + size > to) return
		const type = file.toString("latin1", at + 4, at + 8)
		if (traces.has(type)) {
			file.write("free", at + 4, "latin1")
			file.fill(0, at + head, at + size)
		} else if (containers.has(type) && depth < 6) blank(file, at + head, at + size, depth + 1)
		at += size
	}
}
