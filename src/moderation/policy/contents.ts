import { atLeast } from "../../groups/member.ts"
import { domainsOf } from "../domains.ts"
import type { Rule } from "../policy.ts"
import { hold, refuse } from "./saying.ts"

const looksAfter = (role: Parameters<typeof atLeast>[0]): boolean => atLeast(role, "moderator")

/** Links to a host that is kept out, by whatever port, or to any below it. */
export const linksElsewhere: Rule = ({ rules }, { hosts, author }) =>
	!looksAfter(author.role) &&
	hosts.some((host) => domainsOf(host).some((domain) => rules.links.places.includes(domain)))
		? refuse("kept-out-link", "It links to a place that this group keeps out.")
		: null

export const manyLinks: Rule = ({ rules }, { links, author }) =>
	rules.links.most !== null && links.length > rules.links.most && !looksAfter(author.role)
		? hold("many-links", "It holds more links than this group takes without a look.")
		: null

/** What a group elsewhere shares it lets in by its own rules of who may bring what. */
export const mediaFrom: Rule = ({ rules: { media } }, { files, author, coming }) => {
	if (files.all === 0 || media.from === "anyone" || looksAfter(author.role)) return null
	if (media.from === "nobody")
		return refuse("no-media", "This group takes words only, without pictures or recordings.")
	return atLeast(author.role, "member") || coming === "carried"
		? null
		: refuse("members-media", "Only members bring pictures and recordings here.")
}

export const mediaDescribed: Rule = ({ rules: { media } }, { files, author }) =>
	media.described && files.undescribed > 0 && !looksAfter(author.role)
		? hold(
				"no-description",
				"Pictures here come with words for those who cannot see them. Add some, and it goes in.",
			)
		: null

/** What does not say its language passes: most apps guess it, some say nothing. */
export const language: Rule = ({ rules: { languages } }, submission) => {
	const said = primary(submission.language ?? "und")
	if (languages.length === 0 || said === "und" || looksAfter(submission.author.role)) return null
	return languages.some((one) => primary(one) === said)
		? null
		: hold(
				"other-language",
				"It is in a language that this group does not speak by itself; a moderator looks at it.",
			)
}

const primary = (tag: string): string => tag.toLowerCase().split("-")[0]!

export const manyMentions: Rule = ({ rules }, { mentions, author }) =>
	rules.mentions !== null && mentions > rules.mentions && !looksAfter(author.role)
		? hold("many-mentions", "It names more people than this group takes without a look.")
		: null
