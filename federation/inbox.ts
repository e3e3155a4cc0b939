import type { Transaction } from "../db/connect.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import type { LookUp } from "./plumbing/look-up.ts"
import { receiveAccept, receiveReject } from "./receive/accept.ts"
import { receiveCreate } from "./receive/create.ts"
import { receiveDelete } from "./receive/delete.ts"
import { receiveFollow } from "./receive/follow.ts"
import { receiveUndo } from "./receive/undo.ts"
import { receiveUpdate } from "./receive/update.ts"
import type { Json } from "./translate/wire.ts"

/** An activity that was kept, from somebody whose signature held. */
export type Heard = {
	json: Json
	/** The activity as it came, for passing on word for word; null when it was asked for at its origin instead. */
	text: string | null
	id: string | null
	actor: Actor
}

/**
 * What hearing an activity comes to: whatever must be asked of other servers is asked first, then this runs in the one
 * transaction that also marks the activity as dealt with. It answers with what became of it, in a few words, or that it
 * is to be called again for the rest.
 */
export type Hearing = (tx: Transaction) => Promise<string | typeof again>

/** What was done so far counts, and there is more to do. */
export const again = Symbol("again")

export type Listening = { world: World; lookUp: LookUp }

/** Something that must be tried again later, such as a server that does not answer or a reply before its parent. */
export class NotYet extends Error {}

type Receive = (listening: Listening, heard: Heard) => Promise<Hearing>

/** What others may tell us. Anything else is passed over. */
export const receivers: Readonly<Record<string, Receive>> = {
	Follow: receiveFollow,
	Undo: receiveUndo,
	Create: receiveCreate,
	Update: receiveUpdate,
	Delete: receiveDelete,
	Accept: receiveAccept,
	Reject: receiveReject,
}
