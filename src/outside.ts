import { findLocalActor } from "../db/actors.ts"
import { createLookUp, type NotFound } from "../federation/plumbing/look-up.ts"
import { createNetwork, type Network } from "../federation/plumbing/network.ts"
import { signingKeys } from "../federation/plumbing/signing-keys.ts"
import type { Config } from "./config.ts"
import type { Actor } from "./people/actor.ts"
import { installation } from "./version.ts"
import type { World } from "./world.ts"

/** The one way to other servers, under this server's name. */
export const openNetwork = ({ allowPrivateAddress, webOrigin }: Config): Network =>
	createNetwork({ allowPrivateAddress, userAgent: `Snug/${installation.version} (+${webOrigin.origin}/)` })

/** Asks another server who somebody is, signed by this one. */
export const lookUp = async (world: World, name: string): Promise<Actor | NotFound> => {
	const own = await findLocalActor(world.db, "server")
	return createLookUp(world, () => signingKeys(world)(own!.id)).handle(name)
}
