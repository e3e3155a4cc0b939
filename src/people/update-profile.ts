import { lockAccount, updateAccount } from "../../db/accounts.ts"
import { findActor, updateActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { groupsSpokenIn } from "../../db/profiles.ts"
import { renderMarkdown } from "../posts/markup.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import { type Profile, type ProfileField, profileProblem } from "./profile.ts"

export type ProfileWish = Profile & { actorId: string; groupsShown: "members" | "anyone" }

/**
 * Somebody says something else of themselves. Servers that have read them in a group here hear it. A line that stays as it
 * was stays verified.
 */
export const updateProfile = async (
	world: World,
	tx: Transaction,
	{ actorId, name, about, fields, groupsShown }: ProfileWish,
): Promise<Result> => {
	const problem = profileProblem({ name, about, fields })
	if (problem) return refused("invalid", problem)
	const account = await lockAccount(tx, actorId)
	if (!account) return refused("not-found", "There is no such account.")
	const verifiedAt = (field: { name: string; value: string }): string | null =>
		account.fields.find((known) => known.value === field.value)?.verifiedAt ?? null
	const lines = fields.map((field) => ({ ...field, verifiedAt: verifiedAt(field) }))
	await updateAccount(tx, actorId, { about, fields: lines, groupsShown })
	await tellProfile(world, tx, actorId, { name: name.trim(), summary: renderMarkdown(about) })
	return done(undefined)
}

/** The pages behind some lines were looked at: these link back. Lines that have changed meanwhile are left as they are. */
export const keepVerified = async (
	world: World,
	tx: Transaction,
	{ actorId, looked, back }: { actorId: string; looked: string[]; back: string[] },
): Promise<Result> => {
	const account = await lockAccount(tx, actorId)
	if (!account) return refused("not-found", "There is no such account.")
	const now = world.ports.now().toISOString()
	const fields: ProfileField[] = account.fields.map((field) =>
		looked.includes(field.value)
			? { ...field, verifiedAt: back.includes(field.value) ? (field.verifiedAt ?? now) : null }
			: field,
	)
	if (JSON.stringify(fields) === JSON.stringify(account.fields)) return done(undefined)
	await updateAccount(tx, actorId, { fields })
	await tellProfile(world, tx, actorId, {})
	return done(undefined)
}

/** Servers that have read somebody in a group here hear that they say something else of themselves. */
export const tellProfile = async (
	world: World,
	tx: Transaction,
	actorId: string,
	change: { name?: string; summary?: string },
): Promise<void> => {
	// Documents are told apart by when they were changed, so no two changes are of the same moment.
	const before = (await findActor(tx, actorId))?.updatedAt.getTime() ?? 0
	const updatedAt = new Date(Math.max(world.ports.now().getTime(), before + 1))
	await updateActor(tx, actorId, { ...change, updatedAt })
	const event = { type: "profile-changed", actorId, personId: actorId } as const
	await record(tx, world.ports, { ...event, groupId: null })
	for (const groupId of await groupsSpokenIn(tx, actorId))
		await record(tx, world.ports, { ...event, groupId })
}
