import type { Rules } from "../../../moderation/policy/rules.ts"
import { t } from "../../language.tsx"
import { languageHere } from "../../reader.ts"
import { listOf } from "../../words.ts"

/** What a group's machine does with posts, a sentence for each rule that is on; which words and places are kept out is not said. */
export const describe = (rules: Rules): string[] =>
	Object.values(sayings)
		.flatMap((saying) => saying(rules))
		.filter((sentence) => sentence !== null)

type Saying = (rules: Rules) => string | null | (string | null)[]

const sayings: Record<keyof Rules, Saying> = {
	answering: ({ answering }) => (answering === "same" ? null : answerers[answering]()),
	newcomers: ({ newcomers: { posts, days } }) => [
		posts > 0
			? t("Posts of somebody new wait for a moderator until so many were let in: {{posts}}.", { posts })
			: null,
		days > 0
			? t("For so many days after somebody came, their posts wait for a moderator: {{days}}.", { days })
			: null,
	],
	links: ({ links }) => [
		links.most === 0 ? t("Posts with links wait for a moderator.") : null,
		links.most
			? t("Posts with more links than this wait for a moderator: {{links}}.", { links: links.most })
			: null,
		links.newcomers ? null : t("Links from somebody new wait for a moderator."),
		links.places.length > 0 ? t("Links to some places are not taken.") : null,
	],
	media: ({ media }) => [
		media.from === "members" ? t("Only members bring pictures and recordings.") : null,
		media.from === "nobody" ? t("Words only: no pictures, no recordings.") : null,
		media.described && media.from !== "nobody"
			? t("Pictures without a description for those who cannot see them wait for a moderator.")
			: null,
	],
	languages: ({ languages }) =>
		languages.length === 0
			? null
			: t("Posts in other languages than {{languages}} wait for a moderator.", {
					languages: named(languages),
				}),
	mentions: ({ mentions }) =>
		mentions === null
			? null
			: t("Posts that name more people than this wait for a moderator: {{people}}.", { people: mentions }),
	flood: ({ flood }) =>
		flood
			? t(
					"When many strangers write at once, all of them wait for a moderator; whoever is known here goes on as ever.",
				)
			: null,
	slow: ({ slow }) => {
		if (!slow) return null
		return slow.whose === "each"
			? t(
					"Everybody has one post in so many minutes: {{minutes}}. What comes sooner is shared by itself when its turn comes.",
					{
						minutes: slow.minutes,
					},
				)
			: t(
					"The group shares one post in so many minutes: {{minutes}}. What comes sooner is shared by itself when its turn comes.",
					{
						minutes: slow.minutes,
					},
				)
	},
	quiet: ({ quiet }) =>
		quiet
			? t("From {{from}} to {{to}} ({{zone}}) the group sleeps; posts are shared in the morning.", {
					from: quiet.from,
					to: quiet.to,
					zone: quiet.zone.replaceAll("_", " "),
				})
			: null,
	cap: ({ cap }) =>
		cap === null
			? null
			: t(
					"There are places for so many members: {{places}}. Whoever comes then waits in line for the next one.",
					{
						places: cap,
					},
				),
}

const answerers = {
	anyone: () => t("Anybody may answer."),
	followers: () => t("Everybody who follows may answer."),
	members: () => t("Members answer."),
	moderators: () => t("Only those who look after the group answer."),
} as const

/** Languages by their names, as in "German, French and English". */
const named = (tags: string[]): string => {
	const names = new Intl.DisplayNames([languageHere().tag], { type: "language" })
	return listOf(tags.map((tag) => names.of(tag) ?? tag))
		.map(({ text }) => text)
		.join("")
}
