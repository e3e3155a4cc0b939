import type { Transaction } from "../db/connect.ts"
import { triesInLine } from "../db/inbox.ts"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import type { LookUp } from "./plumbing/look-up.ts"
import { receiveAccept, receiveReject } from "./receive/accept.ts"
import { receiveAdd, receiveRemove } from "./receive/add.ts"
import { receiveAnnounce } from "./receive/announce.ts"
import { receiveBlock } from "./receive/block.ts"
import { receiveCreate } from "./receive/create.ts"
import { receiveDelete } from "./receive/delete.ts"
import { receiveFlag } from "./receive/flag.ts"
import { receiveFollow } from "./receive/follow.ts"
import { receiveLeave } from "./receive/leave.ts"
import { receiveLike } from "./receive/like.ts"
import { receiveLock } from "./receive/lock.ts"
import { receiveMove } from "./receive/move.ts"
import { receiveQuoteRequest } from "./receive/quote-request.ts"
import { receiveUndo } from "./receive/undo.ts"
import { receiveUpdate } from "./receive/update.ts"
import { receivePollVote } from "./receive/vote.ts"
import type { Json } from "./translate/wire.ts"

/** An activity that was kept, from somebody whose signature held. */
export type Heard = {
	json: Json
	/** The activity in the words to pass it on in: as it came, or its id; null when it was asked for at its origin instead. */
	text: string | null
	id: string | null
	actor: Actor
	/** When it came; by now it may have been overtaken. */
	receivedAt: Date
	/** Whether it is dropped, should it have to wait again for something of its own actor's. */
	lastTry: boolean
	/** Whether it is dropped, should another server not answer once more. */
	lastAsk: boolean
}

/**
 * What hearing an activity comes to: whatever must be asked of other servers is asked first, then this runs in the one
 * transaction that also marks the activity as dealt with. It answers with what became of it, in a few words, or that it
 * is to be called again for the rest. One that names all it changes, beside adding rows, may share its transaction with
 * others that change something else.
 */
export type Hearing = ((tx: Transaction) => Promise<string | typeof again>) & {
	changes?: readonly string[]
}

/** What was done so far counts, and there is more to do. */
export const again = Symbol("again")

export type Listening = { world: World; lookUp: LookUp }

/** How often an activity may fail, or take the process down with it, before it is set aside. */
export const mostTries = triesInLine

/** How often it may have to wait for another server: in all for most of a day, since servers are away for hours. */
export const mostAsks = limits.hearingAsks

/** Something that must be tried again later, such as a server that does not answer; what its actor said since waits too. */
export class NotYet extends Error {}

/** Something that came before what it is about, as a reply before its parent, which its actor may be about to send. */
export class TooEarly extends NotYet {}

type Receive = (listening: Listening, heard: Heard) => Promise<Hearing>

/** What others may tell us. Anything else is passed over. */
export const receivers: Readonly<Record<string, Receive>> = {
	Follow: receiveFollow,
	Join: receiveFollow,
	Leave: receiveLeave,
	Undo: receiveUndo,
	Create: receiveCreate,
	Update: receiveUpdate,
	Delete: receiveDelete,
	Accept: receiveAccept,
	Reject: receiveReject,
	Like: receiveLike,
	EmojiReact: receiveLike,
	Dislike: receiveLike,
	PollVote: receivePollVote,
	QuoteRequest: receiveQuoteRequest,
	Announce: receiveAnnounce,
	Flag: receiveFlag,
	Block: receiveBlock,
	Move: receiveMove,
	Add: receiveAdd,
	Remove: receiveRemove,
	Lock: receiveLock,
}
