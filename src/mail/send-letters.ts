import { getLogger } from "@logtape/logtape"
import {
	claimLetters,
	deleteLetter,
	deleteOldLetters,
	nextLetterDue,
	updateLetterDue,
	type WaitingLetter,
} from "../../db/letters.ts"
import { findServer } from "../../db/server.ts"
import { limits } from "../limits.ts"
import { newToken } from "../ports.ts"
import { type Repeated, repeat } from "../repeat.ts"
import { type Result, refused } from "../result.ts"
import { unseal } from "../sealing.ts"
import type { World } from "../world.ts"
import type { LetterWords, Note } from "./letters.ts"
import type { Letter, Mail } from "./mail.ts"

const log = getLogger(["snug", "mail"])
const minute = 60_000
const atOnce = 4

/**
 * Sends the letters that wait, each by one process at a time. One that was handed over and not yet let go of when this
 * process dies is sent a second time, under the same Message-ID; none is lost.
 */
export const sendLetters = (world: World, mail: Mail, words: LetterWords): Repeated =>
	repeat(world.ports, { first: 100, soon: 50 }, () => sendDue({ world, mail, words }))

type Sending = { world: World; mail: Mail; words: LetterWords }

const sendDue = async (sending: Sending): Promise<number> => {
	const { db, ports } = sending.world
	const [now, token] = [ports.now(), newToken()]
	const until = new Date(now.getTime() + limits.letterLease)
	const due = await db.transaction(async (tx) => {
		await deleteOldLetters(tx, now)
		return claimLetters(tx, { token, now, until, limit: atOnce })
	})
	await Promise.all(due.map((letter) => sendOne(sending, token, letter)))
	if (due.length > 0) return 0
	const next = await nextLetterDue(db)
	return next ? Math.min(Math.max(next.getTime() - ports.now().getTime(), 100), minute) : minute
}

const sendOne = async (
	{ world, mail, words }: Sending,
	token: string,
	{ id, sealed, attempts }: WaitingLetter,
): Promise<void> => {
	const { db, ports } = world
	const letter = await worded(world, words, opened(world, id, sealed))
	const result = letter && (await inTime(world, mail.send(letter, id)))
	const pause = limits.mailTries[attempts]
	const again = result?.ok === false && pause !== undefined
	if (result?.ok === false)
		log.warning("A letter was not delivered ({tries}): {reason}", {
			tries: attempts + 1,
			reason: result.reason,
		})
	const dueAt = new Date(ports.now().getTime() + (pause ?? 0))
	await db.transaction((tx) =>
		again ? updateLetterDue(tx, { id, token, dueAt }) : deleteLetter(tx, id, token),
	)
}

/** What the letter says; null for one to nobody. */
const opened = ({ secretKey }: World, id: string, sealed: Uint8Array): Letter | Note | null => {
	try {
		return JSON.parse(unseal(secretKey, "snug letters", id, sealed).toString())
	} catch {
		log.warning("A letter that was sealed with another SECRET_KEY is let go of")
		return null
	}
}

const worded = async (
	{ db, origin }: World,
	words: LetterWords,
	letter: Letter | Note | null,
): Promise<Letter | null> => {
	if (!letter || !("told" in letter)) return letter
	const server = { name: (await findServer(db))?.name ?? "Snug", origin }
	return { to: letter.to, ...words(letter.language, server, letter.told) }
}

// Whoever is slower than that has lost the lease, and another process sends it.
const inTime = ({ ports }: World, sending: Promise<Result>): Promise<Result> =>
	new Promise((resolve) => {
		const slow = refused("too-early", "The mail server took too long.")
		const callOff = ports.timer(() => resolve(slow), limits.letterTime)
		void sending.then(resolve).finally(callOff)
	})
