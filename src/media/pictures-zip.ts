import { Readable } from "node:stream"
import type { ReadableStream } from "node:stream/web"
import { ZipFile } from "yazl"
import { readOwnFiles } from "../../db/archive.ts"
import { limits } from "../limits.ts"
import type { World } from "../world.ts"

/**
 * All pictures and recordings that somebody brought, as they are kept: `media/` and the name that their addresses end in,
 * which is the one that stands in outbox.json. Written while it is read: one file is open at a time.
 */
export const picturesZip = async function* (
	{ db, media }: World,
	ownerId: string,
): AsyncGenerator<Uint8Array> {
	const zip = new ZipFile()
	const { outputStream } = zip
	zip.on("error", (error) => outputStream.destroy(error))
	for (let after: string | null = null; media; ) {
		const files = await readOwnFiles(db, ownerId, { after, limit: limits.archivedAtOnce })
		for (const { name, createdAt: mtime } of files)
			zip.addReadStreamLazy(`media/${name}`, { compress: false, mtime }, (given) => {
				media.storage.get(name).then(
					// What is not there any more takes nothing else with it.
					(stored) =>
						given(null, stored ? Readable.fromWeb(stored.body as ReadableStream) : Readable.from([])),
					(error) => given(error, Readable.from([])),
				)
			})
		if (files.length < limits.archivedAtOnce) break
		after = files.at(-1)!.id
	}
	zip.end()
	yield* outputStream as AsyncIterable<Uint8Array>
}
