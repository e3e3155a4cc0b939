import { sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Transaction } from "./connect.ts"

/** Lets go of what has been kept long enough, a batch of each kind; answers how many rows that were. */
export const tidy = async (tx: Transaction, now: Date): Promise<number> => {
	const before = (kept: number) => new Date(now.getTime() - kept).toISOString()
	const results = [
		await tx.execute(sql`update inbox set body = null where position in (select position from inbox
			where state = 'done' and body is not null and received_at < ${before(limits.heardBodiesKept)}
			order by received_at limit ${limits.tidiedAtOnce})`),
		await tx.execute(sql`delete from inbox where position in (select position from inbox
			where state <> 'waiting' and received_at < ${before(limits.heardIdsKept)}
			order by received_at limit ${limits.tidiedAtOnce})`),
		await tx.execute(sql`delete from tombstones where (uri, actor_uri) in (select uri, actor_uri from tombstones
			where created_at < ${before(limits.tombstonesKept)} limit ${limits.tidiedAtOnce})`),
		await tx.execute(sql`delete from messages where id in (select id from messages
			where delivered_at < ${before(limits.messagesKept)} limit ${limits.tidiedAtOnce})`),
		await tx.execute(sql`delete from log where (group_id, position) in (select l.group_id, l.position from log l
			where l.created_at < ${before(limits.logKept)} and not exists (select 1 from cursors c
				where c.group_id = l.group_id and c.closed_at is null and c.position < l.position)
			order by l.created_at limit ${limits.tidiedAtOnce})`),
		await tx.execute(sql`delete from read_marks where (actor_id, group_id, place_id) in (
			select actor_id, group_id, place_id from read_marks
			where seen_at < ${before(limits.readMarksKept)} order by seen_at limit ${limits.tidiedAtOnce})`),
		await tx.execute(sql`delete from sessions where expires_at < ${now.toISOString()}`),
		await tx.execute(sql`delete from visits where expires_at < ${now.toISOString()}`),
		await tx.execute(sql`delete from passes where expires_at < ${now.toISOString()}`),
		await tx.execute(sql`delete from letters where until < ${now.toISOString()}`),
		await tx.execute(sql`delete from invites where expires_at < ${before(limits.invitesKept)}`),
		await tx.execute(sql`delete from modmail where closed_at < ${before(limits.modmailKept)}`),
		await tx.execute(sql`delete from sign_up_requests where created_at < ${before(limits.requestsKept)}`),
	]
	return results.reduce((sum, result) => sum + (result as unknown as { count: number }).count, 0)
}
