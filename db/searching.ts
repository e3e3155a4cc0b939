import { and, asc, desc, eq, gte, lt, type SQL, sql } from "drizzle-orm"
import type { Viewer } from "../src/posts/post.ts"
import type { Database } from "./connect.ts"
import { type Read, reading } from "./reading.ts"
import { posts, shares } from "./schema/index.ts"
import { dictionaries, plainWords, wordsOf } from "./schema/searching.ts"

const words = wordsOf({
	title: sql`${posts.title}`,
	note: sql`${posts.contentWarning}`,
	html: sql`${posts.html}`,
	language: sql`${posts.language}`,
})

/** What somebody looks for, as they typed it: words, "words together", one or another, -not; and the languages it may be in. */
export type Sought = { words: string; languages: string[] }

const queryFor = ({ words, languages }: Sought): SQL => {
	const known = Object.entries(dictionaries).filter(([tag]) => languages.includes(tag))
	const names = ["simple", ...known.map(([, name]) => name)]
	const text = plainWords(sql`${words}::text`)
	return sql.join(
		names.map((name) => sql`websearch_to_tsquery(${sql.raw(`'${name}'::regconfig`)}, ${text})`),
		sql` || `,
	)
}

/** Whether there is a word in it that can be looked for; signs alone are none, nor is what should not be there. */
export const canBeSought = async (db: Database, sought: Sought): Promise<boolean> => {
	const [row] = await db.execute<{ tree: string }>(sql`select querytree(${queryFor(sought)}) as tree`)
	return !["", "T"].includes(row?.tree ?? "")
}

/** Where a list goes on: after a post of the page before. */
const beyond = (groupId: string, after: string | null, sign: "<" | ">"): SQL | undefined =>
	after
		? sql`(${shares.sharedAt}, ${shares.postId}) ${sql.raw(sign)} (select s.shared_at, s.post_id from ${shares} s
			where s.group_id = ${groupId} and s.post_id = ${after}::uuid)`
		: undefined

const inGroup = (groupId: string): SQL | undefined =>
	and(eq(shares.groupId, groupId), eq(shares.state, "shared"))

/** Posts of a group in which something is said, the latest first. */
export const readFound = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	{ after, limit, ...sought }: Sought & { after: string | null; limit: number },
): Promise<Read[]> =>
	await reading(
		db,
		viewer,
		and(inGroup(groupId), sql`${words} @@ (${queryFor(sought)})`, beyond(groupId, after, "<")),
	)
		.orderBy(desc(shares.sharedAt), desc(shares.postId))
		.limit(limit)

const begun = (groupId: string): SQL | undefined => and(inGroup(groupId), eq(shares.topLevel, true))

/** The conversations that were begun in a group from one moment on and before another, the oldest first. */
export const readBegun = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	{ from, to, after, limit }: { from: Date; to: Date; after: string | null; limit: number },
): Promise<Read[]> =>
	await reading(
		db,
		viewer,
		and(begun(groupId), gte(shares.sharedAt, from), lt(shares.sharedAt, to), beyond(groupId, after, ">")),
	)
		.orderBy(asc(shares.sharedAt), asc(shares.postId))
		.limit(limit)

/** When the last conversation before a moment was begun that a viewer may see, or the first one from it on. */
export const nearestBegun = async (
	db: Database,
	viewer: Viewer,
	groupId: string,
	at: Date,
	way: "before" | "from",
): Promise<Date | null> => {
	const where = way === "before" ? lt(shares.sharedAt, at) : gte(shares.sharedAt, at)
	const order = way === "before" ? desc : asc
	const [found] = await reading(db, viewer, and(begun(groupId), where))
		.orderBy(order(shares.sharedAt), order(shares.postId))
		.limit(1)
	return found?.sharedAt ?? null
}
