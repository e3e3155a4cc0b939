import { eq, sql } from "drizzle-orm"
import type { Actor } from "../src/people/actor.ts"
import type { Name } from "../src/posts/names.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, postMentions } from "./schema/index.ts"
import { oneOf, together } from "./together.ts"

type Reader = Database | Transaction

/** Whom some words name: people of this server, by their handles or by their ids; and people of others, by their names. */
export type Named = { handles: string[]; ids: string[]; elsewhere: Name[] }

const listed = (texts: string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`

/**
 * The people that names stand for, as far as they are known here; of two elsewhere who claim the same one, whoever has been
 * known longer. Of groups and servers nobody is told anything by being named.
 */
export const findNamed = async (db: Reader, names: readonly Name[]): Promise<Actor[]> => {
	if (names.length === 0) return []
	const found = await db
		.selectDistinctOn([actors.host, sql`lower(${actors.handle})`])
		.from(actors)
		.where(
			sql`${actors.kind} = 'person' and ${actors.goneAt} is null
				and (not ${actors.local} or exists (select 1 from accounts c where c.actor_id = ${actors.id}))
				and (${actors.host}, lower(${actors.handle})) in (select n ->> 'host', n ->> 'handle'
					from jsonb_array_elements(${JSON.stringify(names)}::jsonb) n)`,
		)
		.orderBy(actors.host, sql`lower(${actors.handle})`, actors.createdAt)
	return found
}

/** Notes which people a new post names; names that nobody has are passed over. */
export const insertMentions = async (
	tx: Transaction,
	postId: string,
	{ handles, ids, elsewhere }: Named,
): Promise<void> => {
	if (handles.length + ids.length > 0)
		await tx.execute(sql`insert into post_mentions (actor_id, post_id)
			select a.id, ${postId} from actors a join accounts c on c.actor_id = a.id
			where a.local and (a.handle in ${listed(handles)} or a.id::text in ${listed(ids)})
			on conflict do nothing`)
	const others = (await findNamed(tx, elsewhere)).filter(({ local }) => !local)
	if (others.length === 0) return
	await tx
		.insert(postMentions)
		.values(others.map(({ id }) => ({ actorId: id, postId })))
		.onConflictDoNothing()
}

/**
 * Notes them instead of those that it named before. Who was told of it elsewhere stays noted: their server has the post, and
 * hears what becomes of it.
 */
export const replaceMentions = async (tx: Transaction, postId: string, named: Named): Promise<void> => {
	await tx.execute(sql`delete from post_mentions m using actors a
		where m.post_id = ${postId} and a.id = m.actor_id and a.local`)
	await insertMentions(tx, postId, named)
}

/** Everybody whom a post names or once named; in the order in which they came to be known. */
export const findMentioned: (db: Reader, postId: string) => Promise<Actor[]> = together(
	async (db: Reader, postIds: string[]) => {
		const rows = await db
			.select({ postId: postMentions.postId, actor: actors })
			.from(postMentions)
			.innerJoin(actors, eq(actors.id, postMentions.actorId))
			.where(oneOf(postMentions.postId, postIds, "uuid"))
			.orderBy(actors.createdAt, actors.id)
		const byPost = Map.groupBy(rows, ({ postId }) => postId)
		return postIds.map((id) => (byPost.get(id) ?? []).map(({ actor }) => actor))
	},
)
