import { getLogger } from "@logtape/logtape"
import type { Transaction } from "../../db/connect.ts"
import { countLetters, insertLetter } from "../../db/letters.ts"
import { limits } from "../limits.ts"
import { seal } from "../sealing.ts"
import type { World } from "../world.ts"
import type { Note } from "./letters.ts"
import type { Letter } from "./mail.ts"

const log = getLogger(["snug", "mail"])

/** For how long a letter is of use, in milliseconds; letters with a link no longer than the link. */
type Use = { useful?: number }

/**
 * Keeps a letter in the transaction of what it tells of; it is sent once that is so. Null makes a letter to nobody, which
 * costs the same: whoever asked must not learn from the time whether there was one. Beyond what may wait none is kept.
 */
export const postLetter = async (
	{ mail, ports, secretKey }: World,
	tx: Transaction,
	letter: Letter | Note | null,
	{ useful = limits.letterKept }: Use = {},
): Promise<void> => {
	if (!mail) return
	if ((await countLetters(tx)) >= limits.mailWaiting) {
		log.warning("A letter was not sent: too many wait already")
		return
	}
	const [id, now] = [ports.newId(), ports.now()]
	const sealed = seal(secretKey, "snug letters", id, Buffer.from(JSON.stringify(letter)))
	await insertLetter(tx, {
		id,
		sealed,
		createdAt: now,
		dueAt: now,
		until: new Date(now.getTime() + useful),
	})
}
