import { updateActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup, updateGroupRules } from "../../db/groups.ts"
import type { Heard } from "../events.ts"
import { actorOf, type By, mayDo } from "../moderation/by.ts"
import type { Deed } from "../moderation/permission.ts"
import { renderMarkdown } from "../posts/markup.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"
import {
	aboutProblem,
	type Form,
	forms,
	type Group,
	hues,
	type Joining,
	joinings,
	nameProblem,
	type Posting,
	postings,
} from "./group.ts"

export type GroupChange = {
	name?: string
	about?: string
	rules?: string
	joining?: string
	posting?: string
	language?: string
	form?: string
	boostsAnswers?: boolean
	hue?: number
}

type GroupDeed = { groupId: string; change: GroupChange; by: By; heard?: Heard }

/** Changes what a group says of itself and how people join and post. */
export const updateGroup = async (
	world: World,
	tx: Transaction,
	{ groupId, change, by, heard }: GroupDeed,
): Promise<Result<Group>> => {
	const problem = problemOf(change)
	if (problem) return refused("invalid", problem)
	const allowed = await mayDo(tx, by, groupId, deedOf(change))
	if (!allowed.ok) return allowed
	const { name, about, ...rules } = change
	await updateActor(tx, groupId, {
		updatedAt: world.ports.now(),
		...(name !== undefined && { name: name.trim() }),
		...(about !== undefined && { summary: renderMarkdown(about) }),
	})
	await updateGroupRules(tx, groupId, {
		...(rules as { joining?: Joining; posting?: Posting; form?: Form }),
		...(about !== undefined && { about }),
	})
	const facts = { changed: Object.keys(change), ...heard }
	await record(tx, world.ports, { type: "group-updated", groupId, actorId: actorOf(by), facts })
	const group = await findGroup(tx, groupId)
	return group ? done(group) : refused("not-found", "There is no such group.")
}

/** What the group says of itself is its moderators' to write; how people join and post is its owners'. */
const deedOf = (change: GroupChange): Deed =>
	Object.keys(change).every((part) => part === "name" || part === "about") ? "describe-group" : "update-group"

const problemOf = (change: GroupChange): string | null => {
	if (change.name !== undefined && nameProblem(change.name)) return nameProblem(change.name)
	if (change.about !== undefined && aboutProblem(change.about)) return aboutProblem(change.about)
	if (change.rules !== undefined && aboutProblem(change.rules))
		return "The rules have at most 5000 characters."
	if (change.joining !== undefined && !joinings.includes(change.joining as Joining))
		return `Joining is one of: ${joinings.join(", ")}.`
	if (change.posting !== undefined && !postings.includes(change.posting as Posting))
		return `Posting is open to one of: ${postings.join(", ")}.`
	if (change.language !== undefined && !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(change.language))
		return "A language is a code like en, pt-BR or zh."
	if (change.form !== undefined && !forms.includes(change.form as Form))
		return `The form of new threads is one of: ${forms.join(", ")}.`
	if (change.hue !== undefined && !hues.includes(change.hue)) return `The hue is one of: ${hues.join(", ")}.`
	return null
}
