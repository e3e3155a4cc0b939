import { sql } from "drizzle-orm"
import type { Transaction } from "./connect.ts"
import { actors, posts, server } from "./schema/index.ts"

/** Gives everything of this server another origin. Only for one that nobody else has met yet. */
export const renameOrigin = async (tx: Transaction, from: string, to: string): Promise<void> => {
	const moved = (column: unknown) => sql`case when ${column} = ${from} or ${column} like ${`${from}/%`}
		then ${to} || substr(${column}, ${from.length + 1}) else ${column} end`
	await tx.update(server).set({ webOrigin: to })
	await tx
		.update(actors)
		.set({
			uri: moved(actors.uri),
			url: moved(actors.url),
			inbox: moved(actors.inbox),
			sharedInbox: moved(actors.sharedInbox),
			followers: moved(actors.followers),
			host: new URL(to).host,
			updatedAt: sql`now()`,
		})
		.where(sql`${actors.local}`)
	await tx.update(posts).set({
		uri: moved(posts.uri),
		url: moved(posts.url),
		inReplyTo: moved(posts.inReplyTo),
		createUri: moved(posts.createUri),
	})
	await tx
		.update(posts)
		.set({
			attachments: sql`replace(${posts.attachments}::text, ${`"${from}/media/`}, ${`"${to}/media/`})::jsonb`,
		})
		.where(sql`${posts.attachments}::text like ${`%"${from}/media/%`}`)
}
