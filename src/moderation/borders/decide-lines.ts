import {
	type DomainList,
	deleteList,
	dropLines,
	type ListedDomain,
	linesOf,
	lockList,
	markLines,
} from "../../../db/borders/lists.ts"
import { findDomainPolicy, upsertDomainPolicy } from "../../../db/borders/rules.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { limits } from "../../limits.ts"
import { runsServer } from "../../operating/runs-server.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By } from "../by.ts"

export type LinesDeed = {
	listId: string
	/** Which of its lines, by their domains; null for all that wait. */
	domains: string[] | null
	/** Take: they count from now on. Pass over: they do not, and do not wait either. */
	way: "take" | "pass-over"
	by: By
}

/**
 * The operator decides about lines of a list. Those of a file become decisions of this server, and the file is forgotten with
 * its last line. Those of a list that is read again count for as long as they stand on it.
 */
export const decideLines = async (
	world: World,
	tx: Transaction,
	deed: LinesDeed,
): Promise<Result<number>> => {
	const { listId, domains, way, by } = deed
	if (by !== "operator" && !(await runsServer(tx, by.actorId)))
		return refused("forbidden", "Only the operator decides for the whole server.")
	const list = await lockList(tx, listId)
	if (!list) return refused("not-found", "There is no such list.")
	const wanted = domains && new Set(domains)
	const lines = (await linesOf(tx, listId)).filter(({ domain, state }) =>
		wanted ? wanted.has(domain) : state === "draft",
	)
	if (lines.length === 0) return refused("too-late", "Nothing of that waits any more.")
	const named = lines.map(({ domain }) => domain)
	if (list.url) await markLines(tx, listId, named, way === "take" ? "counts" : "passed-over")
	else await settle(world, tx, list, { lines, way })
	await record(tx, world.ports, {
		type: "list-decided",
		actorId: actorOf(by),
		facts: { list: list.name, way, domains: named.slice(0, limits.listNamed), times: named.length },
	})
	return done(lines.length)
}

const settle = async (
	world: World,
	tx: Transaction,
	{ id }: DomainList,
	{ lines, way }: { lines: ListedDomain[]; way: LinesDeed["way"] },
): Promise<void> => {
	for (const line of way === "take" ? lines : []) {
		const { listId: _, place: __, state: ___, ...decided } = line
		const was = await findDomainPolicy(tx, null, line.domain)
		await upsertDomainPolicy(tx, {
			...(was ?? { id: world.ports.newId(), groupId: null, reason: "", note: "" }),
			...decided,
			...(line.severity === "block" && { listed: false }),
		})
	}
	await dropLines(
		tx,
		id,
		lines.map(({ domain }) => domain),
	)
	if ((await linesOf(tx, id)).length === 0) await deleteList(tx, id)
}
