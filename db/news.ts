import { and, desc, eq, gt, inArray, isNotNull, ne, type SQL, sql } from "drizzle-orm"
import { alias, union } from "drizzle-orm/pg-core"
import type { EventRecord } from "../src/events.ts"
import { limits } from "../src/limits.ts"
import { aboutPeople, aboutPosts, type Because } from "../src/notifications/notification.ts"
import type { Actor } from "../src/people/actor.ts"
import type { Post } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { knownIn } from "./member-names.ts"
import { actors, events, groups, mutes, newsLevels, newsReaders, posts, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

type Reader = Database | Transaction

/** A place in somebody's news: what stands there, and when it happened. */
type NewsPlace = { at: Date; id: string }
/** What is asked for: news after one moment and before a place, the latest first. */
export type Span = { since: Date; before: NewsPlace | null; limit: number; now: Date }

type Somewhere = NewsPlace & { group: Actor }
type PostNews = Somewhere & { post: Post; author: Actor; because: Because }
type DecisionNews = Somewhere & {
	event: EventRecord
	threadId: string | null
	/** Whether they may look into the group. */
	open: boolean
	/** The words of theirs that it is about. */
	own: { title: string | null; html: string } | null
}
export type News = PostNews | DecisionNews

/** Written out, so that the index that holds only these is seen to hold them. */
const typeIn = (types: readonly string[]): SQL =>
	sql.raw(`events.type in (${types.map((type) => `'${type}'`).join(", ")})`)

const between = (at: SQL, id: SQL, { since, before }: Span): SQL =>
	sql`${at} > ${since.toISOString()}::timestamptz ${
		before ? sql`and (${at}, ${id}) < (${before.at.toISOString()}::timestamptz, ${before.id}::uuid)` : sql``
	}`

/** What happened that concerns somebody, the latest first: what was said to them, and what was decided about them. */
export const readNews = async (db: Reader, personId: string, span: Span): Promise<News[]> => {
	const from = span.before?.at ?? span.now
	// Mostly the last days hold what is asked for, and looking through three months costs as much as they hold.
	for (const reach of limits.newsReaches) {
		const since = new Date(from.getTime() - reach)
		const found = since > span.since ? await readSpan(db, personId, { ...span, since }) : []
		if (found.length >= span.limit) return found
	}
	return readSpan(db, personId, span)
}

const readSpan = async (db: Reader, personId: string, span: Span): Promise<News[]> => {
	const found = await Promise.all([readSaid(db, personId, span), readDecided(db, personId, span)])
	return found
		.flat()
		.sort((one, other) => other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : -1))
		.slice(0, span.limit)
}

/** Whether something happened since somebody last looked that concerns them; what is older than they look back is not asked for. */
export const hasNews = async (db: Database, personId: string, now: Date): Promise<boolean> => {
	const [reader] = await db.select().from(newsReaders).where(eq(newsReaders.actorId, personId))
	const oldest = new Date(now.getTime() - limits.newsShown)
	const since = reader?.seenAt && reader.seenAt > oldest ? reader.seenAt : oldest
	if (!(await anythingSince(db, personId, since))) return false
	return (await readNews(db, personId, { since, before: null, limit: 1, now })).length > 0
}

/** Whether there is anything at all that may be news to them, seen or not: a cheap look, as every page asks. */
const anythingSince = async (db: Database, personId: string, since: Date): Promise<boolean> => {
	const at = sql`${since.toISOString()}::timestamptz`
	const shared = sql`s.state = 'shared' and s.shared_at > ${at}`
	const [row] = await db.execute<{ found: boolean }>(sql`select
		exists(select 1 from shares s join posts c on c.id = s.post_id join posts own on own.uri = c.in_reply_to
			where own.author_id = ${personId} and ${shared})
		or exists(select 1 from post_mentions m join shares s on s.post_id = m.post_id where m.actor_id = ${personId} and ${shared})
		or exists(select 1 from news_levels l join shares s on s.group_id = l.group_id
			where l.actor_id = ${personId} and l.level = 'all' and ${shared})
		or exists(select 1 from events where person_id = ${personId} and ${typeIn(aboutPeople)} and at > ${at})
		or exists(select 1 from events join posts p on p.id = events.post_id
			where p.author_id = ${personId} and ${typeIn(aboutPosts)} and at > ${at}) as found`)
	return row?.found === true
}

/** Posts that answer somebody or name them, and those of groups of which they want to hear all, as far as they may see them. */
const readSaid = async (db: Reader, personId: string, span: Span): Promise<PostNews[]> => {
	const since = span.since.toISOString()
	// Each by an index of its own; a post that is news for two reasons is the news that is most theirs.
	const candidates = sql`(select post_id, min(rank) as rank from (
		select s.post_id, 1 as rank from shares s join posts c on c.id = s.post_id join posts own on own.uri = c.in_reply_to
			where own.author_id = ${personId} and s.state = 'shared' and s.shared_at > ${since}::timestamptz
		union all select m.post_id, 2 from post_mentions m where m.actor_id = ${personId}
		union all select s.post_id, 3 from news_levels l join shares s on s.group_id = l.group_id and s.state = 'shared'
			where l.actor_id = ${personId} and l.level = 'all' and s.shared_at > ${since}::timestamptz) found group by post_id) c`
	const group = alias(actors, "group_actor")
	const rows = await db
		.select({
			post: posts,
			author: knownIn(sql`${shares.groupId}`),
			group,
			at: shares.sharedAt,
			rank: sql<number>`c.rank`,
		})
		.from(shares)
		.innerJoin(sql`${candidates}`, sql`c.post_id = ${shares.postId}`)
		.innerJoin(posts, eq(posts.id, shares.postId))
		.innerJoin(groups, eq(groups.actorId, shares.groupId))
		.innerJoin(actors, eq(actors.id, posts.authorId))
		.innerJoin(group, eq(group.id, shares.groupId))
		.leftJoin(newsLevels, and(eq(newsLevels.actorId, personId), eq(newsLevels.groupId, shares.groupId)))
		.where(
			and(
				visibleTo({ actorId: personId }),
				isNotNull(shares.eventId),
				ne(posts.authorId, personId),
				sql`coalesce(${newsLevels.level}, 'mentions') <> 'quiet'`,
				sql`(c.rank < 3 or (${newsLevels.level} = 'all' and exists (select 1 from members m
					where m.group_id = ${shares.groupId} and m.actor_id = ${personId})))`,
				sql`not exists (select 1 from ${mutes} u where u.actor_id = ${personId} and u.thread_id = ${shares.threadId})`,
				between(sql`${shares.sharedAt}`, sql`${shares.postId}`, span),
			),
		)
		.orderBy(desc(shares.sharedAt), desc(shares.postId))
		.limit(span.limit)
	const why: Because[] = ["reply", "mention", "all"]
	return rows.map(({ rank, ...row }) => ({ ...row, id: row.post.id, because: why[rank - 1]! }))
}

/** What was decided about somebody, or about what they wrote, by anybody but themselves. */
const readDecided = async (db: Reader, personId: string, span: Span): Promise<DecisionNews[]> => {
	const group = alias(actors, "group_actor")
	// Each by an index of its own, too.
	const about = db
		.select({ id: events.id })
		.from(events)
		.where(and(eq(events.personId, personId), typeIn(aboutPeople), gt(events.at, span.since)))
	const own = db
		.select({ id: events.id })
		.from(events)
		.innerJoin(posts, eq(posts.id, events.postId))
		.where(and(eq(posts.authorId, personId), typeIn(aboutPosts), gt(events.at, span.since)))
	const held = and(eq(events.actorId, personId), eq(events.type, "post-held"))
	const rows = await db
		.select({
			event: events,
			group,
			threadId: shares.threadId,
			open: mayLook(personId),
			// The first one tells whether there is such a post, and a title may be missing.
			own: { html: posts.html, title: posts.title },
		})
		.from(events)
		.innerJoin(group, eq(group.id, events.groupId))
		.innerJoin(groups, eq(groups.actorId, events.groupId))
		.leftJoin(shares, and(eq(shares.postId, events.postId), eq(shares.groupId, events.groupId)))
		.leftJoin(posts, and(eq(posts.id, events.postId), eq(posts.authorId, personId)))
		.where(
			and(
				inArray(events.id, union(about, own)),
				sql`(${events.actorId} is distinct from ${personId} or ${held})`,
				between(sql`${events.at}`, sql`${events.id}`, span),
			),
		)
		.orderBy(desc(events.at), desc(events.id))
		.limit(span.limit)
	return rows.map(({ event, ...row }) => ({
		...row,
		at: event.at,
		id: event.id,
		event: event as EventRecord,
	}))
}

const mayLook = (personId: string) =>
	sql<boolean>`(${groups.visibility} = 'public' or exists (select 1 from members m
		where m.group_id = ${groups.actorId} and m.actor_id = ${personId} and m.role <> 'follower'))`
