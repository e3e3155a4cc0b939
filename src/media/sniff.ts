import { fileTypeFromBuffer } from "file-type"

export type Sort =
	| { is: "picture"; mediaType: "image/jpeg" | "image/png" | "image/webp" | "image/avif" | "image/gif" }
	| { is: "recording"; mediaType: string; extension: string }

const pictures = new Set(["image/jpeg", "image/png", "image/webp", "image/avif", "image/gif"])

/** What a recording is served as, whatever it calls itself. */
const recordings: Record<string, { mediaType: string; extension: string }> = {
	"video/mp4": { mediaType: "video/mp4", extension: "mp4" },
	"video/x-m4v": { mediaType: "video/mp4", extension: "mp4" },
	"video/webm": { mediaType: "video/webm", extension: "webm" },
	"audio/mpeg": { mediaType: "audio/mpeg", extension: "mp3" },
	"audio/ogg": { mediaType: "audio/ogg", extension: "ogg" },
	"audio/x-m4a": { mediaType: "audio/mp4", extension: "m4a" },
	"audio/mp4": { mediaType: "audio/mp4", extension: "m4a" },
	"audio/flac": { mediaType: "audio/flac", extension: "flac" },
	"audio/wav": { mediaType: "audio/wav", extension: "wav" },
}

/** What some bytes are, by themselves: neither a name nor what the sender says of them counts. Null for anything not taken. */
export const sniff = async (bytes: Uint8Array): Promise<Sort | null> => {
	const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
	// Codecs may be named behind a semicolon: audio/ogg; codecs=opus.
	const type = found?.mime.split(";")[0]?.trim() ?? ""
	if (pictures.has(type)) return { is: "picture", mediaType: type } as Sort
	const recording = Object.hasOwn(recordings, type) ? recordings[type] : undefined
	return recording ? { is: "recording", ...recording } : null
}
