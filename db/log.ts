import { and, eq, inArray, sql } from "drizzle-orm"
import type { Audience } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { events, groups, log, messages, posts, shares } from "./schema/index.ts"
import { oneOf, rowsFor, rowsInto, together } from "./together.ts"
import { visibleTo } from "./visible.ts"

export type LogEntry = Omit<typeof log.$inferInsert, "position" | "createdAt">
export type Message = Omit<typeof messages.$inferInsert, "deliveredAt" | "createdAt">

/** Adds to the logs of groups. Each group's row is locked first, so positions have no gaps and follow the order of commits. */
export const appendToLog = async (tx: Transaction, entries: LogEntry[]): Promise<void> => {
	if (entries.length === 0) return
	const logs = Map.groupBy(entries, ({ groupId }) => groupId)
	const ends = await tx.execute<{ id: string; end: string }>(sql`
		update ${groups} g set log_position = log_position + v.more
		from unnest(${sql.param([...logs.keys()])}::uuid[],
			${sql.param([...logs.values()].map(({ length }) => length))}::int[]) v(id, more)
		where g.actor_id = v.id returning g.actor_id as id, g.log_position as end`)
	const rows = ends.flatMap(({ id, end }) => {
		const added = logs.get(id)!
		const first = Number(end) - added.length + 1
		return added.map((entry, index) => ({ ...entry, position: first + index }))
	})
	if (rows.length !== entries.length) throw new Error("something was to be said by a group that is not there")
	await tx.execute(sql`insert into ${rowsInto(log, rows)}`)
}

export const insertMessages = async (tx: Transaction, rows: Message[]): Promise<void> => {
	if (rows.length > 0) await tx.execute(sql`insert into ${rowsInto(messages, rows)} on conflict do nothing`)
}

/** Whether a group's log still holds an activity of this id. */
export const wasSaid = async (tx: Transaction, groupId: string, activityUri: string): Promise<boolean> =>
	(await groupsThatSaid(tx, activityUri)).includes(groupId)

const groupsThatSaid: (tx: Transaction, activityUri: string) => Promise<string[]> = together(
	async (tx: Transaction, uris: string[]) => {
		const rows = await tx
			.select({ activityUri: log.activityUri, groupId: log.groupId })
			.from(log)
			.where(oneOf(log.activityUri, uris, "text"))
		return rowsFor(uris, rows, (row) => row.activityUri).map((said) => said.map(({ groupId }) => groupId))
	},
)

/**
 * An activity of this server by its id, if its audience is everyone. One that carries a post is only given out while the
 * post can be seen by everyone and says what it said then: what is taken out, deleted or edited is nowhere to be found.
 */
export const findPublicActivity = async (db: Database, activityUri: string): Promise<Uint8Array | null> => {
	const everyone: Audience = "public"
	const [logged] = await db
		.select({ body: log.body, eventId: log.eventId })
		.from(log)
		.where(and(eq(log.activityUri, activityUri), eq(log.audience, everyone)))
		.limit(1)
	const [found] = logged
		? [logged]
		: await db
				.select({ body: messages.body, eventId: messages.eventId })
				.from(messages)
				.where(and(eq(messages.activityUri, activityUri), eq(messages.audience, everyone)))
				.limit(1)
	return found && (await mayStillBeSaid(db, found.eventId, activityUri)) ? found.body : null
}

/** What happened to a post whose activities hold its words, or somebody's about it. */
const wordy = [
	"post-shared",
	"post-edited",
	"post-returned",
	"post-restored",
	"post-reacted",
	"poll-tallied",
	"poll-closed",
	"quoting-allowed",
	"quoting-ended",
]

/** What gives a post other words, or another permission to quote, than were said before. */
const newer = ["post-edited", "quoting-allowed", "quoting-ended"]

const mayStillBeSaid = async (db: Database, eventId: string, activityUri: string): Promise<boolean> => {
	const [event] = await db
		.select({ postId: events.postId, type: events.type, position: events.position })
		.from(events)
		.where(eq(events.id, eventId))
	if (!event?.postId || !wordy.includes(event.type)) return true
	// A boost and a gesture name the post by its id, so no earlier wording is in them.
	const namesOnly = event.type === "post-reacted" || activityUri.endsWith("/announce")
	const [seen] = await db
		.select({ postId: shares.postId })
		.from(shares)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.where(
			and(
				visibleTo("anyone"),
				eq(shares.postId, event.postId),
				namesOnly
					? undefined
					: sql`not exists (select 1 from ${events} later where later.post_id = ${event.postId}
						and ${inArray(sql`later.type`, newer)} and later.position > ${event.position})`,
			),
		)
		.limit(1)
	return seen !== undefined
}
