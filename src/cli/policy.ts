import type { Command } from "commander"
import { findPolicies } from "../../db/policies.ts"
import type { Group } from "../groups/group.ts"
import { limits } from "../limits.ts"
import { enact } from "../moderation/enact.ts"
import { overruled } from "../moderation/policy/bound.ts"
import { asForm, readRules, ruleNames } from "../moderation/policy/read-rules.ts"
import type { Rules } from "../moderation/policy/rules.ts"
import { setPolicy } from "../moderation/policy/set-policy.ts"
import { tryPolicy } from "../moderation/policy/try-policy.ts"
import { handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

type Named = (world: World, name: string) => Promise<Group>
const json = ["--json", "print one JSON value"] as const

/** The rules by which a group's machine decides about posts: NAME=VALUE, under the names that `show` prints. */
export const policyVerbs = (noun: Command, named: Named, withWorld: WithWorld): void => {
	const policy = noun.command("policy").description("the rules by which a machine decides about posts")
	policy
		.command("show")
		.description("the rules in force, and what the server overrules in them")
		.argument("<handle>")
		.option(...json)
		.action((handle, options) =>
			withWorld(async (world) => say(await rowOf(world, await named(world, handle)), options)),
		)
	policy
		.command("try")
		.description("what the rules, with some of them changed, would have done; nothing is kept")
		.argument("<handle>")
		.argument("[rule=value...]")
		.option("--days <n>", "on the posts of how many days", "30")
		.option(...json)
		.action((handle, given: string[], options) =>
			withWorld(async (world) => {
				const group = await named(world, handle)
				const rules = await changedBy(world, group, given)
				const days = Math.min(Math.max(Number(options.days) || 1, 1), limits.daysTried)
				const tried = await tryPolicy(world, group, { rules, days })
				say(
					tried.map(({ happened: { post, author }, verdict }) => ({
						id: post.id,
						uri: post.uri,
						handle: handleOf(author),
						state: verdict.verdict === "hold" ? "would wait" : "would not be taken",
						at: post.receivedAt.toISOString(),
						rule: verdict.rule,
						reason: verdict.reason,
					})),
					options,
				)
			}),
		)
	policy
		.command("set")
		.description(`change some of the rules: ${ruleNames.join(", ")}; an empty value switches one off`)
		.argument("<handle>")
		.argument("<rule=value...>", "like newcomer_posts=2 slow_minutes=10 quiet_from=22:00 quiet_to=07:00")
		.option("--reason <text>", "why; it stands in the mod log", "")
		.option(...json)
		.action((handle, given: string[], options) =>
			withWorld(async (world) => {
				const group = await named(world, handle)
				const rules = await changedBy(world, group, given)
				const deed = { groupId: group.id, rules, by: "operator", reason: options.reason } as const
				orRefuse(await enact(world, (tx) => setPolicy(world, tx, deed)))
				say(await rowOf(world, group), options)
			}),
		)
}

/** A group's rules with some of them as they were typed. */
const changedBy = async (world: World, group: Group, given: string[]): Promise<Rules> => {
	if (!group.local) throw new Refusal("A group of another server has its rules there.")
	const form = Object.fromEntries(given.map(pairIn(ruleNames)))
	const read = readRules(form, (await findPolicies(world.db, group.id)).rules)
	if ("rules" in read) return read.rules
	throw new Refusal(problemsSaid(read.problems))
}

/** What is wrong, a line for each rule. */
export const problemsSaid = (problems: Record<string, string>): string =>
	Object.entries(problems)
		.map(([name, problem]) => `${name}: ${problem}`)
		.join("\n")

/** A rule and its value, as they are typed with an equals sign between them. */
export const pairIn =
	(names: readonly string[]) =>
	(text: string): [string, string] => {
		const [, name = "", value = ""] = /^([a-z_]+)=(.*)$/s.exec(text) ?? []
		if (names.includes(name)) return [name, value]
		throw new Refusal(`${text} is no rule. The rules are: ${names.join(", ")}.`)
	}

const rowOf = async (world: World, group: Group): Promise<Row> => {
	const { version, rules, bounds } = await findPolicies(world.db, group.id)
	return {
		id: group.id,
		handle: handleOf(group),
		state: version === 0 ? "none written" : `version ${version}`,
		version,
		...asForm(rules),
		overruled: overruled({ posting: group.posting, rules }, bounds).join(" "),
	}
}
