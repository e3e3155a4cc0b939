import type { Transaction } from "../../db/connect.ts"
import { type News, readNews } from "../../db/news.ts"
import { lockMailReaders, type MailReader, upsertNewsReader } from "../../db/news-readers.ts"
import { findServer } from "../../db/server.ts"
import { limits } from "../limits.ts"
import type { Letter } from "../mail/mail.ts"
import { postLetter } from "../mail/post-letter.ts"
import { type Repeated, repeat } from "../repeat.ts"
import type { World } from "../world.ts"
import { unsubscribeToken } from "./unsubscribe.ts"

const minute = 60_000
const atOnce = 10
const last = "ffffffff-ffff-ffff-ffff-ffffffffffff"

/** Who is told, in what language and zone; null when their browser says it. */
export type Addressee = { language: string | null; timeZone: string | null }
/** The words for it, which the pages have. */
export type DigestWords = (
	to: Addressee,
	about: { server: string; origin: URL; unsubscribe: string; news: News[]; more: boolean; now: Date },
) => Pick<Letter, "subject" | "text" | "language">

/**
 * Writes to those who asked for it about what they have not seen yet: who said something to them, and where, and what was
 * decided; what was said stands on the page. At most one letter an hour.
 */
export const sendDigests = (world: World, words: DigestWords): Repeated =>
	repeat(world.ports, { first: 5000, soon: 3000 }, async () => {
		const due = await world.db.transaction((tx) => writeToDue(world, tx, words))
		return due === atOnce ? 0 : minute
	})

const writeToDue = async (world: World, tx: Transaction, words: DigestWords): Promise<number> => {
	const now = world.ports.now()
	const readers = await lockMailReaders(tx, now, atOnce)
	for (const reader of readers) await writeTo(world, tx, words, reader, now)
	return readers.length
}

const writeTo = async (
	world: World,
	tx: Transaction,
	words: DigestWords,
	{ actorId, email, mailedTo, seenAt, ...to }: MailReader,
	now: Date,
): Promise<void> => {
	const { origin, secretKey } = world
	const since = mailedTo && (!seenAt || mailedTo > seenAt) ? mailedTo : (seenAt ?? now)
	// What is being written down at this moment is not passed over: it comes with the next letter.
	const before = { at: new Date(now.getTime() - limits.newsSettles), id: last }
	const found = await readNews(tx, actorId, { since, before, limit: limits.newsInLetter + 1, now })
	const wait = found.length > 0 ? limits.newsLetterPause : limits.newsLetterLook
	const mailDueAt = new Date(now.getTime() + wait)
	await upsertNewsReader(tx, actorId, { mailDueAt, ...(found[0] && { mailedTo: found[0].at }) })
	if (found.length === 0) return
	const unsubscribe = new URL(`/unsubscribe/${unsubscribeToken(secretKey, actorId)}`, origin).href
	const server = (await findServer(tx))?.name ?? "Snug"
	const news = found.slice(0, limits.newsInLetter)
	const more = found.length > news.length
	const letter = words(to, { server, origin, unsubscribe, news, more, now })
	await postLetter(world, tx, { to: email, ...letter, unsubscribe })
}
