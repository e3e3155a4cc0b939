import { findLocalActor } from "../db/actors.ts"
import { createLookUp, type NotFound } from "../federation/plumbing/look-up.ts"
import { createNetwork, type Network } from "../federation/plumbing/network.ts"
import { signingKeys } from "../federation/plumbing/signing-keys.ts"
import { newPurse, postAt } from "../federation/receive/found-post.ts"
import { normalUri } from "../federation/translate/reading.ts"
import type { FoundPost } from "./cli/tools.ts"
import type { Config } from "./config.ts"
import type { Actor } from "./people/actor.ts"
import { installation } from "./version.ts"
import type { World } from "./world.ts"

/** The one way to other servers, under this server's name. */
export const openNetwork = ({ allowPrivateAddress, webOrigin }: Config): Network =>
	createNetwork({ allowPrivateAddress, userAgent: `Snug/${installation.version} (+${webOrigin.origin}/)` })

/** Reads a post that is for everyone, and who wrote it, by its own address or that of its page. */
export const lookUpPost = async (world: World, address: string): Promise<FoundPost | { reason: string }> => {
	const own = await findLocalActor(world.db, "server")
	const lookUp = createLookUp(world, () => signingKeys(world)(own!.id))
	const uri = normalUri(address)
	if (!uri) return { reason: "that is no address of a post" }
	const answer = await lookUp.document(uri)
	const id = answer.state === "unfit" ? answer.id : null
	if (answer.state !== "found" && !id) return answer
	const found = await postAt({ world, lookUp }, id ?? uri, newPurse(world, 1))
	return "skip" in found ? { reason: found.skip } : { uri: found.draft.uri, author: found.author }
}

/** Asks another server who somebody is, signed by this one. */
export const lookUp = async (world: World, name: string): Promise<Actor | NotFound> => {
	const own = await findLocalActor(world.db, "server")
	return createLookUp(world, () => signingKeys(world)(own!.id)).handle(name)
}
