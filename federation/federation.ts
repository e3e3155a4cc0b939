import { createFederation, type Federation, MemoryKvStore } from "@fedify/fedify"
import { findActor, findLocalActor } from "../db/actors.ts"
import { isLeaving } from "../db/departures.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import { actorObject } from "./actors.ts"
import { nodeInfoOf } from "./nodeinfo.ts"
import { staticContexts } from "./plumbing/contexts.ts"

/** Who we are to other servers, as Fedify asks for it. */
export type Outside = Federation<World>

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const folders = { groups: "group", people: "person" } as const

/** An actor by the part of its address after `/ap/`: `groups/{id}`, `people/{id}` or `server`. */
export const actorAt = async (world: World, path: string): Promise<Actor | null> => {
	if (path === "server") return findLocalActor(world.db, "server")
	const [folder, id] = path.split("/")
	const kind = folders[folder as keyof typeof folders]
	if (!kind || !uuid.test(id ?? "")) return null
	const actor = await findActor(world.db, id!)
	return actor?.local && actor.kind === kind ? asSpoken(world, actor) : null
}

/**
 * Somebody who deleted their account, or a group that was closed, is there for other servers until what they took back has gone out: a deletion is only
 * believed by a key that can be found.
 */
export const asSpoken = async ({ db }: World, actor: Actor): Promise<Actor> =>
	actor.goneAt && actor.kind !== "server" && (await isLeaving(db, actor.id))
		? { ...actor, goneAt: null }
		: actor

/** The part of an actor's address after `/ap/`. */
const pathOf = (actor: Actor): string => new URL(actor.uri).pathname.slice("/ap/".length)

/**
 * Fedify answers for who we are: WebFinger, NodeInfo and actor documents. What is heard goes through our own front door,
 * and what is sent through our own lanes, so it needs no queue, and its loaders fetch nothing.
 */
export const createOutside = (world: World): Outside => {
	const refuse = () => async (url: string) => {
		throw new Error(`nothing is fetched here: ${url}`)
	}
	const outside = createFederation<World>({
		kv: new MemoryKvStore(),
		origin: world.origin.origin,
		documentLoaderFactory: refuse,
		authenticatedDocumentLoaderFactory: refuse,
		contextLoaderFactory: () => staticContexts,
	})
	outside
		.setActorDispatcher("/ap/{+identifier}", async (ctx, identifier) => {
			const actor = await actorAt(ctx.data, identifier)
			return actor ? actorObject(ctx.data, actor) : null
		})
		.mapHandle(async (ctx, handle) => {
			const actor = await findLocalActor(ctx.data.db, handle)
			return actor && !(await asSpoken(ctx.data, actor)).goneAt ? pathOf(actor) : null
		})
	outside.setInboxListeners("/ap/{+identifier}/inbox", "/inbox")
	outside.setNodeInfoDispatcher("/nodeinfo/2.1", (ctx) => nodeInfoOf(ctx.data))
	return outside
}
