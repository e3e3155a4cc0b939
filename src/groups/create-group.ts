import { findLocalActor, insertLocalActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { insertGroup } from "../../db/groups.ts"
import { upsertMember } from "../../db/members.ts"
import { handleProblem } from "../people/actor.ts"
import { newKeys } from "../people/keys.ts"
import { localActor } from "../people/local-actor.ts"
import { renderMarkdown } from "../posts/markup.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { aboutProblem, type Group, hues, nameProblem } from "./group.ts"

export type GroupWish = { handle: string; name: string; about?: string; ownerId: string | null }

/** Opens a group: an actor with its own keys, and its owner as the first to belong. */
export const createGroup = async (world: World, wish: GroupWish): Promise<Result<Group>> => {
	const making = await beginGroup(world, wish)
	return making.ok ? world.db.transaction((tx) => making.value(tx, wish.ownerId)) : making
}

/** The slow part of opening a group, before the transaction that the answer runs in. */
export const beginGroup = async (
	world: World,
	wish: Omit<GroupWish, "ownerId">,
): Promise<Result<(tx: Transaction, ownerId: string | null) => Promise<Result<Group>>>> => {
	const handle = wish.handle.trim().replace(/^[@!]/, "").toLowerCase()
	const about = wish.about?.trim() ?? ""
	const problem = handleProblem(handle) ?? nameProblem(wish.name) ?? aboutProblem(about)
	if (problem) return refused("invalid", problem)
	const id = world.ports.newId()
	const keys = await newKeys(world.secretKey, id)
	const actor = {
		...localActor(world, { id, kind: "group", handle, name: wish.name.trim() }),
		summary: renderMarkdown(about),
	}
	const rules = { ...firstRules, about, hue: hueFor(handle) }
	return done(async (tx, ownerId) => {
		if (await findLocalActor(tx, handle)) return refused("taken", `The handle ${handle} is taken.`)
		await insertLocalActor(tx, actor, keys)
		await insertGroup(tx, { actorId: id, ...rules })
		if (ownerId)
			await upsertMember(tx, { groupId: id, actorId: ownerId, role: "owner", joinedAt: world.ports.now() })
		await record(tx, world.ports, { type: "group-created", groupId: id, actorId: ownerId })
		return done({ ...actor, ...rules })
	})
}

const firstRules = {
	visibility: "public",
	joining: "open",
	posting: "followers",
	rules: "",
	language: "en",
	form: "note",
	boostsAnswers: false,
} as const

const hueFor = (handle: string): number =>
	hues[[...handle].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7) % hues.length]!
