import { findActor, updateActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { limits } from "../limits.ts"
import { actorOf, type By, mayDo } from "../moderation/by.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import type { Actor } from "./actor.ts"

/**
 * Somebody here, or a group, owns to another name, so that whoever has that name may move here (FEP-7628), or does so no
 * longer. Answers with all the names.
 */
export const changeAliases = async (
	world: World,
	tx: Transaction,
	{ actor, uri, add, by }: { actor: Actor; uri: string; add: boolean; by: By },
): Promise<Result<string[]>> => {
	const allowed = actor.kind === "group" ? await mayDo(tx, by, actor.id, "move-group") : done(undefined)
	if (!allowed.ok) return allowed
	const address = URL.parse(uri)
	if (!address || !/^https?:$/.test(address.protocol) || address.href.length > limits.idText)
		return refused("invalid", `${uri} is no address of an account.`)
	if (address.href === actor.uri) return refused("invalid", "That is its own address.")
	const names = (await findActor(tx, actor.id))?.alsoKnownAs ?? []
	if (names.includes(address.href) === add)
		return refused("too-late", add ? "That name is on the list already." : "That name is not on the list.")
	if (add && names.length >= limits.aliases)
		return refused("forbidden", `At most ${limits.aliases} other names.`)
	const alsoKnownAs = add ? [...names, address.href] : names.filter((name) => name !== address.href)
	await updateActor(tx, actor.id, { alsoKnownAs, updatedAt: world.ports.now() })
	const facts = { uri: address.href, added: add }
	if (actor.kind === "group")
		await record(tx, world.ports, {
			type: "group-updated",
			groupId: actor.id,
			actorId: actorOf(by),
			facts: { changed: ["aliases"] },
		})
	else await record(tx, world.ports, { type: "aliases-changed", actorId: actor.id, groupId: null, facts })
	return done(alsoKnownAs)
}
