import { updateActor } from "../../db/actors.ts"
import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findGroup, updateGroupRules } from "../../db/groups.ts"
import type { Heard } from "../events.ts"
import { limits } from "../limits.ts"
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
	welcome?: string
	joining?: string
	posting?: string
	language?: string
	form?: string
	boostsAnswers?: boolean
	indexed?: boolean
	hue?: number
}

type GroupDeed = { groupId: string; change: GroupChange; by: By; heard?: Heard }

/** Changes what a group says of itself and how people join and post. */
export const updateGroup = async (
	world: World,
	tx: Transaction,
	{ groupId, change, by, heard }: GroupDeed,
): Promise<Result<Group>> => {
	const [problem] = Object.values(problemsOf(change))
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

const described: readonly string[] = ["name", "about", "hue"] satisfies (keyof GroupChange)[]

/** How the group presents itself is its moderators' to say; how people join and post is its owners'. */
const deedOf = (change: GroupChange): Deed =>
	Object.keys(change).every((part) => described.includes(part)) ? "describe-group" : "update-group"

const isLanguage = (code: string): boolean => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/.test(code)

/** A sentence for each part of a change that cannot be. */
export const problemsOf = (change: GroupChange): Record<string, string> => {
	const { name, about, rules, welcome, joining, posting, language, form, hue } = change
	const problems = {
		name: name === undefined ? null : nameProblem(name),
		about: about === undefined ? null : aboutProblem(about),
		rules: rules && aboutProblem(rules) ? "The rules have at most 5000 characters." : null,
		welcome:
			welcome && welcome.length > limits.groupWelcome
				? "The words of welcome have at most 2000 characters."
				: null,
		joining: isOneOf(joinings, joining) ? null : `Joining is one of: ${joinings.join(", ")}.`,
		posting: isOneOf(postings, posting) ? null : `Posting is open to one of: ${postings.join(", ")}.`,
		language:
			language === undefined || isLanguage(language) ? null : "A language is a code like en, pt-BR or zh.",
		form: isOneOf(forms, form) ? null : `The form of new threads is one of: ${forms.join(", ")}.`,
		hue: hue === undefined || hues.includes(hue) ? null : `The hue is one of: ${hues.join(", ")}.`,
	}
	return Object.fromEntries(
		Object.entries(problems).filter((entry): entry is [string, string] => entry[1] !== null),
	)
}

const isOneOf = (all: readonly string[], one: string | undefined): boolean =>
	one === undefined || all.includes(one)
