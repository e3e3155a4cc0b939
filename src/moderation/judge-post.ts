import { personStanding } from "../../db/borders/standing.ts"
import type { Transaction } from "../../db/connect.ts"
import { findBan, findMember } from "../../db/members.ts"
import { filtersFor } from "../../db/moderation.ts"
import { findPause } from "../../db/pauses.ts"
import { findPoll } from "../../db/polls.ts"
import { findShare } from "../../db/posts.ts"
import type { Group } from "../groups/group.ts"
import { banHolds } from "../groups/member.ts"
import type { Actor } from "../people/actor.ts"
import { plainText } from "../posts/markup.ts"
import type { PollDraft } from "../posts/poll.ts"
import type { Post } from "../posts/post.ts"
import { decide, type Submission, type Verdict } from "./policy.ts"

type Words = Pick<
	Post,
	"audience" | "title" | "html" | "contentWarning" | "attachments" | "threadId" | "id"
> & {
	kind?: Post["kind"]
	/** What it lets people choose from, where that is not kept yet. */
	poll?: Pick<PollDraft, "options"> | null
}

/** What a group's policy says of a post at this moment: gathers what the rules need to know, and asks them. */
export const judgePost = async (
	tx: Transaction,
	{ group, author, post, now }: { group: Group; author: Actor; post: Words; now: Date },
): Promise<Verdict> => {
	const thread = post.threadId === post.id ? null : await findShare(tx, group.id, post.threadId)
	const poll = post.poll ?? (post.kind === "question" ? await findPoll(tx, post.id) : null)
	return decide(
		{ visibility: group.visibility, posting: group.posting, words: await filtersFor(tx, group.id) },
		{
			audience: post.audience,
			text: [textOf(post), ...(poll?.options ?? []).map((option) => option.text)].join("\n"),
			// A group elsewhere judges what other servers bring it, and lets its moderators answer, whom we do not know.
			threadLocked: thread !== null && thread.lockedAt !== null && (group.local || author.local),
			author: await standingOf(tx, group, author, now),
		},
	)
}

const textOf = ({ title, contentWarning, html, attachments }: Words): string =>
	[title, contentWarning, plainText(html), ...attachments.map(({ alt }) => alt)].filter(Boolean).join("\n")

const standingOf = async (
	tx: Transaction,
	group: Group,
	person: Actor,
	now: Date,
): Promise<Submission["author"]> => {
	const member = await findMember(tx, group.id, person.id)
	const ban = await findBan(tx, group.id, person.id)
	const { severity: domain } = await personStanding(tx, person, group.id)
	const pause = await findPause(tx, group.id, person.id)
	const paused = pause !== null && pause.until > now
	return { role: member?.role ?? null, banned: banHolds(ban, now), paused, local: person.local, domain }
}
