import { findAcquaintance, findStrangers, findTurn } from "../../db/arrivals.ts"
import { personStanding } from "../../db/borders/standing.ts"
import type { Transaction } from "../../db/connect.ts"
import { findBan, findMember } from "../../db/members.ts"
import { filtersFor } from "../../db/moderation.ts"
import { findPause } from "../../db/pauses.ts"
import { findPolicies, type Policies } from "../../db/policies.ts"
import { findPoll } from "../../db/polls.ts"
import { findShare } from "../../db/posts.ts"
import type { Group } from "../groups/group.ts"
import { banHolds } from "../groups/member.ts"
import { limits } from "../limits.ts"
import type { Actor } from "../people/actor.ts"
import { plainText } from "../posts/markup.ts"
import type { PollDraft } from "../posts/poll.ts"
import type { Post } from "../posts/post.ts"
import { isStranger } from "./policy/arrivals.ts"
import { bound } from "./policy/bound.ts"
import { morningAfter } from "./policy/morning.ts"
import { matchedIn } from "./policy/patterns.ts"
import { readContents } from "./policy/read-contents.ts"
import { noBounds, noRules, type Rules } from "./policy/rules.ts"
import { decide, type Submission, type Verdict } from "./policy.ts"

type Words = Pick<
	Post,
	"audience" | "title" | "html" | "contentWarning" | "attachments" | "threadId" | "id"
> & {
	kind?: Post["kind"]
	language?: string | null
	/** What it lets people choose from, where that is not kept yet. */
	poll?: Pick<PollDraft, "options"> | null
}

export type Judging = {
	group: Group
	author: Actor
	post: Words
	now: Date
	/** How it comes; new, unless something else is said. */
	coming?: Submission["coming"]
}

/** What a group's policy says of a post at this moment: gathers what the rules need to know, and asks them. */
export const judgePost = async (tx: Transaction, judging: Judging): Promise<Verdict> => {
	const { group } = judging
	const policies = await policiesOf(tx, group)
	const { posting, rules } = bound({ posting: group.posting, rules: policies.rules }, policies.bounds)
	const words = await filtersFor(tx, group.id)
	const patterns = words.filter(({ pattern }) => pattern).map(({ word }) => word)
	const policy = { visibility: group.visibility, posting, words, rules }
	const submission = await submissionOf(tx, judging, rules, patterns)
	const verdict = decide(policy, submission)
	const came = { ...verdict, ...strangeness(rules, submission) }
	return came.verdict === "accept" || policies.version === 0 ? came : { ...came, policy: policies.version }
}

/** How a post by a stranger counts, where strangers are counted. */
const strangeness = (
	{ flood }: Rules,
	{ coming, author, lately, now }: Submission,
): Pick<Verdict, "stranger"> => {
	if (!flood || coming !== "new" || !isStranger(author, now)) return {}
	if (lately.wave) return { stranger: "wave" }
	return { stranger: lately.strangers >= flood.strangers ? "first" : "alone" }
}

/** A group elsewhere has rules of its own, which its server applies. */
const policiesOf = async (tx: Transaction, group: Group): Promise<Policies> =>
	group.local ? findPolicies(tx, group.id) : { version: 0, rules: noRules, bounds: noBounds }

const submissionOf = async (
	tx: Transaction,
	{ group, author, post, now, coming = "new" }: Judging,
	rules: Rules,
	patterns: string[],
): Promise<Submission> => {
	const thread = post.threadId === post.id ? null : await findShare(tx, group.id, post.threadId)
	const poll = post.poll ?? (post.kind === "question" ? await findPoll(tx, post.id) : null)
	const text = [textOf(post), ...(poll?.options ?? []).map((option) => option.text)].join("\n")
	return {
		coming,
		audience: post.audience,
		text,
		matched: matchedIn(text, patterns),
		answers: thread !== null,
		// A group elsewhere judges what other servers bring it, and lets its moderators answer, whom we do not know.
		threadLocked: thread !== null && thread.lockedAt !== null && (group.local || author.local),
		...readContents(post, { group, author }),
		language: post.language ?? null,
		author: await standingOf(tx, { group, author, now }, rules),
		lately: await latelyIn(tx, { group, author, post, now }, rules),
		now,
	}
}

const textOf = ({ title, contentWarning, html, attachments }: Words): string =>
	[title, contentWarning, plainText(html), ...attachments.map(({ alt }) => alt)].filter(Boolean).join("\n")

type About = Pick<Judging, "group" | "author" | "now">

const standingOf = async (
	tx: Transaction,
	{ group, author, now }: About,
	rules: Rules,
): Promise<Submission["author"]> => {
	const member = await findMember(tx, group.id, author.id)
	const ban = await findBan(tx, group.id, author.id)
	const { severity: domain } = await personStanding(tx, author, group.id)
	const asks =
		rules.newcomers.posts > 0 || rules.newcomers.days > 0 || !rules.links.newcomers || rules.flood !== null
	const known = asks
		? await findAcquaintance(tx, group.id, author.id, limits.newcomersPosts)
		: { trusted: false, since: member?.joinedAt ?? null, taken: 0 }
	const pause = await findPause(tx, group.id, author.id)
	const paused = pause !== null && pause.until > now
	// What a group elsewhere shares by people of other servers it takes, whom we heard it ban later; not what it took out.
	const theirs = !group.local && !author.local && !ban?.withPosts
	const barred = { banned: !theirs && banHolds(ban, now), paused }
	return { role: member?.role ?? null, ...barred, local: author.local, domain, ...known }
}

const minute = 60_000

/** What happened in the group just now, as far as its rules ask for it. */
const latelyIn = async (
	tx: Transaction,
	{ group, author, post, now }: About & { post: Words },
	{ flood, slow, quiet }: Rules,
): Promise<Submission["lately"]> => {
	const before = (span: number) => new Date(now.getTime() - span)
	const strangers = flood
		? await findStrangers(tx, group.id, {
				since: before(flood.minutes * minute),
				waveSince: before(limits.waveEnds),
				most: flood.strangers,
			})
		: { strangers: 0, wave: false }
	const authorId = slow?.whose === "each" ? author.id : null
	const turn = slow ? await findTurn(tx, group.id, { authorId, but: post.id }) : null
	return { ...strangers, turn, morning: morningAfter(quiet, now) }
}
