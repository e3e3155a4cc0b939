import type { Sql } from "postgres"
import {
	type Author,
	actorDocument,
	authorsOn,
	forged,
	newNote,
	type Prepared,
	signedPost,
} from "./authors.ts"
import { startChild } from "./child.ts"
import { costs, type Meter, memoryOf, meter } from "./cpu.ts"
import { demand, type Line, type Measured, type Pair, type Place, quantile, until } from "./line.ts"
import { flood } from "./load.ts"
import { type BenchSnug, startSnug } from "./snug.ts"

const inFlight = 64

/** Posts that other servers bring: from the first POST until the last is in the group's log. */
export const hear: Line = {
	name: "hear",
	unit: "activities/s",
	async open(place) {
		const snug = await startSnug(place)
		const authors = await meetAuthors(place, snug)
		await refuseForgeries(snug, authors)
		const floor = await startFloor(place, snug, authors)
		await flood(floor.origin, postsBy(snug, authors, 200), { inFlight, status: 202 })
		const count = place.quick ? 1000 : 10_000
		const spentBy = (pid: number) => meter(pid, place.cluster.cpu, [process.pid])
		return async (): Promise<Pair> => {
			const posts = postsBy(snug, authors, count)
			return {
				snug: await measureSnug(snug, spentBy(snug.pid), posts),
				floor: await measureFloor(floor, spentBy(floor.pid), posts),
			}
		}
	},
}

/** 200 people on 50 servers; each brings one post, so that the server knows all their keys. */
const meetAuthors = async (place: Place, snug: BenchSnug): Promise<Author[]> => {
	const hosts = startChild(new URL("./hosts.ts", import.meta.url))
	place.after(() => hosts.stop())
	const authors = authorsOn(await hosts.ask<string[]>("open", { count: 50 }), 200)
	await hosts.ask(
		"serve",
		Object.fromEntries(authors.map((author) => [new URL(author.uri).href, actorDocument(author)])),
	)
	await flood(snug.origin, postsBy(snug, authors, authors.length), { inFlight, status: 202 })
	await until(() => isSettled(snug.sql), "the first posts are shared")
	await demandShared(snug.sql, authors.length)
	return authors
}

const postsBy = ({ origin, group }: BenchSnug, authors: Author[], count: number): Prepared[] =>
	Array.from({ length: count }, (_, index) => {
		const author = authors[index % authors.length]!
		return signedPost(origin, author, newNote(author, group.uri).body)
	})

const refuseForgeries = async (snug: BenchSnug, authors: Author[]): Promise<void> => {
	const heard = await countOf(snug.sql`select count(*) from inbox`)
	await flood(snug.origin, postsBy(snug, authors, 5).map(forged), { inFlight: 1, status: 401 })
	demand((await countOf(snug.sql`select count(*) from inbox`)) === heard, "a forged activity was kept")
}

/** Whether nothing that was heard waits, nor anything that came of it. */
const isSettled = async (sql: Sql): Promise<boolean> => {
	const [row] = await sql<{ busy: boolean }[]>`
		select exists(select 1 from inbox where state = 'waiting')
			or exists(select 1 from events where handed_over_at is null and error is null) as busy`
	return !row!.busy
}

const demandShared = async (sql: Sql, count: number): Promise<void> => {
	const [row] = await sql<{ rows: string; objects: string; aside: string }[]>`
		select count(*) as rows, count(distinct object_uri) as objects,
			(select count(*) from inbox where state = 'set_aside') as aside
		from log where dialect = 'microblog'`
	const told = `${row!.rows} boosts of ${row!.objects} posts in the log, ${row!.aside} activities set aside`
	demand(
		Number(row!.rows) === count && Number(row!.objects) === count && row!.aside === "0",
		`${told}, not ${count}`,
	)
}

const countOf = async (query: PromiseLike<readonly unknown[]>): Promise<number> =>
	Number(((await query) as { count: string }[])[0]!.count)

const measureSnug = async (snug: BenchSnug, spent: Meter, posts: Prepared[]): Promise<Measured> => {
	const shared = await countOf(snug.sql`select count(*) from log where dialect = 'microblog'`)
	const before = spent()
	const began = performance.now()
	const { latencies } = await flood(snug.origin, posts, { inFlight, status: 202 })
	await until(() => isSettled(snug.sql), "every post is shared")
	const milliseconds = performance.now() - began
	const cost = costs(before, spent(), posts.length)
	await demandShared(snug.sql, shared + posts.length)
	return { ...rates(milliseconds, latencies), ...cost, rss: memoryOf(snug.pid) }
}

const rates = (milliseconds: number, latencies: number[]) => ({
	value: (latencies.length / milliseconds) * 1000,
	p50: quantile(latencies, 0.5),
	p99: quantile(latencies, 0.99),
})

type Floor = { origin: string; pid: number; kept(): Promise<number> }

const startFloor = async (place: Place, snug: BenchSnug, authors: Author[]): Promise<Floor> => {
	const child = startChild(new URL("./floor-hear.ts", import.meta.url))
	place.after(() => child.stop())
	const keys = authors.map(({ keyId, keys }) => [keyId, keys.publicKeyPem])
	const origin = await child.ask<string>("open", { url: snug.databaseUrl, keys })
	return { origin, pid: child.pid, kept: () => child.ask("kept") }
}

const measureFloor = async (floor: Floor, spent: Meter, posts: Prepared[]): Promise<Measured> => {
	const kept = await floor.kept()
	const before = spent()
	const { milliseconds, latencies } = await flood(floor.origin, posts, { inFlight, status: 202 })
	const cost = costs(before, spent(), posts.length)
	demand((await floor.kept()) - kept === posts.length, "the floor did not keep every activity")
	return { ...rates(milliseconds, latencies), ...cost, rss: memoryOf(floor.pid) }
}
