import { countQueue, knowsHost, listQueuedHosts, listSetAside } from "../../../db/queue.ts"
import { forgetQueue } from "../../operating/forget-queue.ts"
import { retryQueue } from "../../operating/retry-queue.ts"
import { formOf } from "../forms.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { DroppingPage, QueuePage } from "../pages/admin/queue.tsx"
import { frameOf, type Operating } from "./operator.ts"

export const showQueue = async (one: Operating) => {
	const { c, world } = one
	const hosts = await listQueuedHosts(world.db, { dropped: false })
	const aside = await listSetAside(world.db)
	return quietPage(c, <QueuePage {...(await frameOf(one))} hosts={hosts} aside={aside} />)
}

/** One server that something is known of; undefined for any other name. Without a name it is all of them (null). */
const hostIn = async ({ world }: Operating, name: string): Promise<string | null | undefined> => {
	if (!name) return null
	const host = name.toLowerCase().slice(0, 300)
	return (await knowsHost(world.db, host)) ? host : undefined
}

export const takeRetry = async (one: Operating) => {
	const { c, world, actor } = one
	const host = await hostIn(one, (await formOf(c)).host ?? "")
	if (host === undefined) return missing(c, world)
	await retryQueue(world, { by: actor.id, host, sending: true, heard: true })
	return c.redirect("/admin/queue?kept=1", 303)
}

/** What would be lost is said before it is. */
export const showDropping = async (one: Operating) => {
	const { c, world } = one
	const host = await hostIn(one, c.req.query("host") ?? "")
	if (!host) return missing(c, world)
	const goes = await countQueue(world.db, host)
	return quietPage(c, <DroppingPage {...(await frameOf(one))} host={host} goes={goes} />)
}

export const takeDropping = async (one: Operating) => {
	const { c, world, actor } = one
	const host = await hostIn(one, (await formOf(c)).host ?? "")
	if (!host) return missing(c, world)
	await forgetQueue(world, { by: actor.id, host })
	return c.redirect("/admin/queue?kept=1", 303)
}
