import { findActorByUri, findLocalActor } from "../../db/actors.ts"
import { findGroup } from "../../db/groups.ts"
import { createLookUp } from "../../federation/plumbing/look-up.ts"
import { signingKeys } from "../../federation/plumbing/signing-keys.ts"
import { followAsGroup } from "../../src/groups/follow-as-group.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import { enact } from "../../src/moderation/enact.ts"
import type { Actor } from "../../src/people/actor.ts"
import { check, digestOf } from "./check.ts"
import { fateDeeds } from "./fate.ts"
import { houseDeeds } from "./house-deeds.ts"
import { type Deed, follow, leave, peopleDeeds } from "./people.ts"
import type { Place } from "./place.ts"
import { type Kind, type Plan, sentenceOf } from "./plan.ts"
import type { Snug } from "./snug.ts"
import { Stage, type Violation } from "./stage.ts"

export type Outcome = {
	violations: Violation[]
	hash: string
	steps: number
	statements: number
	/** What was done, in order, as sentences. */
	story: string[]
}

const minute = 60_000
const hour = 60 * minute
const deeds: Record<Kind, Deed> = { ...peopleDeeds, ...houseDeeds, ...fateDeeds }

/** Lives one plan through, from the first Follow until all has come to rest, and checks what is left. */
export const run = async (
	place: Place,
	plan: Plan,
	options: { trace?: (line: string) => void; alive?: (virtual: number) => void } = {},
): Promise<Outcome> => {
	const stage = await Stage.open(place, plan, options.trace ?? null)
	try {
		const { scheduler, internet } = stage
		await begin(stage)
		const story: string[] = []
		const from = scheduler.now
		internet.weather = plan.weather
		for (const step of plan.steps)
			scheduler.after(step.at, `step ${step.kind}`, () => {
				const done = deeds[step.kind](stage, step)
				scheduler.note(done ?? "nobody could")
				story.push(sentenceOf(step, done))
				options.alive?.(scheduler.now - from)
			})
		await scheduler.runUntil(from + plan.lasts)
		await comeToRest(stage)
		lastWords(stage)
		await comeToRest(stage)
		await check(stage)
		for (const snug of stage.snugs) scheduler.note(await digestOf(snug))
		const statements = stage.snugs.reduce((sum, { statements }) => sum + statements, 0)
		return { violations: stage.violations, hash: scheduler.hash, steps: scheduler.steps, statements, story }
	} finally {
		await stage.close()
	}
}

/** Everybody starts; the first of each peer follows every group, and every server's people and group another's. */
const begin = async (stage: Stage): Promise<void> => {
	const { scheduler, snugs } = stage
	for (const snug of snugs) scheduler.after(1, `${snug.name} is started`, () => void snug.start())
	await scheduler.runUntil(minute, () => snugs.every(({ world }) => world !== null))
	for (const snug of snugs) {
		const [group] = await snug.memory.look<{ uri: string }>(
			"select uri from actors where handle = 'tea' and local",
		)
		let found: Actor | null = null
		void findActorByUri(snug.world!.db, group!.uri).then((actor) => {
			found = actor
		})
		await scheduler.runUntil(scheduler.now + minute, () => found !== null)
		stage.groups.set(snug.name, found!)
	}
	for (const snug of snugs) {
		for (const person of [...stage.anchors, ...stage.others]) follow(stage, person, snug)
		for (const other of snugs) if (other !== snug) followEachOther(stage, snug, other)
	}
	await scheduler.runUntil(scheduler.now + 2 * minute)
}

const followEachOther = (stage: Stage, snug: Snug, other: Snug): void => {
	const world = snug.world!
	const uri = stage.groups.get(other.name)!.uri
	const doing = async () => {
		const server = await findLocalActor(world.db, "server")
		const target = await createLookUp(world, () => signingKeys(world)(server!.id)).actor(uri)
		if ("state" in target) throw new Error(target.reason)
		const group = (await findGroup(world.db, stage.groups.get(snug.name)!.id))!
		await enact(world, (tx) => followAsGroup(world, tx, { group, target, by: "operator" }))
		await followGroup(world, { person: (await findLocalActor(world.db, "ben"))!, group: target })
	}
	doing().catch((error) => stage.blame("I2", `${snug.name} could not follow ${other.name}: ${error}`))
}

/** When all is well again, everybody but the first of each peer makes up their mind once more, and that must be so then. */
const lastWords = (stage: Stage): void => {
	for (const snug of stage.snugs)
		for (const person of stage.others) {
			const stays = stage.chance.happens(0.5)
			if (stays) follow(stage, person, snug)
			else leave(stage, person, snug)
			stage.minds.push({ person, snug, stays })
		}
}

/** All faults end, and there is time: as long as anything still waits, up to some days. */
const comeToRest = async (stage: Stage): Promise<void> => {
	const { scheduler, internet, snugs, peers } = stage
	internet.heal()
	for (const peer of peers) peer.up = true
	for (const snug of snugs) snug.spare()
	const longest = scheduler.now + 48 * hour
	for (let wait = minute; scheduler.now < longest; wait = Math.min(2 * wait, 20 * minute)) {
		await scheduler.runUntil(scheduler.now + wait)
		if (!(await isBusy(stage))) return
		for (const peer of peers) peer.hurry()
		for (const snug of snugs) await snug.memory.look(hurry, [snug.now.toISOString()])
	}
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
