import { atLeast } from "../../groups/member.ts"
import type { Rule } from "../policy.ts"
import { wait } from "./saying.ts"

const minute = 60_000
/** A queue that reaches further than this is not one anybody waits in: then a moderator looks. */
const furthest = 7 * 86_400_000

const turn = "This group takes its time. The post is shared by itself when its turn has come."
const morning = "The group sleeps. The post is shared by itself in the morning."

/** Nobody's post is refused for coming too fast or too late in the day: it gets a moment of its own. */
export const turns: Rule = ({ rules: { slow } }, { coming, author, lately, now }) => {
	if (coming !== "new" || atLeast(author.role, "moderator")) return null
	const next = slow && lately.turn ? lately.turn.getTime() + slow.minutes * minute : 0
	const [at, woken] = [Math.max(next, now.getTime()), lately.morning?.getTime() ?? 0]
	if (at <= now.getTime() && woken <= now.getTime()) return null
	const asleep = woken > at
	const due = new Date(Math.max(at, woken))
	const rule = asleep ? "quiet-hours" : "slow-mode"
	return wait(rule, asleep ? morning : turn, due.getTime() - now.getTime() > furthest ? null : due)
}
