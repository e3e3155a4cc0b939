import type { Config } from "../config.ts"
import type { Actor } from "../people/actor.ts"
import type { Ports } from "../ports.ts"
import type { FoundPost } from "../quotes/quoted-at.ts"
import type { World } from "../world.ts"

/** What the command's verbs need of other servers; main hands it to them, so that they import nothing of it. */
export type Tools = {
	/** Serves until it is told to stop; resolves with the exit code. */
	start(config: Config): Promise<number>
	openNetwork(config: Config): { fetch: Ports["fetch"]; close(): Promise<void> }
	/** Asks another server who `@name@host` or an address is, and keeps what it says. */
	lookUp(world: World, name: string): Promise<Actor | { reason: string }>
	/** Reads a post on another server by its address, or its page's, and keeps who wrote it. */
	lookUpPost(world: World, address: string): Promise<FoundPost>
}

/** Runs a verb on the database of the server, whether the server runs or not, and tells a running one what changed. */
export type WithWorld = <T>(work: (world: World) => Promise<T>) => Promise<T>
