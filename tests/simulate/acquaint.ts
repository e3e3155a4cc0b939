import { findActorByUri, findLocalActor } from "../../db/actors.ts"
import { findGroup } from "../../db/groups.ts"
import { createLookUp } from "../../federation/plumbing/look-up.ts"
import { signingKeys } from "../../federation/plumbing/signing-keys.ts"
import { followAsGroup } from "../../src/groups/follow-as-group.ts"
import { followGroup } from "../../src/groups/follow-group.ts"
import { enact } from "../../src/moderation/enact.ts"
import type { Actor } from "../../src/people/actor.ts"
import type { PeerMemory } from "./peers.ts"
import { follow } from "./people.ts"
import type { Place } from "./place.ts"
import type { Plan } from "./plan.ts"
import { comeToRest } from "./rest.ts"
import type { Snug } from "./snug.ts"
import { Stage } from "./stage.ts"

/** Where every run begins: everybody knows everybody. The servers' part of it is in the templates of their databases. */
export type Acquainted = { at: number; peers: Map<string, PeerMemory>; groups: Map<string, Actor> }

const minute = 60_000

/**
 * The first of each peer and everybody else follow every group, and every server's people and group another's; lived
 * through once in fair weather, since each run would begin with the same.
 */
export const acquaint = async (place: Place, servers: number): Promise<Acquainted> => {
	const weather = { lost: 0, answerLost: 0, twice: 0, slow: 0, latency: 20 }
	const plan: Plan = { seed: 0, servers, lasts: 0, weather, skews: [], steps: [] }
	const stage = await Stage.open(place, plan, null, null)
	await stage.wakeUp()
	await meet(stage)
	const isCalm = await comeToRest(stage, 30 * minute)
	const problem =
		stage.violations[0]?.what ?? (isCalm ? null : "They do not hear each other, even in fair weather.")
	if (problem) throw new Error(problem)
	const peers = new Map(stage.peers.map((peer) => [peer.name, peer.remember()]))
	await stage.close("keep")
	return { at: stage.scheduler.now + 10 * minute, peers, groups: stage.groups }
}

const meet = async (stage: Stage): Promise<void> => {
	const { scheduler, snugs } = stage
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
