import { countHosts } from "../../db/condition.ts"
import type { Database } from "../../db/connect.ts"
import { findOverdue, type Overdue } from "../../db/health.ts"
import { listQueuedHosts, listSetAside, type QueuedHost, type SetAside } from "../../db/queue.ts"
import type { Server } from "../../db/server.ts"
import { listBackups } from "../backup/list-backups.ts"
import type { Config } from "../config.ts"
import { type Check, fail, ok, spanOf, warn } from "./check.ts"

const slow = 5 * 60_000
const stuck = 60 * 60_000
const seeQueue = "snug queue status"

/** Whether what was heard is dealt with and what is to be said goes out; `running` is whether anybody works on it. */
export const workChecks = async (db: Database, now: Date, running: boolean): Promise<Check[]> => {
	const overdue = await findOverdue(db, { now, before: new Date(now.getTime() - slow) })
	const failing = (await listQueuedHosts(db, { dropped: false })).filter(
		({ state }) => state === "backing-off",
	)
	return [
		waitingCheck(overdue, now, running),
		asideCheck(await listSetAside(db)),
		hostsCheck(await countHosts(db), failing),
	]
}

const kinds = {
	heard: "what other servers said",
	event: "what others should hear of",
	delivery: "what is on its way to servers that answer",
}

const waitingCheck = (overdue: Overdue | null, now: Date, running: boolean): Check => {
	if (!overdue) return ok("work", "Nothing has been waiting for long.")
	const age = now.getTime() - overdue.since.getTime()
	const says = `Of ${kinds[overdue.kind]}, the oldest has been waiting for ${spanOf(age)}.`
	if (!running) return warn("work", `${says} Nothing works on it.`, "Start the server.")
	const mend = `See the log for errors, and whether the machine is too busy: ${seeQueue}`
	return age >= stuck ? fail("work", says, mend) : warn("work", says, mend)
}

const asideKinds = {
	heard: "heard and could not be dealt with",
	event: "could not be told because of a fault of ours",
	undelivered: "refused by other servers",
}

const asideCheck = (aside: SetAside[]): Check => {
	if (aside.length === 0) return ok("aside", "Nothing was set aside.")
	const found = [...new Set(aside.map(({ kind }) => asideKinds[kind]))]
	const mend = `${seeQueue} (and then: snug queue retry all --inbox, or snug queue drop all)`
	return warn("aside", `Something was set aside: ${found.join("; ")}.`, mend)
}

const hostsCheck = (hosts: number, failing: QueuedHost[]): Check => {
	if (failing.length === 0) return ok("hosts", "Every other server that was spoken with answers.")
	const named = failing
		.slice(0, 3)
		.map(({ host, lastError }) => (lastError ? `${host} (${lastError})` : host))
	const who = `${named.join(", ")}${failing.length > 3 ? " and others" : ""}`
	if (hosts < 3 || failing.length < hosts)
		return ok("hosts", `No answer from ${who}; they are asked again, and nothing is lost.`)
	const mend = "See that this machine may connect to others at port 443, and that its name servers answer."
	return warn("hosts", `None of the servers known here answers, so it may be this one: ${who}.`, mend)
}

const day = 86_400_000

/** Whether there is a backup that is new enough and whole. Of a database elsewhere, its keeper knows. */
export const backupCheck = async (config: Config, server: Server, now: Date): Promise<Check> => {
	const make = "snug backup create"
	const all = await listBackups(config)
	const ours = all.filter(({ manifest }) => manifest?.webOrigin === server.webOrigin)
	const newest = ours[0]?.manifest
	const damaged = all.filter(({ trouble }) => trouble !== null)
	if (damaged.length > 0)
		return warn(
			"backup",
			`${damaged[0]!.path} is no whole backup: ${damaged[0]!.trouble}`,
			`Delete it, and make another: ${make}`,
		)
	if (!newest) return noBackup(config, now.getTime() - server.createdAt.getTime())
	const age = now.getTime() - Date.parse(newest.createdAt)
	const says = `The newest backup is ${spanOf(Math.max(age, 0))} old.`
	if (age > 8 * day) return fail("backup", says, make)
	return age > 2 * day
		? warn("backup", says, `${make}; see the log for why there was none last night`)
		: ok("backup", says)
}

const noBackup = ({ databaseUrl, backupNightly, backupDir }: Config, serverAge: number): Check => {
	if (databaseUrl)
		return ok(
			"backup",
			"Snug makes no backups by itself of a database that is elsewhere: whoever keeps it does.",
		)
	const young = backupNightly && serverAge < 2 * day
	if (young) return ok("backup", "There is no backup yet; the running server makes one each night.")
	return warn("backup", `There is no backup in ${backupDir}.`, "snug backup create")
}
