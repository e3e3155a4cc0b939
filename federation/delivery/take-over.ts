import { getLogger } from "@logtape/logtape"
import type { Database } from "../../db/connect.ts"
import { endDeadLeases } from "../../db/presence.ts"
import type { Ports } from "../../src/ports.ts"

const logger = getLogger(["snug", "delivery"])

export type TakeOver = { stop(): Promise<void> }

/**
 * Looks now and every few seconds whether another worker of this database has died, and frees what it was at work on;
 * `freed` is told then. So a restart after a crash goes on at once, and nobody waits for leases of the dead.
 */
export const startTakeOver = ({
	db,
	ports,
	worker,
	freed,
	every = 5000,
}: {
	db: Database
	ports: Pick<Ports, "timer" | "failpoint">
	worker: string
	freed: () => void
	/** Milliseconds between two looks. */
	every?: number
}): TakeOver => {
	let looking: Promise<void> | null = null
	const look = async (): Promise<void> => {
		try {
			const ended = await endDeadLeases(db, worker)
			if (ended === 0) return
			await ports.failpoint("take-over:ended")
			logger.info("took over {ended} pieces of work from a process that has died", { ended })
			freed()
		} catch (error) {
			logger.debug("could not look for workers that have died: {error}", { error })
		}
	}
	const again = (): void => {
		looking ??= look().finally(() => {
			looking = null
		})
	}
	let callOff = (): void => {}
	const repeat = (): void => {
		callOff = ports.timer(repeat, every)
		again()
	}
	repeat()
	return {
		async stop() {
			callOff()
			await looking
		},
	}
}
