import { and, count, countDistinct, eq, inArray, isNotNull, isNull, lte, sql } from "drizzle-orm"
import type { PollDraft } from "../src/posts/poll.ts"
import type { Viewer } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, groups, polls, pollVotes, posts, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

type Reader = Database | Transaction
export type KeptPoll = typeof polls.$inferSelect

export const insertPoll = async (tx: Transaction, postId: string, poll: PollDraft): Promise<void> => {
	await tx.insert(polls).values({ ...poll, postId })
}

/** A poll as what is said to other servers needs it, whoever may see its post; pages read `readPolls`. */
export const findPoll = async (db: Reader, postId: string): Promise<KeptPoll | null> =>
	(await db.select().from(polls).where(eq(polls.postId, postId)))[0] ?? null

/** A poll held still until the transaction ends, so that votes are counted one after the other. */
export const lockPoll = async (tx: Transaction, postId: string): Promise<KeptPoll | null> =>
	(await tx.select().from(polls).where(eq(polls.postId, postId)).for("update"))[0] ?? null

/** Replaces what another server told of its poll. */
export const replacePoll = async (tx: Transaction, postId: string, poll: PollDraft): Promise<void> => {
	await tx
		.insert(polls)
		.values({ ...poll, postId })
		.onConflictDoUpdate({ target: polls.postId, set: poll })
}

/** Writes down how a poll stands: its tally, and when that is to be said or that it has closed. */
export const setPoll = async (
	tx: Transaction,
	postId: string,
	change: Partial<Omit<KeptPoll, "postId">>,
): Promise<void> => {
	await tx.update(polls).set(change).where(eq(polls.postId, postId))
}

/** Forgets a poll and who voted what, when its post is taken back. */
export const buryPoll = async (tx: Transaction, postId: string): Promise<void> => {
	await tx.delete(pollVotes).where(eq(pollVotes.postId, postId))
	await tx.delete(polls).where(eq(polls.postId, postId))
}

/** What somebody chose in a poll so far. */
export const choicesOf = async (db: Reader, postId: string, actorId: string): Promise<number[]> =>
	(
		await db
			.select({ option: pollVotes.option })
			.from(pollVotes)
			.where(and(eq(pollVotes.postId, postId), eq(pollVotes.actorId, actorId)))
	).map((row) => row.option)

export const insertVotes = async (
	tx: Transaction,
	postId: string,
	actorId: string,
	options: number[],
	createdAt: Date,
): Promise<void> => {
	const rows = options.map((option) => ({ postId, actorId, option, createdAt }))
	await tx.insert(pollVotes).values(rows).onConflictDoNothing()
}

/** The tally, counted from the votes themselves. */
export const countVotes = async (
	tx: Transaction,
	postId: string,
): Promise<{ votes: Map<number, number>; voters: number }> => {
	const rows = await tx
		.select({ option: pollVotes.option, votes: count() })
		.from(pollVotes)
		.where(eq(pollVotes.postId, postId))
		.groupBy(pollVotes.option)
	const [all] = await tx
		.select({ voters: countDistinct(pollVotes.actorId) })
		.from(pollVotes)
		.where(eq(pollVotes.postId, postId))
	return { votes: new Map(rows.map((row) => [row.option, row.votes])), voters: all?.voters ?? 0 }
}

/** Whether somebody may see a post in any group that holds it. */
export const maySee = async (db: Reader, viewer: Viewer, postId: string): Promise<boolean> =>
	(
		await db
			.select({ postId: shares.postId })
			.from(shares)
			.innerJoin(posts, eq(posts.id, shares.postId))
			.innerJoin(groups, eq(groups.actorId, shares.groupId))
			.where(and(visibleTo(viewer), eq(shares.postId, postId)))
			.limit(1)
	).length > 0

export type ReadPoll = KeptPoll & { chosen: number[] }

/** The polls of some posts that the viewer may see, by the post's id, with what the viewer chose. */
export const readPolls = async (
	db: Database,
	viewer: Viewer,
	postIds: string[],
): Promise<Map<string, ReadPoll>> => {
	if (postIds.length === 0) return new Map()
	const rows = await db
		.selectDistinctOn([polls.postId], { poll: polls })
		.from(polls)
		.innerJoin(posts, eq(posts.id, polls.postId))
		.innerJoin(shares, eq(shares.postId, polls.postId))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.where(and(visibleTo(viewer), inArray(polls.postId, postIds)))
	const read = new Map<string, ReadPoll>()
	for (const { poll } of rows) {
		const chosen = viewer === "anyone" ? [] : await choicesOf(db, poll.postId, viewer.actorId)
		read.set(poll.postId, { ...poll, chosen })
	}
	return read
}

/** Polls whose tally is due to be said, or whose time is over; others that are at it skip them. */
export const lockDuePolls = async (
	tx: Transaction,
	now: Date,
	limit: number,
): Promise<{ poll: KeptPoll; local: boolean; over: boolean }[]> => {
	const over = and(isNull(polls.closedAt), isNotNull(polls.endsAt), lte(polls.endsAt, now))
	const due = and(isNotNull(polls.tallyDueAt), lte(polls.tallyDueAt, now))
	const rows = await tx
		.select({ poll: polls, local: actors.local })
		.from(polls)
		.innerJoin(posts, eq(posts.id, polls.postId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.where(sql`(${over}) or (${due})`)
		.limit(limit)
		.for("update", { of: polls, skipLocked: true })
	return rows.map(({ poll, local }) => ({
		poll,
		local,
		over: poll.closedAt === null && poll.endsAt !== null && poll.endsAt <= now,
	}))
}
