import { randomUUID } from "node:crypto"
import { AS_CONTEXT } from "./peer/shapes.ts"
import type { Json, Person } from "./peer.ts"

/** An activity of somebody about something, under a new id of their own, unsent; `more` is laid over it. */
export const say = (actor: Person, type: string, object: unknown, more: Json = {}): Json => ({
	"@context": AS_CONTEXT,
	id: `${actor.id}/activities/${randomUUID()}`,
	type,
	actor: actor.id,
	object,
	...more,
})
