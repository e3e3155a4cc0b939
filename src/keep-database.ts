import { join } from "node:path"
import { getLogger } from "@logtape/logtape"
import { embeddedStatus, startEmbedded } from "../db/embedded.ts"

const log = getLogger(["snug", "database"])
/** Milliseconds between two looks. */
const pause = 5000

/**
 * Starts Snug's own database again when it went by itself: out of memory, or a disk that was full. Until then the server
 * answers that it is not ready, and takes nothing in that it could not keep.
 */
export const keepDatabase = (folder: string): { stop(): Promise<void> } => {
	let stopped = false
	let looking = Promise.resolve()
	const look = async (): Promise<void> => {
		try {
			if (await embeddedStatus(folder)) return
			if (stopped) return
			log.error("The database stopped by itself; it is being started again. See {folder}", {
				folder: join(folder, "log"),
			})
			await startEmbedded(folder)
		} catch (error) {
			log.error("The database does not start: {error}", { error })
		}
	}
	let timer: NodeJS.Timeout
	const later = (): void => {
		timer = setTimeout(() => {
			looking = look().finally(() => {
				if (!stopped) later()
			})
		}, pause)
		timer.unref()
	}
	later()
	return {
		async stop() {
			stopped = true
			clearTimeout(timer)
			await looking
		},
	}
}
