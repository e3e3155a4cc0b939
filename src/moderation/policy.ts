import type { Posting } from "../groups/group.ts"
import { atLeast, type Role } from "../groups/member.ts"
import type { Audience } from "../posts/post.ts"

/** A word or phrase, in lower case, and what becomes of posts that hold it. */
export type Word = { word: string; effect: "hold" | "refuse" }

/** A group's rules that a machine can read. */
export type Policy = {
	visibility: "public" | "private"
	posting: Posting
	words: readonly Word[]
}

/** What a machine needs to know of a post and its author to apply them. */
export type Submission = {
	audience: Audience
	/** All that is written in it, without markup. */
	text: string
	/** Whether it answers in a thread that a moderator has closed. */
	threadLocked: boolean
	author: {
		role: Role | null
		banned: boolean
		/** Asked to write nothing for a time. */
		paused: boolean
		local: boolean
		domain: "block" | "limit" | null
	}
}

export type Verdict =
	| { verdict: "accept" }
	| { verdict: "hold"; rule: string; reason: string }
	| { verdict: "refuse"; rule: string; reason: string }

type Rule = (policy: Policy, submission: Submission) => Verdict | null

const refuse = (rule: string, reason: string): Verdict => ({ verdict: "refuse", rule, reason })
const hold = (rule: string, reason: string): Verdict => ({ verdict: "hold", rule, reason })

const blockedDomain: Rule = (_, { author }) =>
	author.domain === "block" ? refuse("blocked-domain", "Posts from that server are not taken here.") : null

const bannedAuthor: Rule = (_, { author }) =>
	author.banned ? refuse("banned-author", "The author is banned from this group.") : null

/** A post its author did not make public must not become so by being shared. */
const notForEveryone: Rule = ({ visibility }, { audience }) =>
	visibility === "public" && audience !== "public"
		? refuse("not-public", "The post is not public, and this group shares with everyone.")
		: null

const mayPost: Rule = ({ posting }, { author }) => {
	if (posting === "anyone") return null
	if (posting === "followers")
		return author.role === null
			? refuse("followers-post", "Only people who follow the group post here.")
			: null
	if (posting === "members")
		return atLeast(author.role, "member")
			? null
			: refuse("members-post", "Only members of the group post here.")
	return atLeast(author.role, "moderator")
		? null
		: refuse("moderators-post", "Only moderators post in this group.")
}

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

const filtered =
	(effect: Word["effect"], rule: string, reason: string): Rule =>
	({ words }, { text, author }) => {
		if (atLeast(author.role, "moderator")) return null
		const plain = text.normalize("NFC").toLowerCase()
		const found = words.some((one) => one.effect === effect && holds(plain, one.word))
		return found ? (effect === "hold" ? hold(rule, reason) : refuse(rule, reason)) : null
	}

/** Whether a text holds a word as a word of its own, not as a part of another: "ass" is not in "class". */
const holds = (text: string, word: string): boolean => {
	for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
		if (!isLetter(text[at - 1]) && !isLetter(text[at + word.length])) return true
	return false
}

const isLetter = (letter: string | undefined): boolean =>
	letter !== undefined && /[\p{Letter}\p{Number}]/u.test(letter)

const refusedWord = filtered("refuse", "refused-word", "It holds words that this group does not take.")
const heldWord = filtered("hold", "held-word", "It holds words that a moderator looks at first.")

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
	heldWord,
	limitedDomain,
]

/** What becomes of a post: the first rule that speaks decides; where none does, the post is accepted. */
export const decide = (policy: Policy, submission: Submission): Verdict => {
	for (const rule of rules) {
		const verdict = rule(policy, submission)
		if (verdict) return verdict
	}
	return { verdict: "accept" }
}
