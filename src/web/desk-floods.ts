import { findActors } from "../../db/actors.ts"
import { listHeld, listPiles, listTurnedAway, type Pile, type TurnedAway } from "../../db/held.ts"
import type { Placed } from "../../db/placed.ts"
import { listSettlings } from "../../db/settlings.ts"
import type { Group } from "../groups/group.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import type { DeskPerson, HeldView, PileView, SettledAtOnce, TurnedAwayView } from "./pages/desk/views.ts"

/** From so many posts on, they are one line at the desk, and can be decided about at once. */
const many = { ofServer: 8, ofPerson: 4 }
const aLook = 3
const lines = 10
const week = 7 * 24 * 3_600_000

type Show = { held: (row: Placed) => Promise<HeldView>; person: (actor: Placed["author"]) => DeskPerson }

/** What comes to a group's desk in numbers, each flood as one line; `apart` is what else waits. */
export const gatherFloods = async (
	{ db, ports }: World,
	group: Group,
	atOnce: number,
	show: Show,
): Promise<{
	piles: PileView[]
	apart: Placed[]
	turnedAway: TurnedAwayView[]
	settled: SettledAtOnce[]
}> => {
	const piles = await listPiles(db, group.id, many)
	const ids = piles.flatMap(({ by }) => ("personId" in by ? [by.personId] : []))
	const people = new Map((await findActors(db, ids)).map((actor) => [actor.id, show.person(actor)]))
	const views: PileView[] = []
	for (const pile of piles) {
		const latest = await listHeld(db, group.id, { by: pile.by }, aLook)
		views.push({ ...viewOf(pile, people), latest: await Promise.all(latest.map(show.held)) })
	}
	const since = new Date(ports.now().getTime() - week)
	return {
		piles: views,
		apart: await listHeld(db, group.id, { apartFrom: piles }, atOnce),
		turnedAway: (await listTurnedAway(db, group.id, since, lines)).map((row) => lineOf(row, show)),
		settled: await settledSince(db, group, since),
	}
}

const settledSince = async (db: World["db"], group: Group, since: Date): Promise<SettledAtOnce[]> => {
	const rows = await listSettlings(db, group.id, since)
	const people = await findActors(db, [...new Set(rows.flatMap(({ personId }) => personId ?? []))])
	const names = new Map(people.map((actor) => [actor.id, handleOf(actor)]))
	return rows.map(({ id, at, way, reason, host, personId }) => ({
		id,
		at,
		way,
		reason,
		whose: host ?? names.get(personId ?? "") ?? null,
	}))
}

const viewOf = ({ by, reasons, first, last }: Pile, people: Map<string, DeskPerson>) => ({
	by: "personId" in by ? { person: people.get(by.personId)! } : by,
	reasons: reasons.filter(Boolean),
	first,
	last,
})

const lineOf = ({ author, reason, at, facts }: TurnedAway, show: Show): TurnedAwayView => {
	const {
		host,
		times = 1,
		lastAt,
		alone = true,
	} = facts as Partial<Record<string, string | number | boolean>>
	return {
		by: alone ? { person: show.person(author) } : { host: String(host) },
		several: Number(times) > 1,
		reason: reason ?? "",
		first: at,
		last: lastAt ? new Date(String(lastAt)) : at,
	}
}
