import { and, asc, eq, inArray, ne, sql } from "drizzle-orm"
import type { Database, Transaction } from "./connect.ts"
import { actors, hosts, members, postPeople, shares } from "./schema/index.ts"

type Reader = Database | Transaction

/** What a host said it runs when something was last sent to it; null when nothing was, or it does not say. */
export const findSoftware = async (db: Reader, host: string): Promise<string | null> =>
	(await db.select({ software: hosts.software }).from(hosts).where(eq(hosts.host, host)))[0]?.software ?? null

/**
 * People of one host in whose name a post that is not for everyone may be asked for: whom it names, and a member of a
 * group that holds it. Whether they may read it is for `visibleTo` to say.
 */
export const readersOn = async (db: Reader, postId: string, host: string): Promise<string[]> => {
	const named = await db
		.select({ id: actors.id })
		.from(postPeople)
		.innerJoin(actors, eq(actors.id, postPeople.actorId))
		.where(and(eq(postPeople.postId, postId), eq(actors.host, host), eq(actors.local, false)))
		.limit(1)
	const belonging = await db
		.select({ id: actors.id })
		.from(shares)
		.innerJoin(members, and(eq(members.groupId, shares.groupId), ne(members.role, "follower")))
		.innerJoin(actors, eq(actors.id, members.actorId))
		.where(and(eq(shares.postId, postId), eq(actors.host, host), eq(actors.local, false)))
		.limit(1)
	return [...named, ...belonging].map(({ id }) => id)
}

/** The ids of a group's followers on other servers. */
export const followersElsewhere = async (db: Reader, groupId: string): Promise<string[]> =>
	(
		await db
			.select({ uri: actors.uri })
			.from(members)
			.innerJoin(actors, eq(actors.id, members.actorId))
			.where(and(eq(members.groupId, groupId), eq(actors.local, false)))
			.orderBy(asc(actors.uri))
	).map(({ uri }) => uri)

/** Who here follows a group of another server, and whether it has said yes. */
export const followersHere = async (
	db: Reader,
	groupId: string,
): Promise<{ id: string; uri: string; accepted: boolean }[]> =>
	await db
		.select({ id: actors.id, uri: actors.uri, accepted: sql<boolean>`${members.requestedAt} is null` })
		.from(members)
		.innerJoin(actors, eq(actors.id, members.actorId))
		.where(and(eq(members.groupId, groupId), eq(actors.local, true)))

/** Those of some ids that are people or groups of this server. */
export const findFollowersNamed = async (
	db: Reader,
	uris: string[],
	limit: number,
): Promise<{ id: string; uri: string }[]> =>
	uris.length === 0
		? []
		: await db
				.select({ id: actors.id, uri: actors.uri })
				.from(actors)
				.where(and(inArray(actors.uri, uris), eq(actors.local, true), ne(actors.kind, "server")))
				.limit(limit)
