import { deleteBlock, insertBlock, listBlocks } from "../../db/blocks.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { limits } from "../limits.ts"
import { normalDomain } from "../moderation/domains.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { Actor } from "./actor.ts"

/** One person's own decision: whom, or which server with all below it, they want to hear nothing of. */
export type BlockDeed = { person: Actor; whom: Actor | { domain: string } }

/**
 * Somebody here blocks a person, a group or a server: nothing of theirs is shown to them any more. It stays between them
 * and this server; nobody else is told.
 */
export const blockActor = async (
	world: World,
	tx: Transaction,
	{ person, whom }: BlockDeed,
): Promise<Result<string>> => {
	const blocked = readBlock(world, { person, whom })
	if (!blocked.ok) return blocked
	if ((await listBlocks(tx, person.id, limits.blocks)).length >= limits.blocks)
		return refused("forbidden", `At most ${limits.blocks} blocks.`)
	const { name, ...what } = blocked.value
	const row = { id: world.ports.newId(), actorId: person.id, ...what, createdAt: world.ports.now() }
	if (!(await insertBlock(tx, row))) return refused("too-late", "That is blocked already.")
	await write(world, tx, "block-placed", person, what)
	return done(name)
}

/** They want to hear of them again. */
export const unblockActor = async (
	world: World,
	tx: Transaction,
	{ person, whom }: BlockDeed,
): Promise<Result<string>> => {
	const blocked = readBlock(world, { person, whom })
	if (!blocked.ok) return blocked
	const { name, ...what } = blocked.value
	if (!(await deleteBlock(tx, person.id, what))) return refused("not-found", "That is not blocked.")
	await write(world, tx, "block-lifted", person, what)
	return done(name)
}

type What = { targetId: string | null; domain: string | null }

const readBlock = (world: World, { person, whom }: BlockDeed): Result<What & { name: string }> => {
	if ("id" in whom)
		return whom.id === person.id
			? refused("invalid", "Nobody blocks themselves.")
			: done({ targetId: whom.id, domain: null, name: whom.uri })
	const domain = normalDomain(whom.domain)
	if (!domain) return refused("invalid", `${whom.domain} is no domain like example.social.`)
	if (domain === world.origin.host) return refused("invalid", "That is this server itself.")
	return done({ targetId: null, domain, name: domain })
}

const write = (
	world: World,
	tx: Transaction,
	type: "block-placed" | "block-lifted",
	person: Actor,
	{ targetId, domain }: What,
) => record(tx, world.ports, { type, actorId: person.id, personId: targetId, facts: { domain } })
