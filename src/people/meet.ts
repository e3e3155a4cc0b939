import { findActorByUri, type KeptActor, type RemoteKey, upsertRemoteActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { closeUnusedCursor, groupsOf, openCursor } from "../../db/members.ts"
import type { World } from "../world.ts"
import { type Actor, deliveryInbox } from "./actor.ts"

/** What a remote actor's own document says of it. */
export type Introduction = Pick<
	Actor,
	| "uri"
	| "kind"
	| "handle"
	| "host"
	| "name"
	| "summary"
	| "url"
	| "inbox"
	| "sharedInbox"
	| "followers"
	| "icon"
	| "image"
> & {
	keys: RemoteKey[]
	/** Where they say they moved to, and the other names they own to (FEP-7628). */
	movedTo: string | null
	alsoKnownAs: string[]
}

/** Keeps what an actor of another server says of itself; when it has moved its inbox, what we send follows it there. */
export const meet = async (world: World, tx: Transaction, introduction: Introduction): Promise<KeptActor> => {
	const now = world.ports.now()
	const before = await findActorByUri(tx, introduction.uri)
	const { keys, ...news } = introduction
	const actor = await upsertRemoteActor(
		tx,
		{ id: world.ports.newId(), local: false, ...news, fetchedAt: now, updatedAt: now },
		keys,
	)
	if (before && deliveryInbox(before) !== deliveryInbox(actor))
		for (const groupId of await groupsOf(tx, actor.id)) {
			await openCursor(tx, groupId, deliveryInbox(actor), actor.host)
			await closeUnusedCursor(tx, groupId, deliveryInbox(before))
		}
	return actor
}
