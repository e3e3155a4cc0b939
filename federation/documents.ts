import { findGroup } from "../db/groups.ts"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import { actorObject, dress } from "./actors.ts"
import type { Outside } from "./federation.ts"
import { Recent, singleFlight } from "./plumbing/cache.ts"
import { staticContexts } from "./plumbing/contexts.ts"
import { type Rendered, rendered } from "./respond.ts"
import { activityJson, type Json } from "./translate/wire.ts"

export type ActorDocuments = {
	/** An actor's document, rendered once for each version of the actor. */
	of(actor: Actor): Promise<Rendered>
	json(actor: Actor): Promise<Json>
}

/** Keeps the documents of local actors ready, since rendering one costs far more than serving it. */
export const actorDocuments = (world: World, outside: Outside): ActorDocuments => {
	const ready = new Recent<Rendered>(limits.documentsReady, world.ports.now)
	const flight = singleFlight<Rendered>()

	const json = async (actor: Actor): Promise<Json> => {
		if (actor.goneAt)
			return (await (await actorObject(world, actor)).toJsonLd({ contextLoader: staticContexts })) as Json
		const request = new Request(actor.uri, { headers: { accept: activityJson } })
		const answer = await outside.fetch(request, { contextData: world })
		const group = actor.kind === "group" ? await findGroup(world.db, actor.id) : null
		const document = (await answer.json()) as Json
		return dress(document, actor, group?.posting === "moderators")
	}

	const of = async (actor: Actor): Promise<Rendered> => {
		const version = `${actor.id} ${actor.goneAt ? "gone" : actor.updatedAt.getTime()}`
		const known = ready.get(version)
		if (known) return known
		return flight(version, async () => {
			const document = rendered(await json(actor))
			ready.set(version, document, 24 * 3_600_000)
			return document
		})
	}
	return { of, json }
}
