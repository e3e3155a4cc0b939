import { getLogger } from "@logtape/logtape"
import { dropDeadHosts } from "../db/dead-hosts.ts"
import { tidy } from "../db/tidy.ts"
import type { World } from "./world.ts"

const log = getLogger(["snug", "schedule"])

const hour = 3_600_000
const pause = 1000

/**
 * What happens unasked: every hour, what has been kept long enough is let go, and servers that have been dead for a month
 * are given up, a little at a time.
 */
export const startSchedule = ({ db, ports }: World): { stop(): void } => {
	let timer: NodeJS.Timeout
	const later = (milliseconds: number): void => {
		timer = setTimeout(run, milliseconds)
		timer.unref()
	}
	const run = async (): Promise<void> => {
		try {
			const rows = await db.transaction((tx) => tidy(tx, ports.now()))
			const dropped = await db.transaction((tx) => dropDeadHosts(tx, ports.now()))
			for (const host of dropped.hosts)
				log.warning("{host} was not reached for 30 days and is sent nothing until it speaks again", { host })
			later(rows > 0 || dropped.more ? pause : hour)
		} catch (error) {
			log.warning("Tidying waits for the next hour: {error}", { error })
			later(hour)
		}
	}
	later(60_000)
	return { stop: () => clearTimeout(timer) }
}
