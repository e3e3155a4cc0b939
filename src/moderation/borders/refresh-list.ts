import {
	type DomainList,
	dropLines,
	keepLines,
	type ListedDomain,
	linesOf,
	listsDue,
	lockList,
	markLines,
	updateList,
} from "../../../db/borders/lists.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { limits } from "../../limits.ts"
import { refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { ListLine } from "./list-line.ts"
import { readLines } from "./read-lines.ts"
import { strictest } from "./standing.ts"

type Answer = { text: string; etag: string | null } | "same" | { failed: string }

/** Reads a list at an address, unless it is still the one that is known by an ETag. */
export type ReadList = (url: URL, known: string | null) => Promise<Answer>

/** Reads every list whose time has come; answers how many those were. What cannot be read changes nothing. */
export const refreshLists = async (world: World, read: ReadList): Promise<number> => {
	const due = await listsDue(world.db, world.ports.now())
	for (const { id, url, etag } of due) {
		const answer = await read(new URL(url!), etag)
		await world.db.transaction(async (tx) => {
			const list = await lockList(tx, id)
			if (list) await takeAnswer(world, tx, list, answer)
		})
	}
	return due.length
}

const takeAnswer = async (world: World, tx: Transaction, list: DomainList, answer: Answer): Promise<void> => {
	const now = world.ports.now()
	const read = typeof answer === "object" && "text" in answer ? readServed(answer.text) : null
	const failed =
		typeof answer === "object" && "failed" in answer ? answer.failed : read && !read.ok ? read.reason : null
	if (failed !== null) {
		const dueAt = new Date(now.getTime() + limits.listAgain)
		await updateList(tx, list.id, { dueAt, failingSince: list.failingSince ?? now, lastError: failed })
		return
	}
	const etag = typeof answer === "object" && "text" in answer ? answer.etag : list.etag
	const dueAt = new Date(now.getTime() + limits.listRead)
	await updateList(tx, list.id, { etag, dueAt, readAt: now, failingSince: null, lastError: null })
	if (read?.ok) await follow(world, tx, list, read.value.lines)
}

/** A page that stands where the list was (a notice, a form to sign in) is no list that takes everything back. */
const readServed = (text: string): ReturnType<typeof readLines> => {
	const read = readLines(text)
	return read.ok && read.value.unreadable.length > read.value.lines.length
		? refused("invalid", "That is no list of servers that can be read.")
		: read
}

/** Whether a list says more against a server than the operator took over: that was never looked at. */
const isHarder = (line: ListLine, was: ListedDomain | undefined): boolean => {
	if (was?.state !== "counts") return false
	const [taken, now] = [strictest([was]), strictest([was, line])]
	return (
		taken.severity !== now.severity ||
		taken.rejectMedia !== now.rejectMedia ||
		taken.rejectReports !== now.rejectReports
	)
}

/**
 * What is new, or harder than it was, waits or counts, as the operator wished; what stands there no more is lifted with it.
 */
const follow = async (world: World, tx: Transaction, list: DomainList, said: ListLine[]): Promise<void> => {
	const lines = said.filter(({ domain }) => domain !== world.origin.host)
	const before = await linesOf(tx, list.id)
	const known = new Map(before.map((line) => [line.domain, line]))
	const now = new Set(lines.map(({ domain }) => domain))
	const harder = list.way === "review" ? lines.filter((line) => isHarder(line, known.get(line.domain))) : []
	const added = [...lines.filter(({ domain }) => !known.has(domain)), ...harder].map(({ domain }) => domain)
	const gone = before.filter(({ domain }) => !now.has(domain))
	await keepLines(tx, list.id, lines, list.way === "at-once" ? "counts" : "draft")
	await markLines(
		tx,
		list.id,
		harder.map(({ domain }) => domain),
		"draft",
	)
	await dropLines(
		tx,
		list.id,
		gone.map(({ domain }) => domain),
	)
	const lifted = gone.filter(({ state }) => state === "counts").map(({ domain }) => domain)
	if (added.length + lifted.length === 0) return
	await record(tx, world.ports, {
		type: "list-changed",
		facts: {
			list: list.name,
			way: list.way,
			added: added.slice(0, limits.listNamed),
			lifted: lifted.slice(0, limits.listNamed),
		},
	})
}
