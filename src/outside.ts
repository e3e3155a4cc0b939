import { findLocalActor } from "../db/actors.ts"
import { createLookUp, type LookUp, type NotFound } from "../federation/plumbing/look-up.ts"
import { createNetwork, type Network } from "../federation/plumbing/network.ts"
import { signingKeys } from "../federation/plumbing/signing-keys.ts"
import { newPurse, postAt } from "../federation/receive/found-post.ts"
import { normalUri } from "../federation/translate/reading.ts"
import type { Config } from "./config.ts"
import { limits } from "./limits.ts"
import type { Actor } from "./people/actor.ts"
import type { FoundPost } from "./quotes/quoted-at.ts"
import { installation } from "./version.ts"
import type { World } from "./world.ts"

/** The one way to other servers, under this server's name. */
export const openNetwork = ({ allowPrivateAddress, webOrigin }: Config): Network =>
	createNetwork({ allowPrivateAddress, userAgent: `Snug/${installation.version} (+${webOrigin.origin}/)` })

/** Reads a post that is for everyone, and who wrote it, by its own address or that of its page; bounded. */
export const postElsewhere = async (world: World, lookUp: LookUp, address: string): Promise<FoundPost> => {
	const uri = normalUri(address)
	if (!uri) return { reason: "that is no address of a post" }
	const bounded = lookUp.within(limits.quoteRequests, limits.quoteTime)
	const answer = await bounded.document(uri)
	const id = answer.state === "unfit" ? answer.id : null
	if (answer.state !== "found" && !id) return answer
	const found = await postAt({ world, lookUp: bounded }, id ?? uri, newPurse(world, 1))
	if (!("skip" in found)) return { uri: found.draft.uri, author: found.author }
	return { reason: found.skip, hidden: found.hidden === true }
}

/** The same for the command, which looks up by itself. */
export const lookUpPost = async (world: World, address: string): Promise<FoundPost> => {
	const own = await findLocalActor(world.db, "server")
	return postElsewhere(
		world,
		createLookUp(world, () => signingKeys(world)(own!.id)),
		address,
	)
}

/** Asks another server who somebody is, signed by this one. */
export const lookUp = async (world: World, name: string): Promise<Actor | NotFound> => {
	const own = await findLocalActor(world.db, "server")
	return createLookUp(world, () => signingKeys(world)(own!.id)).handle(name)
}
