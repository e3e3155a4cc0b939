import { and, asc, eq, inArray, isNull, notInArray, type SQL, sql } from "drizzle-orm"
import { limits } from "../src/limits.ts"
import type { KeptFile } from "../src/media/media.ts"
import type { Viewer } from "../src/posts/post.ts"
import type { Database, Transaction } from "./connect.ts"
import { actors, groups, media, memberNames, members, posts, shares } from "./schema/index.ts"
import { visibleTo } from "./visible.ts"

type Reader = Database | Transaction

export const insertFile = async (tx: Transaction, file: typeof media.$inferInsert): Promise<void> => {
	await tx.insert(media).values(file)
}

/** Bytes of all that somebody brought; nobody else counts theirs until the transaction ends. */
export const lockBytesOf = async (tx: Transaction, ownerId: string): Promise<number> => {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`media of ${ownerId}`}, 0))`)
	return bytesOf(tx, ownerId)
}

export const bytesOf = async (db: Reader, ownerId: string): Promise<number> =>
	(
		await db
			.select({ n: sql<string>`coalesce(sum(${media.bytes}), 0)` })
			.from(media)
			.where(and(eq(media.ownerId, ownerId), isNull(media.goneAt)))
	).map(({ n }) => Number(n))[0] ?? 0

const ownLoose = (ownerId: string, ids: string[]): SQL | undefined =>
	and(eq(media.ownerId, ownerId), inArray(media.id, ids), isNull(media.goneAt))

/** Files that somebody brought, and that are with no other post than this; in the order they are asked for. */
export const findOwnFiles = async (
	db: Reader,
	{ ownerId, ids, postId }: { ownerId: string; ids: string[]; postId: string | null },
): Promise<KeptFile[]> => {
	if (ids.length === 0) return []
	const free = postId ? sql`(${media.postId} is null or ${media.postId} = ${postId})` : isNull(media.postId)
	const rows = await db
		.select()
		.from(media)
		.where(and(ownLoose(ownerId, ids), free))
	return ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])
}

/** Holds one file still until the transaction ends; null when it is not somebody's own and loose. */
export const lockLooseFile = async (tx: Transaction, ownerId: string, id: string): Promise<KeptFile | null> =>
	(
		await tx
			.select()
			.from(media)
			.where(and(ownLoose(ownerId, [id]), isNull(media.postId)))
			.for("update")
	)[0] ?? null

/** Nobody gets a file any more; its bytes are taken away soon. */
export const letGoOfFile = async (tx: Transaction, name: string, at: Date): Promise<void> => {
	await tx.update(media).set({ goneAt: at }).where(eq(media.name, name))
}

/** Holds files still until the transaction ends; how many of them there are, loose and somebody's own. */
export const lockLooseFiles = async (tx: Transaction, ownerId: string, ids: string[]): Promise<number> =>
	ids.length === 0
		? 0
		: (
				await tx
					.select({ id: media.id })
					.from(media)
					.where(and(ownLoose(ownerId, ids), isNull(media.postId)))
					.orderBy(asc(media.id))
					.for("update")
			).length

/** From now on files are seen by whoever may see a post. */
export const giveFilesToPost = async (tx: Transaction, ids: string[], postId: string): Promise<void> => {
	if (ids.length > 0) await tx.update(media).set({ postId, draftId: null }).where(inArray(media.id, ids))
}

/** The files that went with a post of somebody here. */
export const filesOfPost = async (db: Reader, postId: string): Promise<KeptFile[]> =>
	await db
		.select()
		.from(media)
		.where(and(eq(media.postId, postId), isNull(media.goneAt)))

/** Just these files go with a post from now on; nobody gets what went with it before, and is left out. */
export const changeFiles = async (
	tx: Transaction,
	postId: string,
	ids: string[],
	at: Date,
): Promise<void> => {
	await giveFilesToPost(tx, ids, postId)
	const left = ids.length > 0 ? notInArray(media.id, ids) : undefined
	await tx
		.update(media)
		.set({ goneAt: at })
		.where(and(eq(media.postId, postId), isNull(media.goneAt), left))
}

/** A draft keeps just these of somebody's files; what it kept before and keeps no more is loose again. */
export const giveFilesToDraft = async (
	tx: Transaction,
	{ ownerId, draftId, ids }: { ownerId: string; draftId: string; ids: string[] },
): Promise<void> => {
	await tx
		.update(media)
		.set({ draftId: null })
		.where(and(eq(media.draftId, draftId), eq(media.ownerId, ownerId)))
	if (ids.length > 0)
		await tx
			.update(media)
			.set({ draftId })
			.where(and(ownLoose(ownerId, ids), isNull(media.postId)))
}

/** A file as it may be given to whoever asks. */
export type Served = KeptFile & {
	/** Whether everybody may see it. */
	open: boolean
}

/**
 * The file of a name, if a viewer may see it: what came with a post like the post itself, what is still loose only its owner,
 * and the pictures of people and groups here everybody; by which picture a group knows somebody, whoever may read the group. Moderators see what came with posts that wait for them.
 */
export const readFile = async (db: Database, viewer: Viewer, stem: string): Promise<Served | null> => {
	const open = sql<boolean>`(${isPortrait} or ${isFaceIn(sql`g.visibility = 'public'`)} or ${shownTo("anyone")})`
	const seen =
		viewer === "anyone"
			? open
			: sql`(${open} or ${isFaceIn(isMemberOf(viewer.actorId))} or ${isOwn(viewer.actorId)} or ${shownTo(viewer)} or ${isDesk(viewer.actorId)})`
	const [row] = await db
		.select({ file: media, open })
		.from(media)
		.where(and(sql`${media.name} like ${`${stem.replaceAll("_", "\\_")}.%`}`, isNull(media.goneAt), seen))
	return row ? { ...row.file, open: row.open } : null
}

const isPortrait = sql`exists (select 1 from ${actors} a where a.local and a.gone_at is null
	and (a.icon = ${media.name} or a.image = ${media.name}))`

/** Whether somebody is shown by it in a group of a certain kind. */
const isFaceIn = (fits: SQL): SQL => sql`exists (select 1 from ${memberNames} n
	join ${groups} g on g.actor_id = n.group_id where n.icon = ${media.name} and ${fits})`

const isMemberOf = (viewerId: string): SQL => sql`exists (select 1 from ${members} m
	where m.group_id = g.actor_id and m.actor_id = ${viewerId}::uuid and m.role <> 'follower')`

const placed = sql`from ${shares} join ${posts} on ${posts.id} = ${shares.postId}
	join ${groups} on ${groups.actorId} = ${shares.groupId} where ${posts.id} = ${media.postId}`

const shownTo = (viewer: Viewer): SQL => sql`exists (select 1 ${placed} and ${visibleTo(viewer)})`

const isOwn = (viewerId: string): SQL => sql`(${media.ownerId} = ${viewerId}::uuid and not exists
	(select 1 from ${posts} p where p.id = ${media.postId} and p.deleted_at is not null))`

/** Whether somebody finds the post on a desk of theirs: it waits there, or was taken out. */
const isDesk = (viewerId: string): SQL => sql`exists (select 1 ${placed} and ${posts.deletedAt} is null
	and ${shares.state} in ('held', 'removed') and exists (select 1 from ${members} m where m.group_id = ${shares.groupId}
		and m.actor_id = ${viewerId}::uuid and m.role in ('moderator', 'owner')))`

/** What nobody gets any more, and what was brought and never sent with anything: both are to be deleted. */
export const takeGoneFiles = async (
	tx: Transaction,
	now: Date,
): Promise<{ id: string; name: string; small: boolean }[]> => {
	const old = new Date(now.getTime() - limits.looseKept).toISOString()
	await tx.execute(sql`update media set gone_at = ${now.toISOString()} where id in (select m.id from media m
		where m.post_id is null and m.gone_at is null and m.created_at < ${old} and m.draft_id is null
		and not exists (select 1 from actors a where a.local and a.gone_at is null and (a.icon = m.name or a.image = m.name))
		and not exists (select 1 from member_names n where n.icon = m.name)
		order by m.created_at limit ${limits.goneAtOnce})`)
	return await tx
		.select({ id: media.id, name: media.name, small: media.small })
		.from(media)
		.where(sql`${media.goneAt} is not null`)
		.limit(limits.goneAtOnce)
}

/** Their bytes are gone: nothing is left of these. */
export const deleteFiles = async (tx: Transaction, ids: string[]): Promise<void> => {
	if (ids.length > 0) await tx.delete(media).where(inArray(media.id, ids))
}
