import { randomUUID } from "node:crypto"
import { type Author, actorDocument, authorsOn, newNote, signedPost } from "./authors.ts"
import { type Child, startChild } from "./child.ts"
import { costs, type Meter, memoryOf, meter, noDatabase } from "./cpu.ts"
import { crowd } from "./crowd.ts"
import type { Arrival } from "./hosts.ts"
import { demand, type Line, type Measured, type Pair, quantile, until } from "./line.ts"
import { flood } from "./load.ts"
import { type BenchSnug, startSnug } from "./snug.ts"

const patience = 120_000

/** One post to a large group: from the POST that brings it until the last server has its boost. */
export const send: Line = {
	name: "send",
	unit: "deliveries/s",
	async open(place) {
		const snug = await startSnug(place)
		const hosts = startChild(new URL("./hosts.ts", import.meta.url))
		place.after(() => hosts.stop())
		const crowds = crowd(place.quick ? 1000 : 10_000)
		const origins = await hosts.ask<string[]>("open", { count: crowds.length })
		const [author] = authorsOn(origins, 1) as [Author]
		await hosts.ask("serve", { [author.uri]: actorDocument(author) })
		await settle(snug, origins, crowds)
		const floor = startChild(new URL("./floor-send.ts", import.meta.url))
		place.after(() => floor.stop())
		await floor.ask("open", { inboxes: origins.map((origin) => `${origin}/inbox`) })

		const course = (pid: number, database: () => number | null): Course => ({
			hosts,
			count: origins.length,
			spent: meter(pid, database, [process.pid, hosts.pid]),
		})
		const run = async (): Promise<Pair> => ({
			snug: await measureSnug(snug, author, course(snug.pid, place.cluster.cpu)),
			floor: await measureFloor(floor, course(floor.pid, noDatabase)),
		})
		// The first post opens the connections; what is measured is how fast the next one goes.
		await run()
		return run
	},
}

/** Followers and all that belongs to them, as if each had sent a Follow long ago. */
const settle = async ({ sql, group }: BenchSnug, origins: string[], crowds: number[]): Promise<void> => {
	const hosts = origins.map((origin) => new URL(origin).host)
	const living = crowds.flatMap((count, index) => Array<string>(count).fill(hosts[index]!))
	await sql`
		with people as (
			insert into actors (id, uri, local, kind, handle, host, name, url, inbox, shared_inbox, fetched_at)
			select gen_random_uuid(), 'http://' || host || '/f/' || n, false, 'person', 'f' || n, host, 'F', 'http://' || host || '/f/' || n,
				'http://' || host || '/f/' || n || '/inbox', 'http://' || host || '/inbox', now()
			from unnest(${living}::text[]) with ordinality as lives(host, n) returning id, uri)
		insert into members (group_id, actor_id, role, follow_uri)
		select ${group.id}, id, 'follower', uri || '#follow' from people`
	await sql`insert into hosts (host, dialect, nodeinfo_at) select host, 'microblog', now() from unnest(${hosts}::text[]) as host`
	await sql`
		insert into cursors (group_id, inbox, host, position)
		select ${group.id}, 'http://' || host || '/inbox', host, (select log_position from groups where actor_id = ${group.id})
		from unnest(${hosts}::text[]) as host`
	await sql`analyze`
}

type Course = { hosts: Child; count: number; spent: Meter }

const measureSnug = async (
	snug: BenchSnug,
	author: Author,
	{ hosts, count, spent }: Course,
): Promise<Measured> => {
	const posts = [signedPost(snug.origin, author, newNote(author, snug.group.uri).body)]
	const before = spent()
	const began = process.hrtime.bigint()
	await flood(snug.origin, posts, { inFlight: 1, status: 202 })
	const arrivals = await hosts.ask<Arrival[]>("await", { count, patience })
	await until(() => isIdle(snug), "every server's cursor is at the end of the log")
	return { ...spread(arrivals, count, began), ...costs(before, spent(), count), rss: memoryOf(snug.pid) }
}

const isIdle = async ({ sql }: BenchSnug): Promise<boolean> => {
	const [row] = await sql<{ busy: boolean }[]>`
		select exists(select 1 from cursors c join groups g on g.actor_id = c.group_id where c.position < g.log_position)
			or exists(select 1 from hosts where lease_owner is not null) as busy`
	return !row!.busy
}

const measureFloor = async (floor: Child, { hosts, count, spent }: Course): Promise<Measured> => {
	const before = spent()
	const began = process.hrtime.bigint()
	await floor.ask("send", { id: `http://localhost/${randomUUID()}` })
	const arrivals = await hosts.ask<Arrival[]>("await", { count, patience })
	return { ...spread(arrivals, count, began), ...costs(before, spent(), count), rss: memoryOf(floor.pid) }
}

/** When how many had it. @throws Wrong unless each server got it, and once. */
const spread = (arrivals: Arrival[], count: number, began: bigint) => {
	const ids = new Set(arrivals.map(({ id }) => id))
	const served = new Set(arrivals.map(({ host }) => host))
	demand(served.size === count, `${served.size} of ${count} servers got the post`)
	const told = `${count} servers got ${arrivals.length} activities with ${ids.size} ids`
	demand(ids.size === 1 && arrivals.length === count, told)
	const times = arrivals.map(({ at }) => Number(at - began) / 1e6)
	const last = Math.max(...times)
	return {
		value: (count / last) * 1000,
		p50: quantile(times, 0.5),
		p99: quantile(times, 0.99),
		more: { deliveries: count, p95: quantile(times, 0.95), p100: last },
	}
}
