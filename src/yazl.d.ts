/** What of yazl is used here; it brings no types. */
declare module "yazl" {
	import type { Readable } from "node:stream"

	export class ZipFile {
		readonly outputStream: Readable
		addReadStreamLazy(
			path: string,
			options: { compress: boolean; mtime: Date },
			open: (given: (error: Error | null, stream: Readable) => void) => void,
		): void
		end(): void
		on(event: "error", listener: (error: Error) => void): this
	}
}
