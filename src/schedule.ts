import { getLogger } from "@logtape/logtape"
import { dropDeadHosts, dropGoneHosts } from "../db/dead-hosts.ts"
import { tidy } from "../db/tidy.ts"
import type { Ports } from "./ports.ts"
import { tendPolls } from "./posts/tend-polls.ts"
import type { World } from "./world.ts"

const log = getLogger(["snug", "schedule"])

const second = 1000
const hour = 3600 * second

/**
 * What happens unasked. Every few seconds, polls whose time is over close, and changed tallies are said. Every hour, what
 * has been kept long enough is let go, and servers that have been dead for a month are given up, a little at a time.
 */
export const startSchedule = (world: World): { stop(): Promise<void> } => {
	const polls = repeat(world.ports, 3 * second, async () => {
		const due = await world.db.transaction((tx) => tendPolls(world, tx))
		if (due > 0) world.wake()
		return due > 0 ? second : 3 * second
	})
	const tidying = repeat(world.ports, 60 * second, () => tidyUp(world))
	return {
		async stop() {
			await Promise.all([polls.stop(), tidying.stop()])
		},
	}
}

/** Does something again and again: first after some milliseconds, then whenever it says, a minute after it failed. */
const repeat = (ports: Ports, first: number, work: () => Promise<number>): { stop(): Promise<void> } => {
	let callOff = (): void => {}
	let running: Promise<void> | null = null
	let stopped = false
	const later = (milliseconds: number): void => {
		if (stopped) return
		callOff = ports.timer(() => {
			running = run()
		}, milliseconds)
	}
	const run = async (): Promise<void> => {
		try {
			later(await work())
		} catch (error) {
			log.warning("What happens unasked waits for a while: {error}", { error })
			later(60 * second)
		}
	}
	later(first)
	return {
		async stop() {
			stopped = true
			callOff()
			await running
		},
	}
}

const tidyUp = async ({ db, ports }: World): Promise<number> => {
	const rows = await db.transaction((tx) => tidy(tx, ports.now()))
	const dropped = await db.transaction((tx) => dropDeadHosts(tx, ports.now()))
	for (const host of await db.transaction((tx) => dropGoneHosts(tx, ports.now())))
		log.warning("{host} has said for a week that it is gone and is sent nothing until it speaks again", {
			host,
		})
	for (const host of dropped.hosts)
		log.warning("{host} was not reached for 30 days and is sent nothing until it speaks again", { host })
	return rows > 0 || dropped.more ? second : hour
}
