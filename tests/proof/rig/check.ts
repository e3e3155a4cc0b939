import { setTimeout as pause } from "node:timers/promises"
import type { Peer, Received } from "../../support/peer.ts"
import { runOn } from "./place.ts"
import type { Rig } from "./rig.ts"

const announcesAt = (peer: Peer): Received[] => peer.received.filter(({ json }) => json?.type === "Announce")
/** The post an Announce is about, whichever way it is told. */
const postOf = ({ json: { object } }: Received): string =>
	typeof object === "string" ? object : (object.object?.id ?? object.object ?? object.id)
const isTaken = ({ answered }: Received) => answered >= 200 && answered < 300

/** How many of the acknowledged posts each peer has not been given. */
const missingAt = (rig: Rig): number[] =>
	rig.peers.map((peer) => {
		const taken = new Set(announcesAt(peer).filter(isTaken).map(postOf))
		return acknowledged(rig).filter((id) => !taken.has(id)).length
	})

const acknowledged = ({ ledger }: Rig): string[] =>
	[...ledger.sent].filter(([, { acknowledged }]) => acknowledged).map(([id]) => id)

/** Waits until every peer has every post, as long as there is progress; leases of the dead are not waited for. */
const delivered = async (rig: Rig, patience: number): Promise<number[]> => {
	let missing = missingAt(rig)
	let since = Date.now()
	while (missing.some((count) => count > 0) && Date.now() - since < patience) {
		await pause(100)
		const now = missingAt(rig)
		if (now.join() !== missing.join()) since = Date.now()
		missing = now
	}
	return missing
}

/**
 * What the server lost, doubled, changed or left lying, compared with what its senders were told: one sentence each,
 * none when all is well (invariants I1, I2, I3). Call it when the rig is calm.
 */
export const faultsOf = async (rig: Rig, patience = 20_000): Promise<string[]> => {
	const missing = await delivered(rig, patience)
	const found = missing.flatMap((count, at) =>
		count > 0 ? [`${rig.peers[at]!.software} never got ${count} acknowledged posts`] : [],
	)
	for (const [id, { acknowledged }] of rig.ledger.sent) if (!acknowledged) found.push(`${id} was never taken`)
	return [...found, ...sayings(rig), ...(await memory(rig))]
}

/** One id for each post in each dialect, one form for each id, and every request signed. */
const sayings = (rig: Rig): string[] => {
	const found: string[] = []
	const idsOf = new Map<string, Set<string>>()
	const formsOf = new Map<string, Set<string>>()
	const note = (map: Map<string, Set<string>>, key: string, value: string) =>
		map.set(key, (map.get(key) ?? new Set()).add(value))
	for (const peer of rig.peers) {
		for (const received of announcesAt(peer)) {
			const dialect = typeof received.json.object === "string" ? "boost" : "wrapped"
			note(idsOf, `${dialect} of ${postOf(received)}`, received.json.id)
			note(formsOf, received.json.id, received.bytes.toString("base64"))
		}
		for (const { verified, json } of peer.received) if (!verified) found.push(`${json?.id} came unsigned`)
	}
	for (const [told, ids] of idsOf) if (ids.size > 1) found.push(`${told} has ${ids.size} ids`)
	for (const [id, forms] of formsOf) if (forms.size > 1) found.push(`${id} was said in ${forms.size} forms`)
	return found
}

/** What the database holds must be what was acknowledged: kept once, dealt with, shared once and handed over. */
const memory = async (rig: Rig): Promise<string[]> => {
	const url = rig.options.lookUrl ?? rig.options.databaseUrl
	if (!url) return []
	const heard = await runOn<{ id: string }>(
		url,
		"select activity_uri as id from inbox where type = 'Create' and activity_uri is not null",
	)
	const shared = await runOn<{ id: string }>(
		url,
		"select p.uri as id from shares s join posts p on p.id = s.post_id where s.state = 'shared'",
	)
	const count = (rows: { id: string }[]) => Map.groupBy(rows, ({ id }) => id)
	const [kept, shares] = [count(heard), count(shared)]
	const found: string[] = []
	for (const { note, create } of rig.ledger.sent.values()) {
		const times = kept.get(create.id)?.length ?? 0
		if (times !== 1) found.push(`${create.id} was kept ${times} times`)
		const often = shares.get(note.id)?.length ?? 0
		if (often !== 1) found.push(`${note.id} is shared ${often} times`)
	}
	const left = await runOn<{ what: string; id: string }>(
		url,
		`select 'heard and ' || state as what, activity_uri as id from inbox where state <> 'done'
		union all select 'not handed over', id::text from events where handed_over_at is null
		union all select 'given up', activity_uri from undelivered
		union all select 'half a post', p.uri from posts p where not exists (select 1 from shares s where s.post_id = p.id)`,
	)
	return [...found, ...left.map(({ what, id }) => `${what}: ${id}`)]
}
