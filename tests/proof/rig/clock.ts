import { existsSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

const libraries = [
	"/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1",
	"/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1",
	"/usr/lib/faketime/libfaketime.so.1",
]

/** The clock of a process, which can be put forward and back while it runs. */
export type Clock = {
	/** What the process must find in its environment. */
	environment: Record<string, string>
	/** From now on it is so many seconds wrong. */
	wrongBy(seconds: number): Promise<void>
	close(): Promise<void>
}

/** Null where libfaketime is not installed. Only the time of day is wrong; how time passes is not. */
export const openClock = async (): Promise<Clock | null> => {
	const library = libraries.find((path) => existsSync(path))
	if (!library) return null
	const folder = await mkdtemp(join(tmpdir(), "snug-clock-"))
	const file = join(folder, "time")
	const wrongBy = (seconds: number) => writeFile(file, `${seconds < 0 ? "" : "+"}${seconds}\n`)
	await wrongBy(0)
	return {
		environment: {
			LD_PRELOAD: library,
			FAKETIME_TIMESTAMP_FILE: file,
			FAKETIME_NO_CACHE: "1",
			FAKETIME_DONT_FAKE_MONOTONIC: "1",
			DONT_FAKE_MONOTONIC: "1",
		},
		wrongBy,
		close: () => rm(folder, { recursive: true, force: true }),
	}
}
