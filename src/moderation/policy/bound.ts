import type { Posting } from "../../groups/group.ts"
import type { Bounds, Rules } from "./rules.ts"

type Bound = { posting: Posting; rules: Rules }

/** A group's rules as they hold: its own, or the server's where those are stricter. */
export const bound = ({ posting, rules }: Bound, bounds: Bounds): Bound => ({
	posting: posting === "anyone" && !bounds.openToAnyone ? "followers" : posting,
	rules: {
		...rules,
		answering: rules.answering === "anyone" && !bounds.openToAnyone ? "followers" : rules.answering,
		newcomers: {
			posts: Math.max(rules.newcomers.posts, bounds.newcomers.posts),
			days: Math.max(rules.newcomers.days, bounds.newcomers.days),
		},
		links: {
			...rules.links,
			most: least(rules.links.most, bounds.links),
			newcomers: rules.links.newcomers && bounds.newcomersLinks,
		},
		mentions: least(rules.mentions, bounds.mentions),
		flood: stricter(rules.flood, bounds.flood),
	},
})

const least = (one: number | null, other: number | null): number | null =>
	one === null ? other : other === null ? one : Math.min(one, other)

/** Fewer strangers in a longer time: whichever of the two is met sooner. */
const stricter = (one: Rules["flood"], other: Rules["flood"]): Rules["flood"] =>
	one && other
		? {
				strangers: Math.min(one.strangers, other.strangers),
				minutes: Math.max(one.minutes, other.minutes),
			}
		: (one ?? other)

/** Which of a group's own words the server overrules, by the name of the rule. */
export const overruled = (own: Bound, bounds: Bounds): (keyof Rules | "posting")[] => {
	const holds = bound(own, bounds)
	const rules = (Object.keys(own.rules) as (keyof Rules)[]).filter(
		(rule) => JSON.stringify(own.rules[rule]) !== JSON.stringify(holds.rules[rule]),
	)
	return own.posting === holds.posting ? rules : ["posting", ...rules]
}
