import { and, asc, eq, isNull, type SQL, sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import {
	accounts,
	actorKeys,
	admissions,
	appeals,
	bans,
	blocks,
	departures,
	deskCases,
	deskNotes,
	drafts,
	feedKeys,
	invites,
	media,
	memberNames,
	modmail,
	modmailMessages,
	newsLevels,
	newsReaders,
	notices,
	passes,
	passkeys,
	pauses,
	personPolicies,
	pollVotes,
	postMentions,
	postPeople,
	pushSubscriptions,
	reactions,
	recoveryCodes,
	reports,
	sessions,
	signUpRequests,
	trusts,
	undelivered,
	visits,
} from "./schema/index.ts"

type Reader = Database | Transaction
export type Departure = typeof departures.$inferSelect

/** What goes with an account, so that it can be said before: how many of each. */
export type Belongings = Record<"posts" | "groups" | "drafts" | "kept" | "passkeys" | "invites", number>

export const countBelongings = async (db: Reader, actorId: string): Promise<Belongings> => {
	const [row] = (await db.execute(sql`select
		(select count(*) from posts where author_id = ${actorId} and deleted_at is null)::int as posts,
		(select count(*) from members where actor_id = ${actorId})::int as groups,
		(select count(*) from drafts where actor_id = ${actorId})::int as drafts,
		(select count(*) from bookmarks where actor_id = ${actorId})::int as kept,
		(select count(*) from passkeys where actor_id = ${actorId})::int as passkeys,
		(select count(*) from invites where invited_by = ${actorId})::int as invites`)) as unknown as Belongings[]
	return row!
}

/** The open groups here that nobody else owns, held still until the transaction ends. */
export const ownedAlone = async (
	tx: Reader,
	actorId: string,
): Promise<{ id: string; handle: string; name: string }[]> => {
	await tx.execute(sql`select 1 from groups where actor_id in
		(select group_id from members where actor_id = ${actorId} and role = 'owner') order by actor_id for update`)
	return (await tx.execute(sql`select a.id, a.handle, a.name from members m join actors a on a.id = m.group_id
		where m.actor_id = ${actorId} and m.role = 'owner' and a.local and a.gone_at is null and not exists
			(select 1 from members o where o.group_id = m.group_id and o.role = 'owner' and o.actor_id <> m.actor_id)
		order by a.handle`)) as unknown as { id: string; handle: string; name: string }[]
}

/** Whether anybody else runs this server and can get in; nobody becomes or ceases to be one meanwhile. */
export const hasOtherOperator = async (tx: Transaction, actorId: string): Promise<boolean> => {
	const operators = await tx
		.select({ actorId: accounts.actorId, disabledAt: accounts.disabledAt })
		.from(accounts)
		.where(eq(accounts.operator, true))
		.orderBy(asc(accounts.actorId))
		.for("update")
	return operators.some((one) => one.actorId !== actorId && one.disabledAt === null)
}

/**
 * Everything that somebody had here for themselves, and every word by which they would be known; what others have of
 * theirs in common with them (posts, memberships) goes another way, since others hear of it.
 */
export const forgetPerson = async (
	tx: Transaction,
	{ actorId, handle, at }: { actorId: string; handle: string; at: Date },
): Promise<void> => {
	for (const { table, column } of [
		{ table: sessions, column: sessions.actorId },
		{ table: passes, column: passes.actorId },
		{ table: passkeys, column: passkeys.actorId },
		{ table: recoveryCodes, column: recoveryCodes.actorId },
		{ table: drafts, column: drafts.actorId },
		{ table: feedKeys, column: feedKeys.actorId },
		{ table: pushSubscriptions, column: pushSubscriptions.actorId },
		{ table: postMentions, column: postMentions.actorId },
		{ table: newsLevels, column: newsLevels.actorId },
		{ table: newsReaders, column: newsReaders.actorId },
		{ table: blocks, column: blocks.actorId },
		{ table: invites, column: invites.invitedBy },
		{ table: reactions, column: reactions.actorId },
		{ table: pollVotes, column: pollVotes.actorId },
		{ table: postPeople, column: postPeople.actorId },
		{ table: memberNames, column: memberNames.actorId },
		{ table: modmail, column: modmail.personId },
		{ table: notices, column: notices.actorId },
		{ table: bans, column: bans.actorId },
		{ table: pauses, column: pauses.actorId },
		{ table: trusts, column: trusts.actorId },
		{ table: personPolicies, column: personPolicies.actorId },
		{ table: deskNotes, column: deskNotes.personId },
		{ table: appeals, column: appeals.personId },
		{ table: deskCases, column: deskCases.personId },
		{ table: deskCases, column: deskCases.holderId },
		{ table: admissions, column: admissions.actorId },
		{ table: admissions, column: admissions.formerId },
		{ table: visits, column: visits.actorId },
		{ table: accounts, column: accounts.actorId },
	])
		await tx.delete(table).where(eq(column, actorId))
	await tx
		.update(media)
		.set({ goneAt: at, draftId: null })
		.where(and(eq(media.ownerId, actorId), isNull(media.goneAt), isNull(media.postId)))
	await tx.delete(signUpRequests).where(eq(signUpRequests.handle, handle))
	await tx.update(deskNotes).set({ authorId: null }).where(eq(deskNotes.authorId, actorId))
	await tx.update(modmailMessages).set({ moderatorId: null }).where(eq(modmailMessages.moderatorId, actorId))
	await tx.update(reports).set({ reporterId: null }).where(eq(reports.reporterId, actorId))
}

export const insertDeparture = async (tx: Transaction, actorId: string, begunAt: Date): Promise<void> => {
	await tx.insert(departures).values({ actorId, begunAt }).onConflictDoNothing()
	// Whoever sees people off may be another process.
	await tx.execute(sql`select pg_notify('snug_events', '')`)
}

/** Somebody whose departure is not over, held still until the transaction ends; those longest under way first. */
export const lockDeparture = async (tx: Transaction, but: readonly string[]): Promise<Departure | null> =>
	(
		await tx
			.select()
			.from(departures)
			.where(but.length > 0 ? sql`${departures.actorId} not in ${but}` : undefined)
			.orderBy(asc(departures.begunAt))
			.limit(1)
			.for("update")
	)[0] ?? null

/**
 * Whether what they deleted, or that they are gone, is still on its way to servers that answer: so long their key must be
 * found, or nobody believes it.
 */
export const isLeaving = async (db: Reader, actorId: string): Promise<boolean> => {
	// What a group says stands in its log alone.
	const [row] = (await db.execute(sql`select d.told_at is null
		or exists (select 1 from events where (person_id = ${actorId} or group_id = ${actorId}) and handed_over_at is null and error is null)
		or ${waitsFor(actorId, "messages", false)}
		or (exists (select 1 from groups g where g.actor_id = d.actor_id) and ${waitsFor(actorId, "log", false)}) as leaving
		from departures d where d.actor_id = ${actorId}`)) as unknown as { leaving: boolean }[]
	return row?.leaving ?? false
}

export const markTold = async (tx: Transaction, actorId: string, toldAt: Date): Promise<void> => {
	await tx.update(departures).set({ toldAt }).where(eq(departures.actorId, actorId))
}

/**
 * Whether something that they signed has yet to go out: with `all` to anybody, otherwise only to servers that answer.
 */
export const hasMoreToSay = async (tx: Transaction, actorId: string, all: boolean): Promise<boolean> => {
	const [row] = (await tx.execute(sql`select
		exists (select 1 from events where (actor_id = ${actorId} or group_id = ${actorId}) and handed_over_at is null and error is null)
		or ${waitsFor(actorId, "messages", all)} or ${waitsFor(actorId, "log", all)} as more`)) as unknown as {
		more: boolean
	}[]
	return row!.more
}

const waitsFor = (actorId: string, where: "messages" | "log", all: boolean): SQL => {
	const reached = sql`o.next_try_at is null and not exists
		(select 1 from hosts h where h.host = o.host and (h.failures > 0 or h.dropped_at is not null))`
	const rows =
		where === "messages"
			? sql`messages o where o.signer_id = ${actorId} and o.delivered_at is null`
			: sql`log l join cursors o on o.group_id = l.group_id and o.closed_at is null and o.position < l.position
				where l.signer_id = ${actorId}`
	return sql`exists (select 1 from ${rows}${all ? sql`` : sql` and ${reached}`})`
}

/** Lets go of their keys: nothing is said in their name any more, not even what was set aside. */
export const endDeparture = async (tx: Transaction, actorId: string): Promise<void> => {
	await tx.delete(undelivered).where(eq(undelivered.signerId, actorId))
	await tx.delete(actorKeys).where(eq(actorKeys.actorId, actorId))
	await tx.delete(departures).where(eq(departures.actorId, actorId))
}

/** Where it is heard that somebody is gone: by whom they were read, followed, answered, quoted or thanked. */
export const inboxesThatKnow = async (
	tx: Transaction,
	actorId: string,
	limit: number,
): Promise<{ inbox: string; host: string }[]> =>
	(await tx.execute(sql`
		with known as (
			select p.quoted_author_id as id from posts p where p.author_id = ${actorId}
			union select q.author_id from posts p join posts q on q.uri = p.in_reply_to where p.author_id = ${actorId}
			union select m.actor_id from posts p join post_mentions m on m.post_id = p.id where p.author_id = ${actorId}
			union select s.group_id from posts p join shares s on s.post_id = p.id where p.author_id = ${actorId}
			union select e.group_id from events e where e.person_id = ${actorId}
			union select q.author_id from events e join posts q on q.id = e.post_id
				where e.person_id = ${actorId} and e.type in ('post-reacted', 'poll-voted')
		), spoken as (
			select s.group_id from posts p join shares s on s.post_id = p.id
				where p.author_id = ${actorId} and s.event_id is not null
			union select e.group_id from events e where e.person_id = ${actorId} and e.type = 'role-changed'
		)
		select distinct inbox, host from (
			select coalesce(a.shared_inbox, a.inbox) as inbox, a.host from known k join actors a on a.id = k.id
				where not a.local and a.gone_at is null
			union select c.inbox, c.host from spoken s join cursors c on c.group_id = s.group_id and c.closed_at is null
		) known_by
		where not exists (select 1 from hosts h where h.host = known_by.host and h.dropped_at is not null)
		order by host, inbox limit ${limit}`)) as unknown as { inbox: string; host: string }[]
