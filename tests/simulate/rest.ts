import type { Stage } from "./stage.ts"

const minute = 60_000
const hour = 60 * minute

/** All faults end, and there is time: as long as anything still waits, up to so many milliseconds. False when something still does. */
export const comeToRest = async (stage: Stage, atMost = 48 * hour): Promise<boolean> => {
	const { scheduler, internet, snugs, peers } = stage
	internet.heal()
	for (const peer of peers) peer.up = true
	for (const snug of snugs) snug.spare()
	const longest = scheduler.now + atMost
	for (let wait = minute; scheduler.now < longest; wait = Math.min(2 * wait, 20 * minute)) {
		await scheduler.runUntil(scheduler.now + wait)
		if (!(await isBusy(stage))) return true
		for (const peer of peers) peer.hurry()
		for (const snug of snugs) await snug.memory.look(hurry, [snug.now.toISOString()])
	}
	return false
}

/** What would wait for hours for a server that was away; it need not be lived through. */
const hurry = "update inbox set due_at = $1 where state = 'waiting' and due_at > $1 and attempts >= 5"

const isBusy = async ({ snugs, peers }: Stage): Promise<boolean> => {
	if (peers.some(({ sendings }) => sendings.some((one) => !one.acknowledged))) return true
	for (const { memory, world } of snugs) {
		const [row] = await memory.look<{ busy: boolean }>(`select
			exists (select 1 from inbox where state = 'waiting') or exists (select 1 from messages where delivered_at is null)
			or exists (select 1 from events where handed_over_at is null and error is null)
			or exists (select 1 from cursors c join groups g on g.actor_id = c.group_id
				where c.position < g.log_position and c.closed_at is null) as busy`)
		if (row!.busy || !world) return true
	}
	return false
}
