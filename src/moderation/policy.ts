import type { Posting } from "../groups/group.ts"
import { atLeast, type Role } from "../groups/member.ts"
import type { Audience } from "../posts/post.ts"
import { flood, newcomer, newcomersLinks } from "./policy/arrivals.ts"
import {
	language,
	linksElsewhere,
	manyLinks,
	manyMentions,
	mediaDescribed,
	mediaFrom,
} from "./policy/contents.ts"
import type { Rules } from "./policy/rules.ts"
import { hold, refuse } from "./policy/saying.ts"
import { turns } from "./policy/turns.ts"
import { heldWord, refusedWord } from "./policy/words.ts"

/** A word or phrase in lower case, or a pattern (RE2), and what becomes of posts that hold it. */
export type Word = { word: string; effect: "hold" | "refuse"; pattern: boolean }

/** A group's rules that a machine can read. */
export type Policy = {
	visibility: "public" | "private"
	posting: Posting
	words: readonly Word[]
	rules: Rules
}

/** What a machine needs to know of a post and its author to apply them. */
export type Submission = {
	/**
	 * How it comes: from its author, as something found beside an answer, as new words of what is here, or as what another
	 * group shares. Rules of who may come, and when, are for what is new.
	 */
	coming: "new" | "found" | "edited" | "carried"
	audience: Audience
	/** All that is written in it, without markup. */
	text: string
	/** The patterns on the group's list that fit its text. */
	matched: readonly string[]
	/** Whether it answers something in the group. */
	answers: boolean
	/** Whether it answers in a thread that a moderator has closed. */
	threadLocked: boolean
	/** The hosts that its links lead to, one for each link; whom it names is no link. And all hosts that anything in it leads to. */
	links: readonly string[]
	hosts: readonly string[]
	/** How many people it names, the group apart. */
	mentions: number
	files: { all: number; undescribed: number }
	language: string | null
	author: {
		role: Role | null
		banned: boolean
		/** Asked to write nothing for a time. */
		paused: boolean
		local: boolean
		domain: "block" | "limit" | null
		/** A moderator let them in. */
		trusted: boolean
		/** Since when they belong to the group, or have had a post taken. */
		since: Date | null
		/** How many posts of theirs were taken, as far as anybody counts. */
		taken: number
	}
	lately: {
		/** How many posts by strangers came in the span of the group's rule, as far as it counts. */
		strangers: number
		/** A wave is going on. */
		wave: boolean
		/** When whoever the pace is of had their last turn, or will have it. */
		turn: Date | null
		/** When the group wakes, if it sleeps. */
		morning: Date | null
	}
	now: Date
}

/** `until`: it comes in by itself then; `policy`: the version of the group's rules that said so, null for none. */
type Said = { rule: string; reason: string; policy?: number }
/** Of a stranger, where the group looks out for waves of them: alone, the first of a wave, or in the midst of one. */
type Came = { stranger?: "alone" | "first" | "wave" }
export type Verdict =
	| ({ verdict: "accept" } & Came)
	| ({ verdict: "hold"; until?: Date } & Said & Came)
	| ({ verdict: "refuse" } & Said & Came)

export type Rule = (policy: Policy, submission: Submission) => Verdict | null

const blockedDomain: Rule = (_, { author }) =>
	author.domain === "block" ? refuse("blocked-domain", "Posts from that server are not taken here.") : null

const bannedAuthor: Rule = (_, { author }) =>
	author.banned ? refuse("banned-author", "The author is banned from this group.") : null

/** A post its author did not make public must not become so by being shared. */
const notForEveryone: Rule = ({ visibility }, { audience }) =>
	visibility === "public" && audience !== "public"
		? refuse("not-public", "The post is not public, and this group shares with everyone.")
		: null

const mayPost: Rule = ({ posting, rules }, { author, answers, coming }) => {
	if (coming === "carried") return null
	const who = answers && rules.answering !== "same" ? rules.answering : posting
	if (who === "anyone" || atLeast(author.role, least[who])) return null
	return answers && rules.answering !== "same"
		? refuse(`${who}-answer`, noAnswer[who])
		: refuse(`${who}-post`, noPost[who])
}

const least = { followers: "follower", members: "member", moderators: "moderator" } as const
const noPost = {
	followers: "Only people who follow the group post here.",
	members: "Only members of the group post here.",
	moderators: "Only moderators post in this group.",
} as const
const noAnswer = {
	followers: "Only people who follow the group answer here.",
	members: "Only members of the group answer here.",
	moderators: "Only moderators answer in this group.",
} as const

const lockedThread: Rule = (_, { threadLocked, author }) =>
	threadLocked && !atLeast(author.role, "moderator")
		? refuse("locked-thread", "The conversation is closed; no more answers are taken.")
		: null

const pausedAuthor: Rule = (_, { author }) =>
	author.paused && !atLeast(author.role, "moderator")
		? refuse(
				"paused-author",
				"A moderator asked the author to write nothing here for a while. It ends by itself.",
			)
		: null

const limitedDomain: Rule = (_, { author }) =>
	author.domain === "limit" ? hold("limited-domain", "Posts from that server are looked at first.") : null

const rules: readonly Rule[] = [
	blockedDomain,
	bannedAuthor,
	pausedAuthor,
	notForEveryone,
	mayPost,
	lockedThread,
	refusedWord,
	linksElsewhere,
	mediaFrom,
	limitedDomain,
	flood,
	heldWord,
	manyLinks,
	mediaDescribed,
	manyMentions,
	language,
	newcomersLinks,
	newcomer,
	turns,
]

/** What becomes of a post: the first rule that speaks decides; where none does, the post is accepted. */
export const decide = (policy: Policy, submission: Submission): Verdict => {
	for (const rule of rules) {
		const verdict = rule(policy, submission)
		if (verdict) return verdict
	}
	return { verdict: "accept" }
}
