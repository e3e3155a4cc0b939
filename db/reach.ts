import { and, asc, eq, isNull } from "drizzle-orm"
import type { Database } from "./connect.ts"
import { actors, hosts, members } from "./schema/index.ts"

/** A server, and what it runs if that is known. */
export type Reached = { host: string; software: string | null }

/** Some of the servers of those who follow a group, in the order of their names; servers that were given up are left out. */
export const listFollowingServers = async (
	db: Database,
	groupId: string,
	limit: number,
): Promise<Reached[]> =>
	await db
		.selectDistinct({ host: actors.host, software: hosts.software })
		.from(members)
		.innerJoin(actors, eq(actors.id, members.actorId))
		.leftJoin(hosts, eq(hosts.host, actors.host))
		.where(and(eq(members.groupId, groupId), eq(actors.local, false), isNull(hosts.droppedAt)))
		.orderBy(asc(actors.host))
		.limit(limit)
