import { count, desc, eq, isNull, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import { smallName } from "../src/media/media.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Database } from "./connect.ts"
import { actors, media, remotePictures } from "./schema/index.ts"

/** The names of all files that anything here knows of. */
export const knownNames = async (db: Database): Promise<Set<string>> => {
	const own = await db.select({ name: media.name, small: media.small }).from(media)
	const copies = await db.select({ name: remotePictures.name }).from(remotePictures)
	return new Set([
		...own.flatMap(({ name, small }) => (small ? [name, smallName(name)] : [name])),
		...copies.flatMap(({ name }) => name ?? []),
	])
}

type Amount = { files: number; bytes: number }

const bytes = (column: typeof media.bytes | typeof remotePictures.bytes) =>
	sql<string>`coalesce(sum(${column}), 0)`

/** What people here brought, and who of them most; and copies of other servers' pictures. */
export const mediaUsage = async (
	db: Database,
): Promise<{ own: Amount; copies: Amount; people: (Amount & { actor: Actor })[] }> => {
	const [own] = await db
		.select({ files: count(), bytes: bytes(media.bytes) })
		.from(media)
		.where(isNull(media.goneAt))
	const [copies] = await db
		.select({ files: count(remotePictures.name), bytes: bytes(remotePictures.bytes) })
		.from(remotePictures)
	const people = await db
		.select({ actor: actors, files: count(), bytes: bytes(media.bytes) })
		.from(media)
		.innerJoin(actors, eq(actors.id, media.ownerId))
		.where(isNull(media.goneAt))
		.groupBy(actors.id)
		.orderBy(desc(bytes(media.bytes)))
		.limit(limits.usersNamed)
	const amount = (row: { files: number; bytes: string } | undefined): Amount => ({
		files: row?.files ?? 0,
		bytes: Number(row?.bytes ?? 0),
	})
	return {
		own: amount(own),
		copies: amount(copies),
		people: people.map((row) => ({ actor: row.actor, ...amount(row) })),
	}
}
