import { getLogger } from "@logtape/logtape"
import { findActor } from "../db/actors.ts"
import { followersHere } from "../db/hosts.ts"
import { mendFollows } from "../src/groups/mend-follows.ts"
import { limits } from "../src/limits.ts"
import type { Actor } from "../src/people/actor.ts"
import type { World } from "../src/world.ts"
import { followersDigest, readSynchronization, type Synchronization } from "./followers-digest.ts"
import { Recent } from "./plumbing/cache.ts"
import type { LookUp } from "./plumbing/look-up.ts"
import type { RemoteKey } from "./plumbing/remote-keys.ts"
import { idOf, listOf, sameOrigin } from "./translate/reading.ts"

const log = getLogger(["snug", "followers"])

/**
 * Hears what groups elsewhere say of who follows them from here, and where that differs from what is known here, asks
 * them and mends it (FEP-8fcf). Nothing is lost when this fails: the group says it again.
 */
export const synchronizer = (
	world: World,
	lookUp: LookUp,
): ((signer: Pick<RemoteKey, "ownerId" | "ownerUri">, header: string) => void) => {
	const asked = new Recent<true>(limits.collectionsAsked, world.ports.now)
	return (signer, header) => {
		const said = readSynchronization(header)
		if (!said || asked.get(said.collectionId)) return
		synchronize(world, lookUp, signer.ownerId, said, () =>
			asked.set(said.collectionId, true, limits.followersPause),
		).catch((error: unknown) => log.warn("Followers of {uri}: {error}", { uri: signer.ownerUri, error }))
	}
}

const synchronize = async (
	world: World,
	lookUp: LookUp,
	groupId: string,
	said: Synchronization,
	asking: () => void,
): Promise<void> => {
	const group = await findActor(world.db, groupId)
	if (!group || !isItsOwn(group, said)) return
	const here = await followersHere(world.db, group.id)
	if (followersDigest(here.filter(({ accepted }) => accepted).map(({ uri }) => uri)) === said.digest) return
	asking()
	const answer = await lookUp.document(said.url)
	if (answer.state !== "found") return
	const { items, orderedItems } = answer.document
	const listed = listOf(orderedItems ?? items)
	if (listed.length > limits.followersListed || answer.document.first !== undefined) return
	const uris = listed.flatMap((one) => idOf(one) ?? [])
	const mended = await world.db.transaction((tx) =>
		mendFollows(world, tx, {
			groupId: group.id,
			listed: uris.filter((uri) => URL.canParse(uri) && sameOrigin(uri, world.origin.href)),
		}),
	)
	world.wake()
	if (mended > 0) log.info("Follows of {uri} mended: {mended}", { uri: group.uri, mended })
}

/** A group speaks of its own followers collection, and from its own server. */
const isItsOwn = (group: Actor, { collectionId, url }: Synchronization): boolean =>
	group.kind === "group" &&
	!group.local &&
	group.followers === collectionId &&
	sameOrigin(collectionId, group.uri) &&
	URL.canParse(url) &&
	sameOrigin(url, group.uri)
