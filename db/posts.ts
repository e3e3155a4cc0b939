import { and, eq, isNull, sql } from "drizzle-orm"
import type { Post } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { media, postPeople, posts, postTags, postVersions, shares } from "./schema/index.ts"
import {
	doneTogether,
	oneOf,
	onePairOf,
	type Pair,
	pairText,
	rowFor,
	rowsInto,
	together,
} from "./together.ts"

type Reader = Database | Transaction
export type NewPost = typeof posts.$inferInsert
export type Share = typeof shares.$inferSelect
export type KeptPost = Post & {
	/** Who wrote what a local post quotes, if that is known. */
	quotedAuthorId: string | null
	createUri: string | null
	createBytes: Uint8Array | null
}

/** A post as commands need it, whoever may see it; pages and collections read through db/reading.ts instead. */
export const findPost: (db: Reader, id: string) => Promise<KeptPost | null> = together(
	async (db: Reader, ids: string[]) =>
		rowFor(
			ids,
			await db
				.select()
				.from(posts)
				.where(oneOf(posts.id, ids, "uuid")),
			({ id }) => id,
		),
)

export const findPostByUri: (db: Reader, uri: string) => Promise<KeptPost | null> = together(
	async (db: Reader, uris: string[]) =>
		rowFor(
			uris,
			await db
				.select()
				.from(posts)
				.where(oneOf(posts.uri, uris, "text")),
			({ uri }) => uri,
		),
)

/** Holds a post, known or yet to come, still by its id until the transaction ends. */
export const lockPostUri = async (tx: Transaction, uri: string): Promise<KeptPost | null> => {
	await holdUri(tx, uri)
	return findPostByUri(tx, uri)
}

// All in one order, so that two transactions that hold several never wait for each other.
const holdUri: (tx: Transaction, uri: string) => Promise<void> = doneTogether(
	async (tx: Transaction, uris: string[]) => {
		const names = uris.map((uri) => `post ${uri}`).sort()
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(name, 0))
			from unnest(${sql.param(names)}::text[]) name`)
	},
)

export const insertPost = async (tx: Transaction, post: NewPost, people: string[]): Promise<void> => {
	await keepPost(tx, post)
	if (people.length > 0)
		await tx.insert(postPeople).values(people.map((actorId) => ({ postId: post.id, actorId })))
}

const keepPost: (tx: Transaction, post: NewPost) => Promise<void> = doneTogether(
	async (tx: Transaction, rows: NewPost[]) => {
		await tx.execute(sql`insert into ${rowsInto(posts, rows)}`)
	},
)

/** Replaces a post's wording and keeps the one before. */
export const replacePost = async (
	tx: Transaction,
	old: Post,
	change: Partial<NewPost>,
	at: Date,
): Promise<void> => {
	await tx
		.insert(postVersions)
		.values({ postId: old.id, version: old.version, title: old.title, html: old.html, replacedAt: at })
	await tx
		.update(posts)
		.set({ ...change, editedAt: at, version: old.version + 1 })
		.where(eq(posts.id, old.id))
}

/** Leaves only a tombstone of a post: that it was, whose it was, and when it went. */
export const buryPost = async (tx: Transaction, id: string, at: Date): Promise<void> => {
	await tx
		.update(posts)
		.set({
			deletedAt: at,
			title: null,
			html: "",
			source: null,
			contentWarning: null,
			attachments: [],
			createBytes: null,
		})
		.where(eq(posts.id, id))
	await tx.delete(postVersions).where(eq(postVersions.postId, id))
	await tx.delete(postTags).where(eq(postTags.postId, id))
	await tx.update(media).set({ goneAt: at }).where(eq(media.postId, id))
	await tx.update(shares).set({ state: "deleted" }).where(eq(shares.postId, id))
}

/** A deleted post has words again; where it is shared again is decided for each group. */
export const unburyPost = async (tx: Transaction, id: string, words: Partial<NewPost>): Promise<void> => {
	await tx
		.update(posts)
		.set({ ...words, deletedAt: null })
		.where(eq(posts.id, id))
}

export const findShare = (db: Reader, groupId: string, postId: string): Promise<Share | null> =>
	shareOf(db, [groupId, postId])

const shareOf: (db: Reader, pair: Pair) => Promise<Share | null> = together(
	async (db: Reader, pairs: Pair[]) => {
		const here = onePairOf([shares.groupId, shares.postId], pairs)
		const rows = await db.select().from(shares).where(here)
		const texts = pairs.map((pair) => pairText(...pair))
		return rowFor(texts, rows, ({ groupId, postId }) => pairText(groupId, postId))
	},
)

export const findShares = async (db: Reader, postId: string): Promise<Share[]> =>
	await db.select().from(shares).where(eq(shares.postId, postId))

export const insertShare: (tx: Transaction, share: typeof shares.$inferInsert) => Promise<void> =
	doneTogether(async (tx: Transaction, rows: (typeof shares.$inferInsert)[]) => {
		await tx.execute(sql`insert into ${rowsInto(shares, rows)}`)
	})

/** Keeps the Create of a post that was known without one, so that it can be passed on. */
export const keepCreate = async (
	tx: Transaction,
	id: string,
	change: Pick<NewPost, "createUri" | "createBytes">,
): Promise<void> => {
	await tx.update(posts).set(change).where(eq(posts.id, id))
}

/** Names the event by which a group shared a post. */
export const setShareEvent = async (
	tx: Transaction,
	groupId: string,
	postId: string,
	eventId: string,
): Promise<void> => {
	await tx
		.update(shares)
		.set({ eventId })
		.where(and(eq(shares.groupId, groupId), eq(shares.postId, postId)))
}

/** Moves a conversation up in its group's list when somebody joins in. */
export const touchThread = async (
	tx: Transaction,
	groupId: string,
	threadId: string,
	at: Date,
): Promise<void> => {
	await tx
		.update(shares)
		.set({ activeAt: sql`greatest(${shares.activeAt}, ${at.toISOString()}::timestamptz)` })
		.where(and(eq(shares.groupId, groupId), eq(shares.postId, threadId)))
}

/** Posts of an author that are not yet deleted. */
export const listPostUris = async (tx: Transaction, authorId: string, limit: number): Promise<string[]> =>
	(
		await tx
			.select({ uri: posts.uri })
			.from(posts)
			.where(and(eq(posts.authorId, authorId), isNull(posts.deletedAt)))
			.limit(limit)
	).map((row) => row.uri)

/** A post's place in a group, held still until the transaction ends. */
export const lockShare = async (tx: Transaction, groupId: string, postId: string): Promise<Share | null> =>
	(
		await tx
			.select()
			.from(shares)
			.where(and(eq(shares.groupId, groupId), eq(shares.postId, postId)))
			.for("update")
	)[0] ?? null

export const setShareState = async (
	tx: Transaction,
	groupId: string,
	postId: string,
	state: Share["state"],
	reason: string | null,
	sharedAt: Date | null,
	/** When it is shared by itself, if it waits for that. */
	dueAt: Date | null = null,
): Promise<void> => {
	const when = sharedAt ? { sharedAt, activeAt: sharedAt } : {}
	// Whoever was let in is no stranger any more.
	const known = state === "shared" ? { strangeAt: null, inWave: false } : {}
	await tx
		.update(shares)
		.set({ state, reason, dueAt, ...when, ...known })
		.where(and(eq(shares.groupId, groupId), eq(shares.postId, postId)))
}

export const markShare = async (
	tx: Transaction,
	groupId: string,
	postId: string,
	marks: { lockedAt?: Date | null; pinnedAt?: Date | null },
): Promise<void> => {
	await tx
		.update(shares)
		.set(marks)
		.where(and(eq(shares.groupId, groupId), eq(shares.postId, postId)))
}
