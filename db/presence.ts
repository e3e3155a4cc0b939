import { sql } from "drizzle-orm"
import type { Database } from "./connect.ts"

/** Any number, as long as no other program takes advisory locks with it in this database. */
const lockClass = 7302

/**
 * SQL that says a worker is alive for as long as the session it runs on: PostgreSQL drops the lock with the session, even
 * after kill -9. Shared, so that a session that replaces a broken one need not wait for it.
 */
export const presenceOf = (worker: string): string =>
	`select pg_advisory_lock_shared(${lockClass}, hashtext('${worker}'))`

const present = sql`(select l.objid from pg_locks l join pg_database d on d.oid = l.database
	where d.datname = current_database() and l.locktype = 'advisory' and l.classid = ${sql.raw(String(lockClass))} and l.granted)`

/**
 * Ends the leases of workers that are no longer there, so that their work need not wait until the leases run out. A
 * worker that is only cut off for a moment loses its leases as well; fences and tokens keep it from writing then.
 * Answers how many leases ended, and how many other workers there are. Only for databases whose workers all say that
 * they are alive.
 */
export const endDeadLeases = async (
	db: Database,
	own: string,
): Promise<{ ended: number; others: number }> => {
	const dead = (column: string) => {
		const worker = sql.raw(column)
		return sql`${worker} <> ${own}::uuid and hashtext(${worker}::text)::oid not in ${present}`
	}
	// mostly nobody has died, and a look that writes nothing is one statement
	const [seen] = await db.execute<{ any: boolean; others: number }>(sql`
		select exists (select 1 from hosts where ${dead("lease_owner")})
			or exists (select 1 from inbox where state = 'waiting' and ${dead("lease_token")}) as any,
			(select count(*)::int from ${present} p where p.objid <> hashtext(${own})::oid) as others`)
	const others = seen?.others ?? 0
	if (!seen?.any) return { ended: 0, others }
	const hosts = await db.execute(sql`
		update hosts set lease_owner = null, lease_until = null where ${dead("lease_owner")} returning 1`)
	// Only what was marked may have been the cause; for the rest it was no try.
	const heard = await db.execute(sql`
		update inbox set lease_token = null, lease_until = null, outcome = ${leftByTheDead},
			attempts = case when outcome = ${begun} then attempts else greatest(attempts - 1, 0) end
		where state = 'waiting' and ${dead("lease_token")} returning 1`)
	return { ended: hosts.length + heard.length, others }
}

/** The mark of an activity that a worker had claimed when it died: any of them may have been the cause. */
export const leftByTheDead = "left by a process that died"

/** The mark of such an activity when it is begun again, in case it takes the next process down as well. */
export const begun = "begun again"

/** How many processes do the server's work just now. */
export const countWorkers = async (db: Database): Promise<number> =>
	(await db.execute<{ workers: number }>(sql`select count(*)::int as workers from ${present} p`))[0]
		?.workers ?? 0
