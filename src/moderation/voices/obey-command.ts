import { findActor } from "../../../db/actors.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { findGroup } from "../../../db/groups.ts"
import { rememberGone } from "../../../db/inbox.ts"
import { findShares } from "../../../db/posts.ts"
import type { Group } from "../../groups/group.ts"
import { type Actor, handleOf } from "../../people/actor.ts"
import { ownWords } from "../../posts/markup.ts"
import type { Post } from "../../posts/post.ts"
import type { World } from "../../world.ts"
import { mayDo } from "../by.ts"
import { type Asking, looksLikeCommand, readCommand } from "./command.ts"
import { type About, enactCommand } from "./enact-command.ts"
import type { Answer } from "./voice-events.ts"

export type Said = {
	author: Actor
	/** What they wrote, before it has a place here. */
	words: { uri: string; html: string; language: string | null; inReplyTo: string | null }
	parent: Post | null
	addressed: Group[]
}

export type Obeyed = { group: Group; answer: Answer }

/**
 * What somebody asks of the groups they look after by what they wrote: then it is not a post, whoever sends it. Null for
 * words like any other, and for whoever looks after no group that it could be meant for.
 */
export const commandOf = async (tx: Transaction, said: Said): Promise<Commanded | null> => {
	const text = ownWords(said.words.html)
	if (!looksLikeCommand(text)) return null
	const asking = readCommand(text)
	const groups = asking ? await groupsMeant(tx, said) : []
	// A conversation may begin with any word; only what the group knows was meant for it.
	if (!asking || groups.length === 0 || (asking.verb === null && !isAnswer(said))) return null
	return { asking, groups }
}

type Commanded = { asking: NonNullable<Asking>; groups: Group[] }

const isAnswer = ({ words, parent }: Said): boolean => parent !== null || words.inReplyTo !== null

/** The groups of this server that hold what is answered, or else are addressed, and that the author looks after; of those, the ones named. */
const groupsMeant = async (tx: Transaction, { author, parent, addressed }: Said): Promise<Group[]> => {
	const holding = parent ? (await findShares(tx, parent.id)).map(({ groupId }) => groupId) : []
	const named = addressed.map(({ id }) => id)
	const groups: Group[] = []
	for (const id of (parent ? holding : named).toSorted()) {
		const group = await findGroup(tx, id)
		if (!group?.local || group.goneAt) continue
		if ((await mayDo(tx, { actorId: author.id }, id, "see-desk")).ok) groups.push(group)
	}
	// Answers name whom the post named, so a group of somebody else may be the only one that is.
	const both = groups.filter(({ id }) => named.includes(id))
	return both.length > 0 ? both : groups
}

/**
 * Does what a moderator asks for by an answer, by the same commands as the desk, and tells them what came of it. What they
 * wrote is remembered as gone: it is not kept, shown or shared, and counts once.
 */
export const obeyCommand = async (
	world: World,
	tx: Transaction,
	{ author, words, parent }: Said,
	{ asking, groups }: Commanded,
): Promise<Obeyed[]> => {
	const subject = parent ? await findActor(tx, parent.authorId) : null
	const obeyed: Obeyed[] = []
	for (const group of groups) {
		const answer = await answerTo(world, tx, asking, { group, author, parent, subject })
		obeyed.push({ group, answer })
		if (author.local) continue
		await record(tx, world.ports, {
			type: "group-answered",
			groupId: group.id,
			personId: author.id,
			postId: parent?.id ?? null,
			facts: { answer, language: words.language },
		})
	}
	// Somebody here still has the words before them, and may correct what was not understood.
	if (!author.local || obeyed.some(({ answer }) => answer.says === "done"))
		await rememberGone(tx, words.uri, author.uri)
	return obeyed
}

const answerTo = async (
	world: World,
	tx: Transaction,
	asking: NonNullable<Asking>,
	{
		group,
		author,
		parent,
		subject,
	}: Omit<About, "parent" | "subject"> & { parent: Post | null; subject: Actor | null },
): Promise<Answer> => {
	if (asking.verb === null || asking.verb === "help")
		return { says: "help", reason: asking.verb === null ? asking.reason : null }
	if (!parent || !subject) return { says: "help", reason: "Answer the post that it is about." }
	const result = await enactCommand(world, tx, asking.verb, asking, { group, author, parent, subject })
	if (!result.ok) return { says: "refused", reason: result.reason }
	return { says: "done", verb: asking.verb, person: handleOf(subject), until: result.value }
}
