import { followersElsewhere } from "../db/hosts.ts"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import { followersDigest, writeSynchronization } from "./followers-digest.ts"
import { Recent } from "./plumbing/cache.ts"
import { activityStreams, type Json } from "./translate/wire.ts"

const addressOf = (group: Pick<Actor, "uri">): string => `${group.uri}/followers_synchronization`

/** The followers of a group that live on one server, for that server alone (FEP-8fcf). */
export const partialFollowers = async ({ db }: World, group: Actor, origin: string): Promise<Json> => {
	const followers = (await followersElsewhere(db, group.id)).filter((uri) => new URL(uri).origin === origin)
	return {
		"@context": activityStreams,
		id: addressOf(group),
		type: "OrderedCollection",
		partOf: `${group.uri}/followers`,
		totalItems: followers.length,
		orderedItems: followers,
	}
}

/** A minute old at most. What changed since only makes a server ask, and the answer is always of that moment. */
const freshFor = 60_000

/**
 * What a group says of its followers on the server of an inbox, along with what it sends there. One look at the database
 * does for all the servers of a group; the digest of each is made when first wanted.
 */
export const followersSaid = ({
	db,
	ports,
}: Pick<World, "db" | "ports">): ((
	group: { id: string; uri: string },
	inbox: URL,
) => Promise<string | null>) => {
	const known = new Recent<Promise<(origin: string) => string | null>>(limits.digestsReady, ports.now)
	return async (group, inbox) => {
		let digests = known.get(group.id)
		if (!digests) {
			digests = followersElsewhere(db, group.id).then(digestsOf)
			known.set(group.id, digests, freshFor)
			digests.catch(() => known.delete(group.id))
		}
		const digest = (await digests)(inbox.origin)
		return (
			digest &&
			writeSynchronization({ collectionId: `${group.uri}/followers`, url: addressOf(group), digest })
		)
	}
}

const digestsOf = (followers: string[]): ((origin: string) => string | null) => {
	const byOrigin = Map.groupBy(followers, (uri) => new URL(uri).origin)
	const made = new Map<string, string>()
	return (origin) => {
		const there = byOrigin.get(origin)
		if (!there) return null
		const digest = made.get(origin) ?? followersDigest(there)
		made.set(origin, digest)
		return digest
	}
}
