import type { Posting } from "../../../groups/group.ts"
import { bound, overruled } from "../../../moderation/policy/bound.ts"
import { type Bounds, noRules, type Rules } from "../../../moderation/policy/rules.ts"
import { t } from "../../language.tsx"
import { describe } from "./describe.ts"

/** What the server asks of a group beyond the group's own rules, in words. */
export const demandsOn = (own: { posting: Posting; rules: Rules }, bounds: Bounds): string[] => {
	const parts = overruled(own, bounds)
	const held = bound(own, bounds).rules
	const beyond = {
		...noRules,
		...Object.fromEntries(parts.flatMap((part) => (part === "posting" ? [] : [[part, held[part]]]))),
	}
	return [
		...(parts.includes("posting")
			? [t("No group here is open to posts of people who do not follow it.")]
			: []),
		...describe(beyond),
	]
}
