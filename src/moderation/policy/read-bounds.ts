import { asForm, type RulesForm, readRules } from "./read-rules.ts"
import { type Bounds, noBounds, noRules, type Rules } from "./rules.ts"

const shared = [
	"newcomer_posts",
	"newcomer_days",
	"newcomer_links",
	"links",
	"mentions",
	"flood_posts",
	"flood_minutes",
] as const satisfies (keyof RulesForm)[]

/** Bounds as somebody types them: named like the rules they make stricter, and whether groups may be open to strangers. */
export type BoundsForm = Pick<RulesForm, (typeof shared)[number]> & { strangers: string }

export const boundNames: readonly string[] = [...shared, "strangers"]

/** What is demanded, as the rules of a group that has no others. */
export const rulesDemanded = (bounds: Bounds): Rules => ({
	...noRules,
	newcomers: bounds.newcomers,
	links: { ...noRules.links, most: bounds.links, newcomers: bounds.newcomersLinks },
	mentions: bounds.mentions,
	flood: bounds.flood,
})

export const asBoundsForm = (bounds: Bounds): BoundsForm => {
	const { newcomer_posts, newcomer_days, newcomer_links, links, mentions, flood_posts, flood_minutes } =
		asForm(rulesDemanded(bounds))
	const rules = { newcomer_posts, newcomer_days, newcomer_links, links, mentions, flood_posts, flood_minutes }
	return { ...rules, strangers: bounds.openToAnyone ? "on" : "off" }
}

export type BoundsRead = { bounds: Bounds } | { problems: Record<string, string> }

/** The bounds that a form says, held to what a group's rules are held to; what it leaves out stays as it was. */
export const readBounds = (form: Partial<BoundsForm>, before: Bounds = noBounds): BoundsRead => {
	const { strangers, ...rules } = { ...asBoundsForm(before), ...form }
	const read = readRules(rules)
	const problems: Record<string, string> = { ...("problems" in read && read.problems) }
	if (strangers !== "on" && strangers !== "off") problems.strangers = "It is on or off."
	if ("problems" in read || Object.keys(problems).length > 0) return { problems }
	const { newcomers, links, mentions, flood } = read.rules
	return {
		bounds: {
			newcomers,
			links: links.most,
			newcomersLinks: links.newcomers,
			mentions,
			flood,
			openToAnyone: strangers === "on",
		},
	}
}
