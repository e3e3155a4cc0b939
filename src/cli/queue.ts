import type { Command } from "commander"
import type { Transaction } from "../../db/connect.ts"
import { hostSpoke } from "../../db/dead-hosts.ts"
import { record } from "../../db/events.ts"
import { notify } from "../../db/notify.ts"
import {
	countQueue,
	type Dropped,
	dropQueue,
	hearAgain,
	knowsHost,
	listQueuedHosts,
	listSetAside,
	type QueuedHost,
	reopenHosts,
	type SetAside,
	tellAgain,
} from "../../db/queue.ts"
import { putBack } from "../../db/undelivered.ts"
import type { World } from "../world.ts"
import { Refusal, type Row, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

const json = ["--json", "print one JSON value"] as const
/** Rows of one kind in one transaction, so that a million of them hold nobody up. */
const batch = 1000

/** What waits to be said to other servers, what was set aside, and how to move it. */
export const queueVerbs = (snug: Command, withWorld: WithWorld): void => {
	const queue = snug.command("queue").description("what waits for other servers, and what was set aside")
	queue
		.command("status")
		.description("a line for each server that something waits for or that fails, and for what was set aside")
		.option("--dropped", "only servers that were dead for a month and are sent nothing")
		.option(...json)
		.action((options) => withWorld(async (world) => status(world, options)))
	queue
		.command("retry")
		.description("tries again what was set aside, now; the same words under the same ids")
		.argument("[host]", "a server, or all")
		.option("--inbox", "what came from there and could not be dealt with, too; without a server, only that")
		.option(...json)
		.action((host, options) => withWorld(async (world) => retry(world, host, options)))
	queue
		.command("drop")
		.description(
			"forgets what waits for a server and what was set aside; only says what that is without --apply",
		)
		.argument("<host>", "a server, or all")
		.option("--apply", "do it")
		.option(...json)
		.action((host, options) => withWorld(async (world) => drop(world, host, options)))
}

type Options = { json?: boolean; dropped?: boolean; inbox?: boolean; apply?: boolean }

const status = async ({ db }: World, options: Options): Promise<void> => {
	const hosts = await listQueuedHosts(db, { dropped: options.dropped === true })
	const aside = options.dropped ? [] : await listSetAside(db)
	const rows = [...hosts.map(hostRow), ...aside.map(asideRow)]
	if (rows.length > 0 || options.json) say(rows, options)
	else process.stdout.write(options.dropped ? "No server was dropped.\n" : "Nothing waits.\n")
}

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

const hostRow = (one: QueuedHost): Row => ({
	id: one.host,
	kind: "host",
	state: one.state,
	host: one.host,
	software: one.software,
	waiting: one.waiting,
	failures: one.failures,
	since: iso(one.failingSince),
	next: iso(one.nextTryAt),
	reason: one.lastError,
})

const asideRow = (one: SetAside): Row => ({
	id: one.id,
	kind: one.kind,
	state: "set-aside",
	host: one.host,
	software: one.what,
	waiting: one.kind === "undelivered" ? one.count : 1,
	failures: one.kind === "undelivered" ? null : one.count,
	since: iso(one.since),
	next: null,
	reason: one.reason,
})

const hostNamed = async ({ db }: World, name: string): Promise<string | null> => {
	if (name === "all") return null
	const host = name.toLowerCase()
	if (!(await knowsHost(db, host))) throw new Refusal(`Nothing is known of a server ${name} here.`)
	return host
}

/** Does a thing in transactions of their own until one of them finds less than a batch. */
const inBatches = async (world: World, work: (tx: Transaction) => Promise<number>): Promise<number> => {
	for (let sum = 0; ; ) {
		const done = await world.db.transaction(work)
		sum += done
		if (done < batch) return sum
	}
}

const retry = async (world: World, name: string | undefined, options: Options): Promise<void> => {
	if (!name && !options.inbox) throw new Refusal("Say which server, or all; or --inbox.")
	const { db, ports } = world
	const host = await hostNamed(world, name ?? "all")
	const counts = { undelivered: 0, heard: 0, events: 0 }
	if (name) {
		await db.transaction(async (tx) => {
			if (host) await hostSpoke(tx, host, ports.now())
			await reopenHosts(tx, host, ports.now())
		})
		counts.undelivered = await inBatches(world, (tx) =>
			putBack(tx, { host, reachable: host === null }, batch),
		)
	}
	if (options.inbox) counts.heard = await inBatches(world, (tx) => hearAgain(tx, host, ports.now(), batch))
	if (!host) counts.events = await inBatches(world, (tx) => tellAgain(tx, batch))
	const facts = { host: host ?? "all", ...counts }
	await db.transaction((tx) => record(tx, ports, { type: "queue-retried", facts }))
	await notify(db, "snug_log")
	await notify(db, "snug_inbox")
	world.wake()
	say({ id: facts.host, state: "waiting", ...counts }, options)
}

const drop = async (world: World, name: string, options: Options): Promise<void> => {
	const host = await hostNamed(world, name)
	const found = await countQueue(world.db, host)
	const id = host ?? "all"
	if (!options.apply) {
		say({ id, state: "kept", ...found }, options)
		if (!options.json) process.stdout.write("This is what would be forgotten. Say --apply to do it.\n")
		return
	}
	const facts = { host: id, ...found }
	await world.db.transaction((tx) => record(tx, world.ports, { type: "queue-dropped", facts }))
	const sum: Dropped = { undelivered: 0, messages: 0, entries: 0 }
	for (let more = true; more; ) {
		const dropped = await world.db.transaction((tx) => dropQueue(tx, host, batch))
		for (const kind of ["undelivered", "messages", "entries"] as const) sum[kind] += dropped[kind]
		more = dropped.more
	}
	say({ id, state: "dropped", ...sum }, options)
}
