import type { Session } from "./session.ts"

/** What is noted of a restore: the id of its event, when, and which backup. */
export type Restoration = { eventId: string; at: Date; backupId: string; takenAt: string }

/**
 * Lets a restored database go on: whoever held a lease when the backup was taken is gone, and a host that failed then
 * may answer now. What had not been handed over or dealt with is due again. The restore itself becomes an event, so
 * that it can be seen later from when on the memory has a gap. Nobody stays signed in: a session or a feed key that was ended
 * since, or a setup link that was used, must not be open again. Letters that waited then have mostly been sent since.
 */
export const wakeUp = async (
	session: Session,
	{ eventId, at, backupId, takenAt }: Restoration,
): Promise<void> => {
	await session.rows(`update public.hosts set lease_owner = null, lease_until = null, next_try_at = null,
		failures = 0, failing_since = null, last_error = null, fence = fence + 1`)
	await session.rows(`update public.inbox set lease_token = null, lease_until = null, outcome = null, attempts = 0,
		due_at = received_at where state = 'waiting'`)
	await session.rows("update public.events set attempts = 0 where handed_over_at is null and error is null")
	await session.rows("delete from public.sessions")
	await session.rows("delete from public.push_subscriptions")
	await session.rows("delete from public.feed_keys")
	await session.rows("delete from public.letters")
	await session.rows("update public.server set setup_token_hash = null, setup_token_until = null")
	await session.rows(
		`insert into public.events (id, type, at, facts, handed_over_at) values ($1, 'server-restored', $2::text::timestamptz,
			json_build_object('backup', $3::text, 'takenAt', $4::text)::jsonb, $2::text::timestamptz)`,
		[eventId, at.toISOString(), backupId, takenAt],
	)
}
