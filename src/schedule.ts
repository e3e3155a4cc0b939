import { getLogger } from "@logtape/logtape"
import { nextListDue } from "../db/borders/lists.ts"
import { dropDeadHosts, dropGoneHosts } from "../db/dead-hosts.ts"
import { nextDue } from "../db/due.ts"
import { tidy } from "../db/tidy.ts"
import { limits } from "./limits.ts"
import { fingerprintKept } from "./media/fingerprint-kept.ts"
import { sweepCopies } from "./media/sweep-copies.ts"
import { sweepFiles } from "./media/sweep-files.ts"
import { type ReadList, refreshLists } from "./moderation/borders/refresh-list.ts"
import { type Step, tendDepartures } from "./people/tend-departures.ts"
import { takeTurns } from "./posts/take-turns.ts"
import { tendPolls } from "./posts/tend-polls.ts"
import { askAgain } from "./quotes/ask-again.ts"
import { repeat } from "./repeat.ts"
import type { World } from "./world.ts"

const log = getLogger(["snug", "schedule"])

const second = 1000
const minute = 60 * second
const hour = 3600 * second

export type Schedule = {
	/** Something may be due that another process made so. */
	lookSoon(): void
	stop(): Promise<void>
}

/**
 * What happens unasked. Posts that waited for their turn are shared. When their time is over polls close, and changed tallies are said; who is quoted and does not answer
 * is asked again; whoever deleted their account is seen off. Every hour, what has been kept long enough is let go, and
 * servers that have been dead for a month are given up, a little at a time. Deleted pictures go at once.
 */
export const startSchedule = (world: World, readList?: ReadList): Schedule => {
	const due = repeat(world.ports, { first: 3 * second, soon: second }, () => tendDue(world))
	const departures = repeat(world.ports, { first: 4 * second, soon: second }, () => seeOff(world))
	const tidying = repeat(world.ports, { first: minute, soon: second }, () => tidyUp(world))
	const sweeping = repeat(world.ports, { first: 5 * second, soon: second }, async () =>
		(await sweepFiles(world)) > 0 ? second : limits.goneLooked,
	)
	const prints = repeat(world.ports, { first: minute, soon: second }, async () =>
		(await fingerprintKept(world)) > 0 ? second : hour,
	)
	const copies = repeat(world.ports, { first: 2 * minute, soon: second }, async () =>
		(await sweepCopies(world)) > 0 ? second : limits.copiesSwept,
	)
	const lists = repeat(world.ports, { first: 6 * second, soon: second }, () => tendLists(world, readList))
	return {
		lookSoon() {
			lists.soon()
			due.soon()
			departures.soon()
		},
		async stop() {
			await Promise.all([
				due.stop(),
				departures.stop(),
				tidying.stop(),
				sweeping.stop(),
				copies.stop(),
				lists.stop(),
				prints.stop(),
			])
		},
	}
}

/** Reads lists of servers whose time has come. */
const tendLists = async (world: World, readList?: ReadList): Promise<number> => {
	if (!readList) return hour
	if ((await refreshLists(world, readList)) > 0) return second
	const due = await nextListDue(world.db)
	return due ? Math.min(Math.max(due.getTime() - world.ports.now().getTime(), second), hour) : hour
}

const tendDue = async (world: World): Promise<number> => {
	const { db, ports } = world
	const due = await nextDue(db)
	const wait = due ? due.getTime() - ports.now().getTime() : minute
	// a tally is due minutes after a vote, and hardly a poll is open for less than a minute
	if (wait > 0) return Math.min(wait, minute)
	const turns = await db.transaction((tx) => takeTurns(world, tx))
	const polls = await db.transaction((tx) => tendPolls(world, tx))
	const questions = await db.transaction((tx) => askAgain(world, tx))
	if (turns + polls + questions > 0) world.wake()
	return second
}

/** Takes whoever deleted their account as far as they can go now. */
const seeOff = async (world: World): Promise<number> => {
	const seen: Step[] = []
	const waiting = () => seen.filter(({ state }) => state !== "more").map(({ actorId }) => actorId)
	for (let step = await tendDepartures(world, []); step; step = await tendDepartures(world, waiting())) {
		world.wake()
		seen.push(step)
	}
	return seen.some(({ state }) => state === "deleting") ? 2 * second : minute
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
