import { sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { Database, Transaction } from "./connect.ts"
import { members, posts, shares, trusts } from "./schema/index.ts"

type Reader = Database | Transaction

const dateIn = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)

/** How long a group knows somebody: whether a moderator let them in, since when, and how many of their posts it took (at most `most`). */
export const findAcquaintance = async (
	db: Reader,
	groupId: string,
	actorId: string,
	most: number,
): Promise<{ trusted: boolean; since: Date | null; taken: number }> => {
	const [row] = await db.execute<{ trusted: boolean; since: string | null; taken: number }>(sql`
		select exists (select 1 from ${trusts} where group_id = ${groupId} and actor_id = ${actorId}) as trusted,
			least(t.first, (select joined_at from ${members} where group_id = ${groupId} and actor_id = ${actorId})) as since,
			t.taken
		from (select count(*)::int as taken, min(shared_at) as first from (
			select s.shared_at from ${posts} p join ${shares} s on s.post_id = p.id and s.group_id = ${groupId}
			where p.author_id = ${actorId} and s.state = 'shared' order by p.id limit ${most}) a) t`)
	return { trusted: row?.trusted ?? false, since: dateIn(row?.since), taken: row?.taken ?? 0 }
}

/** What strangers did in a group lately: how many posts of theirs came since a moment (at most `most`), and whether a wave goes on. */
export const findStrangers = async (
	db: Reader,
	groupId: string,
	{ since, waveSince, most }: { since: Date; waveSince: Date; most: number },
): Promise<{ strangers: number; wave: boolean }> => {
	const [row] = await db.execute<{ strangers: number; wave: boolean }>(sql`
		select (select count(*)::int from (select 1 from ${shares} where group_id = ${groupId}
				and strange_at is not null and strange_at > ${since.toISOString()} limit ${most}) a) as strangers,
			exists (select 1 from ${shares} where group_id = ${groupId} and strange_at is not null
				and strange_at > ${waveSince.toISOString()} and in_wave) as wave`)
	return row ?? { strangers: 0, wave: false }
}

/** When somebody, or the whole group, last had a turn to speak, or will have the last one given away. */
export const findTurn = async (
	db: Reader,
	groupId: string,
	{ authorId, but }: { authorId: string | null; but: string },
): Promise<Date | null> => {
	const [row] = await db.execute<{ at: string | null }>(
		authorId
			? sql`select max(coalesce(s.due_at, s.shared_at)) as at
				from (select id from ${posts} where author_id = ${authorId} and id <> ${but} order by id desc limit ${limits.turnPosts}) p
				join ${shares} s on s.post_id = p.id and s.group_id = ${groupId}
				where s.state = 'shared' or (s.state = 'held' and s.due_at is not null)`
			: sql`select greatest(
				(select shared_at from ${shares} where group_id = ${groupId} and state = 'shared' and post_id <> ${but}
					order by shared_at desc limit 1),
				(select max(due_at) from ${shares} where group_id = ${groupId} and state = 'held' and due_at is not null
					and post_id <> ${but})) as at`,
	)
	return dateIn(row?.at)
}

/** Those among a group's waiting posts by strangers that came just before a wave was seen belong to it. */
export const takeIntoWave = async (tx: Transaction, groupId: string, since: Date): Promise<void> => {
	await tx.execute(sql`
		update ${shares} set in_wave = true where (group_id, post_id) in (
			select group_id, post_id from ${shares} where group_id = ${groupId} and strange_at is not null
				and strange_at > ${since.toISOString()} and state = 'held' and due_at is null and not in_wave
			order by strange_at for update skip locked)`)
}
