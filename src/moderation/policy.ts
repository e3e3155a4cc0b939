import type { Posting } from "../groups/group.ts"
import { atLeast, type Role } from "../groups/member.ts"
import type { Audience } from "../posts/post.ts"

/** A group's rules that a machine can read. */
export type Policy = {
	visibility: "public" | "private"
	posting: Posting
}

/** What a machine needs to know of a post and its author to apply them. */
export type Submission = {
	audience: Audience
	author: { role: Role | null; banned: boolean; local: boolean; domain: "block" | "limit" | null }
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

/** A post its author did not make public must not become so by being shared (wire.md §3.4). */
const notForEveryone: Rule = ({ visibility }, { audience }) =>
	visibility === "public" && audience !== "public"
		? refuse("not-public", "The post is not public, and this group shares with everyone.")
		: null

const mayPost: Rule = ({ posting }, { author }) => {
	if (posting === "anyone") return null
	if (posting === "followers")
		return author.role === null ? refuse("followers-post", "Only people who follow the group post here.") : null
	if (posting === "members")
		return atLeast(author.role, "member") ? null : refuse("members-post", "Only members of the group post here.")
	return atLeast(author.role, "moderator") ? null : refuse("moderators-post", "Only moderators post in this group.")
}

const limitedDomain: Rule = (_, { author }) =>
	author.domain === "limit" ? hold("limited-domain", "Posts from that server are looked at first.") : null

const rules: readonly Rule[] = [blockedDomain, bannedAuthor, notForEveryone, mayPost, limitedDomain]

/** What becomes of a post: the first rule that speaks decides; where none does, the post is accepted. */
export const decide = (policy: Policy, submission: Submission): Verdict => {
	for (const rule of rules) {
		const verdict = rule(policy, submission)
		if (verdict) return verdict
	}
	return { verdict: "accept" }
}
