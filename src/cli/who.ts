import { findActorByHandle, findActorByUri, findLocalActor } from "../../db/actors.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import { orMissing, Refusal } from "./speak.ts"
import type { Tools } from "./tools.ts"

/** Somebody by `@name@host`, a local name, or an address; asked for at their own server when they are not known here. */
export const whoIs = async (world: World, { lookUp }: Tools, text: string): Promise<Actor> => {
	if (/^https?:\/\//.test(text)) {
		const known = await findActorByUri(world.db, text)
		if (known) return known
	} else {
		const [name, host = world.origin.host] = text.replace(/^@/, "").split("@")
		if (host === world.origin.host) return orMissing(await findLocalActor(world.db, name!), `person ${text}`)
		const known = await findActorByHandle(world.db, name!, host)
		if (known) return known
	}
	const found = await lookUp(world, text)
	if ("reason" in found) throw new Refusal(`${text} was not found: ${found.reason}.`)
	return found
}

/** A moment as an operator writes it: a date, a time, or how long from now, like 7d or 12h. */
export const readUntil = (text: string | undefined, now: Date): Date | null => {
	if (!text) return null
	const span = /^(\d{1,4})([hdw])$/.exec(text)
	const hours = { h: 1, d: 24, w: 168 }
	const until = span
		? new Date(now.getTime() + Number(span[1]) * hours[span[2] as "h"] * 3_600_000)
		: new Date(text)
	if (Number.isNaN(until.getTime()))
		throw new Refusal(`--until takes a date like 2026-12-31, or 12h, 7d, 4w; not ${text}.`)
	return until
}
