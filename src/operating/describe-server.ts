import type { Transaction } from "../../db/connect.ts"
import { record } from "../../db/events.ts"
import { findServer, updateServer } from "../../db/server.ts"
import { limits } from "../limits.ts"
import { done, type Result, refused } from "../result.ts"
import type { World } from "../world.ts"

/** What a server says of itself: its name, what it is for and what it keeps of people (Markdown), and whom to ask. */
export type Description = { name: string; about: string; privacy: string; contact: string; rules: string }

/** The operator says what this server is. Only what is given, and differs, is changed. */
export const describeServer = async (
	world: World,
	tx: Transaction,
	{ by, ...given }: Partial<Description> & { by: string | null },
): Promise<Result> => {
	const problem = problemOf(given)
	if (problem) return refused("invalid", problem)
	const server = await findServer(tx)
	const change = Object.fromEntries(
		Object.entries(given)
			.map(([part, words]) => [part, words.trim()] as const)
			.filter(([part, words]) => server?.[part as keyof Description] !== words),
	)
	const changed = Object.keys(change)
	if (changed.length === 0) return done(undefined)
	await updateServer(tx, change)
	await record(tx, world.ports, { type: "server-described", actorId: by, facts: { changed } })
	return done(undefined)
}

const problemOf = ({ name, about, privacy, contact, rules }: Partial<Description>): string | null => {
	if (name !== undefined && name.trim() === "") return "A name is needed."
	if (name && name.trim().length > limits.profileName) return "A name has at most 100 characters."
	if (contact && contact.length > limits.serverContact)
		return `That is more than ${limits.serverContact} characters.`
	if ([about, privacy, rules].some((words) => words && words.length > limits.serverWords))
		return `That is more than ${limits.serverWords} characters.`
	return null
}
