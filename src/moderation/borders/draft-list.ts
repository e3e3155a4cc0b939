import { insertList, keepLines, listLists } from "../../../db/borders/lists.ts"
import { listDomainPolicies } from "../../../db/borders/rules.ts"
import type { Transaction } from "../../../db/connect.ts"
import { limits } from "../../limits.ts"
import { runsServer } from "../../operating/runs-server.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { By } from "../by.ts"
import type { ListLine } from "./list-line.ts"
import { readLines } from "./read-lines.ts"

/** What a file would change here, and the names in it that are no domains. */
type Draft = { id: string; lines: ListLine[]; unreadable: string[] }

/** Reads a file of decisions about servers. What would change something here waits as a draft; nothing counts yet. */
export const draftList = async (
	world: World,
	tx: Transaction,
	{ name, text, by }: { name: string; text: string; by: By },
): Promise<Result<Draft>> => {
	if (by !== "operator" && !(await runsServer(tx, by.actorId)))
		return refused("forbidden", "Only the operator decides for the whole server.")
	if ((await listLists(tx)).length >= limits.domainLists)
		return refused("forbidden", "There are as many lists as can be kept. Let go of one first.")
	const read = readLines(text)
	if (!read.ok) return read
	const lines = await newsAmong(world, tx, read.value.lines)
	if (lines.length === 0) return refused("too-late", "All of that is so already.")
	const id = world.ports.newId()
	await insertList(tx, { id, name: name.slice(0, limits.hostName), createdAt: world.ports.now() })
	await keepLines(tx, id, lines, "draft")
	return done({ id, lines, unreadable: read.value.unreadable })
}

const newsAmong = async (world: World, tx: Transaction, lines: ListLine[]): Promise<ListLine[]> => {
	const known = new Map((await listDomainPolicies(tx, null)).map((policy) => [policy.domain, policy]))
	return lines.filter((line) => {
		const was = known.get(line.domain)
		const isSame =
			was?.severity === line.severity &&
			was.rejectMedia === line.rejectMedia &&
			was.rejectReports === line.rejectReports &&
			was.publicReason === line.publicReason &&
			was.obfuscate === line.obfuscate
		return !isSame && line.domain !== world.origin.host
	})
}
