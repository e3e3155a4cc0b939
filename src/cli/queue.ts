import type { Command } from "commander"
import {
	countQueue,
	knowsHost,
	listQueuedHosts,
	listSetAside,
	type QueuedHost,
	type SetAside,
} from "../../db/queue.ts"
import { forgetQueue } from "../operating/forget-queue.ts"
import { retryQueue } from "../operating/retry-queue.ts"
import type { World } from "../world.ts"
import { orRefuse, Refusal, type Row, say } from "./speak.ts"
import type { WithWorld } from "./tools.ts"

const json = ["--json", "print one JSON value"] as const

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

const retry = async (world: World, name: string | undefined, options: Options): Promise<void> => {
	if (!name && !options.inbox) throw new Refusal("Say which server, or all; or --inbox.")
	const host = await hostNamed(world, name ?? "all")
	const what = { by: null, host, sending: name !== undefined, heard: options.inbox === true }
	const counts = orRefuse(await retryQueue(world, what))
	say({ id: host ?? "all", state: "waiting", ...counts }, options)
}

const drop = async (world: World, name: string, options: Options): Promise<void> => {
	const host = await hostNamed(world, name)
	const id = host ?? "all"
	if (!options.apply) {
		say({ id, state: "kept", ...(await countQueue(world.db, host)) }, options)
		if (!options.json) process.stdout.write("This is what would be forgotten. Say --apply to do it.\n")
		return
	}
	say({ id, state: "dropped", ...orRefuse(await forgetQueue(world, { by: null, host })) }, options)
}
