import { eq, sql } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import { postMentions } from "./schema/index.ts"

/** The people of this server that some words name, by their handles or by their ids. */
export type Named = { handles: string[]; ids: string[] }

const listed = (texts: string[]) => sql`(select jsonb_array_elements_text(${JSON.stringify(texts)}::jsonb))`

/** Notes which people here a new post names; names that nobody here has are passed over. */
export const insertMentions = async (
	tx: Transaction,
	postId: string,
	{ handles, ids }: Named,
): Promise<void> => {
	if (handles.length + ids.length === 0) return
	await tx.execute(sql`insert into post_mentions (actor_id, post_id)
		select a.id, ${postId} from actors a join accounts c on c.actor_id = a.id
		where a.local and (a.handle in ${listed(handles)} or a.id::text in ${listed(ids)})
		on conflict do nothing`)
}

/** Notes them instead of those that it named before. */
export const replaceMentions = async (tx: Transaction, postId: string, named: Named): Promise<void> => {
	await tx.delete(postMentions).where(eq(postMentions.postId, postId))
	await insertMentions(tx, postId, named)
}
