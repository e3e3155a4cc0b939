import type { Command } from "commander"
import { type Decision, listDecisions } from "../../db/events.ts"
import { handleOf } from "../people/actor.ts"
import { groupNamed } from "./group.ts"
import { type Row, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

/** All that was decided, in one group or everywhere, as the operator may read it. */
export const modLogVerb = (snug: Command, withWorld: WithWorld): void => {
	snug
		.command("mod")
		.description("what moderators and the machine decided")
		.command("log")
		.argument("[group]")
		.option("--limit <n>", "how many, the latest first", "50")
		.option("--json", "print one JSON value")
		.action((name, options) =>
			withWorld(async (world) => {
				const groupId = name ? (await groupNamed(world, name)).id : null
				const limit = Math.min(Math.max(Number(options.limit) || 50, 1), 1000)
				const rows = await listDecisions(world.db, groupId, { before: null, limit })
				say(rows.map(rowOf), options)
			}),
		)
}

const rowOf = (row: Decision): Row => ({
	id: row.id,
	at: row.at.toISOString(),
	state: row.type,
	handle: row.facts.alone === false ? String(row.facts.host) : row.by ? handleOf(row.by) : "",
	person: row.person ? handleOf(row.person) : null,
	post:
		Number(row.facts.times ?? 1) > 1
			? null
			: (row.postId ?? (row.facts.postUri as string | undefined) ?? null),
	what: whatOf(row),
	reason: row.reason,
	times: Number(row.facts.times ?? 1),
	until: typeof row.facts.lastAt === "string" ? row.facts.lastAt : null,
})

/** What a decision settled, where neither a person nor a post says it: a word, a server, a role, a setting. */
const whatOf = ({ at, facts }: Decision): string | null => {
	const { domain, severity, word, effect, to, changed, times } = facts
	if (Number(times ?? 1) > 1 || facts.way) return manyOf(at, facts)
	if (domain) return `${domain}: ${severity ?? "allow"}`
	if (word) return `${word}: ${effect ?? "removed"}`
	if (Array.isArray(changed)) return changed.join(", ")
	return typeof to === "string" ? to : null
}

/** How many posts a line stands for, and from when to when (UTC), where they came one after the other. */
const manyOf = (at: Date, { times, lastAt, way, host }: Decision["facts"]): string => {
	const clock = (moment: string) => moment.slice(11, 16)
	const all = way ? `${way} all${host ? ` of ${host}` : ""}: ` : ""
	return `${all}${times} posts${lastAt ? ` ${clock(at.toISOString())}–${clock(String(lastAt))}` : ""}`
}
