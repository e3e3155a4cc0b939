import { getLogger } from "@logtape/logtape"
import type { Database } from "../../db/connect.ts"
import { endDeadLeases } from "../../db/presence.ts"
import type { Ports } from "../../src/ports.ts"

const logger = getLogger(["snug", "delivery"])

const rarely = 5 * 60_000

export type TakeOver = { stop(): Promise<void> }

/**
 * Looks now and every few seconds whether another worker of this database has died, and frees what it was at work on;
 * `freed` is told then. So a restart after a crash goes on at once, and nobody waits for leases of the dead. A worker that
 * neither sees nor expects others looks rarely.
 */
export const startTakeOver = ({
	db,
	ports,
	worker,
	freed,
	shared,
	every = 5000,
}: {
	db: Database
	ports: Pick<Ports, "timer" | "failpoint">
	worker: string
	freed: () => void
	/** Other workers may come and go at any time. */
	shared: boolean
	/** Milliseconds between two looks, while there are other workers. */
	every?: number
}): TakeOver => {
	let looking: Promise<void> | null = null
	let alone = false
	const look = async (): Promise<void> => {
		try {
			const { ended, others } = await endDeadLeases(db, worker)
			alone = !shared && others === 0
			if (ended === 0) return
			await ports.failpoint("take-over:ended")
			logger.info("took over {ended} pieces of work from a process that has died", { ended })
			freed()
		} catch (error) {
			logger.debug("could not look for workers that have died: {error}", { error })
		}
	}
	let callOff = (): void => {}
	let stopped = false
	const repeat = (): void => {
		looking = look().then(() => {
			if (!stopped) callOff = ports.timer(repeat, alone ? rarely : every)
		})
	}
	repeat()
	return {
		async stop() {
			stopped = true
			callOff()
			await looking
		},
	}
}
