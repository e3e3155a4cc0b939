import {
	type DomainList,
	dropLines,
	keepLines,
	linesOf,
	listsDue,
	lockList,
	updateList,
} from "../../../db/borders/lists.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { limits } from "../../limits.ts"
import type { World } from "../../world.ts"
import type { ListLine } from "./list-line.ts"
import { readLines } from "./read-lines.ts"

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
	const read = typeof answer === "object" && "text" in answer ? readLines(answer.text) : null
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

/** What is new waits or counts, as the operator wished; what stands there no more is lifted with it. */
const follow = async (world: World, tx: Transaction, list: DomainList, said: ListLine[]): Promise<void> => {
	const lines = said.filter(({ domain }) => domain !== world.origin.host)
	const before = await linesOf(tx, list.id)
	const [known, now] = [
		new Set(before.map(({ domain }) => domain)),
		new Set(lines.map(({ domain }) => domain)),
	]
	const added = lines.filter(({ domain }) => !known.has(domain)).map(({ domain }) => domain)
	const gone = before.filter(({ domain }) => !now.has(domain))
	await keepLines(tx, list.id, lines, list.way === "at-once" ? "counts" : "draft")
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
