import { atLeast } from "../../groups/member.ts"
import type { Rule, Submission } from "../policy.ts"
import type { Rules } from "./rules.ts"
import { hold } from "./saying.ts"

const day = 86_400_000
/** So long somebody has to have been around before a wave of strangers is nothing to do with them. */
const familiarAfter = 3 * day

type Author = Submission["author"]

/** Whether a moderator answers for somebody: they are one, or were let in by one. */
const isTrusted = ({ role, trusted }: Author): boolean => trusted || atLeast(role, "moderator")

/** Whether somebody is new to a group, as its rules mean it. Where they do not say, that is whoever had no post taken yet. */
const isNewcomer = ({ newcomers }: Rules, author: Author, now: Date): boolean => {
	if (isTrusted(author)) return false
	const posts = newcomers.posts === 0 && newcomers.days === 0 ? 1 : newcomers.posts
	return author.taken < posts || !isOlderThan(author, newcomers.days * day, now)
}

const isOlderThan = ({ since }: Author, span: number, now: Date): boolean =>
	span === 0 || (since !== null && now.getTime() - since.getTime() >= span)

/** Whether nobody here knows somebody yet: no moderator does, and they have not been around for three days. */
export const isStranger = (author: Author, now: Date): boolean =>
	!isTrusted(author) && !isOlderThan(author, familiarAfter, now)

/** In a wave from many servers those who are known pass, and everybody else waits. */
export const flood: Rule = ({ rules }, { coming, author, lately, now }) => {
	if (!rules.flood || coming !== "new" || !isStranger(author, now)) return null
	return lately.wave || lately.strangers >= rules.flood.strangers
		? hold(
				"flood",
				"Many people who are new here are writing at once. A moderator looks at what they say; those who are known here go on as ever.",
			)
		: null
}

export const newcomer: Rule = ({ rules }, { coming, author, now }) => {
	const { posts, days } = rules.newcomers
	if ((posts === 0 && days === 0) || coming === "edited" || coming === "carried") return null
	return isNewcomer(rules, author, now)
		? hold("newcomer", "Whoever is new here is met by a moderator first. After that, posts go straight in.")
		: null
}

export const newcomersLinks: Rule = ({ rules }, { coming, author, links, now }) =>
	!rules.links.newcomers && links.length > 0 && coming !== "carried" && isNewcomer(rules, author, now)
		? hold("newcomers-links", "Links from somebody new are looked at first.")
		: null
