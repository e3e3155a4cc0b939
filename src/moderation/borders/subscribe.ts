import { deleteList, findListAt, insertList, linesOf, listLists } from "../../../db/borders/lists.ts"
import type { Transaction } from "../../../db/connect.ts"
import { record } from "../../../db/events.ts"
import { limits } from "../../limits.ts"
import { runsServer } from "../../operating/runs-server.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By } from "../by.ts"

type Subscription = { url: string; name: string; way: "review" | "at-once"; by: By }

/** A list at an address is read from now on, every day; what it takes back counts here no longer. */
export const subscribe = async (
	world: World,
	tx: Transaction,
	{ url: text, name, way, by }: Subscription,
): Promise<Result<string>> => {
	const allowed = await mayDecide(tx, by)
	if (!allowed.ok) return allowed
	const url = text.length <= limits.listAddress ? URL.parse(text) : null
	if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
		return refused("invalid", "That is no address like https://lists.example/blocks.csv.")
	url.hash = ""
	if ((await listLists(tx)).length >= limits.domainLists)
		return refused("forbidden", "There are as many lists as can be kept. Let go of one first.")
	const now = world.ports.now()
	const id = world.ports.newId()
	const called = name.trim().slice(0, limits.hostName) || url.host
	if (!(await insertList(tx, { id, name: called, url: url.href, way, dueAt: now, createdAt: now })))
		return refused("too-late", "That list is read already.")
	await record(tx, world.ports, {
		type: "list-subscribed",
		actorId: actorOf(by),
		facts: { list: called, url: url.href, way },
	})
	return done(id)
}

/** It is read no longer, and nothing of it counts any more. What was decided here stays. */
export const unsubscribe = async (
	world: World,
	tx: Transaction,
	{ url, by }: { url: string; by: By },
): Promise<Result<number>> => {
	const allowed = await mayDecide(tx, by)
	if (!allowed.ok) return allowed
	const list = await findListAt(tx, url)
	if (!list) return refused("not-found", "That list is not read here.")
	const counted = (await linesOf(tx, list.id)).filter(({ state }) => state === "counts").length
	await deleteList(tx, list.id)
	await record(tx, world.ports, {
		type: "list-unsubscribed",
		actorId: actorOf(by),
		facts: { list: list.name, url },
	})
	return done(counted)
}

const mayDecide = async (tx: Transaction, by: By): Promise<Result> =>
	by === "operator" || (await runsServer(tx, by.actorId))
		? done(undefined)
		: refused("forbidden", "Only the operator decides for the whole server.")
