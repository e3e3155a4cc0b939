import type { EventRecord } from "../../src/events.ts"
import { move } from "../translate/activity.ts"
import { bytesOf, type Facts, idFor, type Outgoing, toFollowers } from "./parts.ts"

/** The group lives at another address from now on: its followers' servers may take them there. */
export const moved = (event: EventRecord, facts: Facts): Outgoing[] => {
	const { group, person } = facts
	if (person) return []
	const id = idFor(facts, event.id, "move")
	const body = bytesOf(JSON.stringify(move(id, group, event.facts.target as string)))
	return [toFollowers(facts, "microblog", id, body), toFollowers(facts, "threadiverse", id, body)]
}
