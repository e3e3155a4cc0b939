import { sql } from "drizzle-orm"
import type { Transaction } from "./connect.ts"

/** How long things are kept that only matter for a while, in days. */
const kept = {
	/** What other servers sent, word for word: for looking into what went wrong. */
	heardBodies: 7,
	/** The ids of what they sent: so long a repeated delivery is known as one. */
	heardIds: 60,
	/** Notices that something was taken back before it came. */
	tombstones: 60,
	/** What was delivered to one inbox. */
	messages: 30,
	/** What every follower's server has received from a group's log. */
	log: 90,
	/** Invitations that have run out, and requests for an account, answered or not. */
	invites: 7,
	signUpRequests: 60,
} as const

const batch = 2000

/** Lets go of what has been kept long enough, a batch of each kind; answers how many rows that were. */
export const tidy = async (tx: Transaction, now: Date): Promise<number> => {
	const before = (days: number) => new Date(now.getTime() - days * 86_400_000).toISOString()
	const results = [
		await tx.execute(sql`update inbox set body = null where position in (select position from inbox
			where state = 'done' and body is not null and received_at < ${before(kept.heardBodies)}
			order by received_at limit ${batch})`),
		await tx.execute(sql`delete from inbox where position in (select position from inbox
			where state <> 'waiting' and received_at < ${before(kept.heardIds)} order by received_at limit ${batch})`),
		await tx.execute(sql`delete from tombstones where (uri, actor_uri) in (select uri, actor_uri from tombstones
			where created_at < ${before(kept.tombstones)} limit ${batch})`),
		await tx.execute(sql`delete from messages where id in (select id from messages
			where delivered_at < ${before(kept.messages)} limit ${batch})`),
		await tx.execute(sql`delete from log where (group_id, position) in (select l.group_id, l.position from log l
			where l.created_at < ${before(kept.log)} and not exists (select 1 from cursors c
				where c.group_id = l.group_id and c.closed_at is null and c.position < l.position)
			order by l.created_at limit ${batch})`),
		await tx.execute(sql`delete from sessions where expires_at < ${now.toISOString()}`),
		await tx.execute(sql`delete from passes where expires_at < ${now.toISOString()}`),
		await tx.execute(sql`delete from invites where expires_at < ${before(kept.invites)}`),
		await tx.execute(sql`delete from sign_up_requests where created_at < ${before(kept.signUpRequests)}`),
	]
	return results.reduce((sum, result) => sum + (result as unknown as { count: number }).count, 0)
}
