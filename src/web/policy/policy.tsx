import { findPolicies } from "../../../db/policies.ts"
import { enact } from "../../moderation/enact.ts"
import { bound } from "../../moderation/policy/bound.ts"
import { asForm, type RulesForm, readRules, ruleNames } from "../../moderation/policy/read-rules.ts"
import { setPolicy } from "../../moderation/policy/set-policy.ts"
import { type Refused, refused } from "../../result.ts"
import { type Form, formOf } from "../forms.ts"
import { type Here, kept, settingOf } from "../groups/place.ts"
import { zoneHere } from "../language.tsx"
import { quietPage } from "../page.ts"
import { demandsOn } from "../pages/policy/demands.ts"
import { PolicyPage } from "../pages/policy/policy.tsx"
import { showTried } from "./tried.tsx"

type Again = { refused: Refused; typed: RulesForm; problems?: Record<string, string> }

/** A group's rules for the machine, as fields. */
export const showPolicy = async (here: Here, again?: Again): Promise<Response> => {
	const { c, world, group } = here
	const { version, rules, bounds } = await findPolicies(world.db, group.id)
	const typed = again?.typed ?? asForm(rules)
	const page = (
		<PolicyPage
			{...(await settingOf(here))}
			{...(again && { kept: false })}
			{...(again && !again.problems && { wrong: again.refused.reason })}
			holding={bound({ posting: group.posting, rules }, bounds).rules}
			version={version}
			demanded={demandsOn({ posting: group.posting, rules }, bounds)}
			typed={{ ...typed, quiet_zone: typed.quiet_zone || zoneHere() }}
			problems={again?.problems ?? {}}
			zones={zonesWith(typed.quiet_zone)}
		/>
	)
	return quietPage(c, page, again ? 422 : 200)
}

const zonesWith = (chosen: string): string[] => {
	const zones = ["UTC", ...Intl.supportedValuesOf("timeZone")]
	return chosen === "" || zones.includes(chosen) ? zones : [chosen, ...zones]
}

/** What a form of ours says, under the names of the rules: a box that is not ticked is not sent at all. */
const rulesTyped = (form: Form): Partial<RulesForm> => ({
	...Object.fromEntries(Object.entries(form).filter(([name]) => ruleNames.includes(name))),
	newcomer_links: form.links_wait === "yes" ? "off" : "on",
	described: form.described === "yes" ? "on" : "off",
})

export const takePolicy = async (here: Here): Promise<Response> => {
	const { world, group, you } = here
	const form = await formOf(here.c)
	const before = (await findPolicies(world.db, group.id)).rules
	const typed = { ...asForm(before), ...rulesTyped(form) }
	const read = readRules(typed)
	if ("problems" in read) {
		const [first = ""] = Object.values(read.problems)
		return showPolicy(here, { refused: refused("invalid", first), typed, problems: read.problems })
	}
	if (form.try) return showTried(here, form, { rules: read.rules, typed })
	const since = /^\d{1,9}$/.test(form.since ?? "") ? Number(form.since) : undefined
	const deed = { groupId: group.id, rules: read.rules, by: { actorId: you.id }, reason: form.reason ?? "" }
	const set = await enact(world, (tx) =>
		setPolicy(world, tx, { ...deed, ...(since !== undefined && { since }) }),
	)
	return set.ok ? kept(here, "/policy") : showPolicy(here, { refused: set, typed: asForm(before) })
}
