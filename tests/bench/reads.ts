import { request } from "undici"
import { type Author, actorDocument, authorsOn, newNote, signedPost } from "./authors.ts"
import { startChild } from "./child.ts"
import { costs, type Meter, memoryOf, meter, noDatabase } from "./cpu.ts"
import { demand, type Line, type Measured, type Pair, type Place, quantile, until } from "./line.ts"
import { type Asked, flood, hammer } from "./load.ts"
import { type BenchSnug, owner, startSnug } from "./snug.ts"

const forActors = { accept: 'application/ld+json; profile="https://www.w3.org/ns/activitystreams"' }
const forPages = { accept: "text/html" }

/** What is asked for again and again, and the answer that a bare server gives by heart. */
export type Recipe = {
	path: string
	status: number
	headers: Record<string, string>
	body: string
	etag: string | null
}
type Asking = { path: string; headers: Record<string, string> }
type Prepare = (place: Place, snug: BenchSnug) => Promise<Asking>

const reading = (name: string, prepare: Prepare): Line => ({
	name,
	unit: "requests/s",
	async open(place) {
		const snug = await startSnug(place)
		const { recipe, asked } = await taste(snug.origin, await prepare(place, snug))
		const floor = startChild(new URL("./floor-serve.ts", import.meta.url))
		place.after(() => floor.stop())
		const floorOrigin = await floor.ask<string>("open", recipe)
		const spentBySnug = meter(snug.pid, place.cluster.cpu, [process.pid])
		const spentByFloor = meter(floor.pid, noDatabase, [process.pid])
		for (const origin of [snug.origin, floorOrigin]) await hammer(origin, asked, 1000)
		const time = place.quick ? 2000 : 5000
		return async (): Promise<Pair> => ({
			snug: await measure(snug.origin, asked, time, snug.pid, spentBySnug),
			floor: await measure(floorOrigin, asked, time, floor.pid, spentByFloor),
		})
	},
})

/** Asks once, so that the floor can answer the same bytes and every answer can be checked. */
const taste = async (
	origin: string,
	{ path, headers }: Asking,
): Promise<{ recipe: Recipe; asked: Asked }> => {
	const { "if-none-match": _, ...plain } = headers
	const whole = await request(origin + path, { headers: plain })
	const body = await whole.body.text()
	demand(whole.statusCode === 200, `${path} was answered with ${whole.statusCode}`)
	const status = headers["if-none-match"] ? 304 : 200
	const asked = { path, headers, status, bytes: status === 200 ? Buffer.byteLength(body) : 0 }
	const ofConnection = new Set(["date", "connection", "keep-alive", "transfer-encoding", "content-length"])
	const kept = Object.entries(whole.headers).filter(([name]) => !ofConnection.has(name)) as [string, string][]
	const etag = String(whole.headers.etag ?? "") || null
	return { recipe: { path, status: 200, headers: Object.fromEntries(kept), body, etag }, asked }
}

const measure = async (
	origin: string,
	asked: Asked,
	time: number,
	pid: number,
	spent: Meter,
): Promise<Measured> => {
	const before = spent()
	const { milliseconds, latencies } = await hammer(origin, asked, time)
	const count = latencies.length
	return {
		value: (count / milliseconds) * 1000,
		...costs(before, spent(), count),
		p50: quantile(latencies, 0.5),
		p99: quantile(latencies, 0.99),
		rss: memoryOf(pid),
	}
}

/** Conversations of so many posts each, brought by another server. */
const converse = async (
	place: Place,
	snug: BenchSnug,
	conversations: number,
	posts: number,
): Promise<void> => {
	const hosts = startChild(new URL("./hosts.ts", import.meta.url))
	place.after(() => hosts.stop())
	const authors = authorsOn(await hosts.ask<string[]>("open", { count: 3 }), 3)
	await hosts.ask("serve", Object.fromEntries(authors.map((author) => [author.uri, actorDocument(author)])))
	const say = async (author: Author, parents: (string | null)[]): Promise<string[]> => {
		const notes = parents.map((parent) => newNote(author, snug.group.uri, parent))
		const requests = notes.map(({ body }) => signedPost(snug.origin, author, body))
		const before = await sharedSoFar(snug)
		await flood(snug.origin, requests, { inFlight: 4, status: 202 })
		await until(
			async () => (await sharedSoFar(snug)) === before + notes.length,
			"the conversations are there",
			60_000,
		)
		return notes.map(({ noteUri }) => noteUri)
	}
	const [first, second, third] = authors as [Author, Author, Author]
	const begun = await say(first, Array<null>(conversations).fill(null))
	const answered = await say(second, begun)
	for (let told = 2; told < posts; told += answered.length) await say(third, answered)
}

const sharedSoFar = async ({ sql }: BenchSnug): Promise<number> =>
	Number((await sql`select count(*) from shares where state = 'shared'`)[0]!.count)

/** A group's actor document, as servers ask for it. */
export const actor = reading("actor", async () => ({ path: "/@tea", headers: forActors }))

/** The same, asked for by a server that has it already. */
export const unchanged = reading("actor-304", async (_, { origin }) => {
	const { headers, body } = await request(`${origin}/@tea`, { headers: forActors })
	await body.dump()
	return { path: "/@tea", headers: { ...forActors, "if-none-match": String(headers.etag) } }
})

/** A group's page with 20 conversations of three posts, as somebody sees it who is not signed in. */
export const page = reading("page", async (place, snug) => {
	await converse(place, snug, 20, 3)
	return { path: "/@tea", headers: forPages }
})

/** The same page made for each request: a cookie, whatever is in it, may be somebody. */
export const pageAnew = reading("page-anew", async (place, snug) => {
	await converse(place, snug, 20, 3)
	return { path: "/@tea", headers: { ...forPages, cookie: "other=1" } }
})

/** The same as its owner sees it. */
export const pageOwn = reading("page-own", async (place, snug) => {
	await converse(place, snug, 20, 3)
	return { path: "/@tea", headers: { ...forPages, cookie: await signIn(snug) } }
})

/** A conversation of 200 posts as the group's owner sees it. */
export const thread = reading("thread-own", async (place, snug) => {
	await converse(place, snug, 1, 200)
	const [row] = await snug.sql<{ id: string }[]>`select thread_id as id from posts limit 1`
	return { path: `/@tea/t/${row!.id}`, headers: { ...forPages, cookie: await signIn(snug) } }
})

const signIn = async ({ origin }: BenchSnug): Promise<string> => {
	const body = new URLSearchParams({ name: owner.name, password: owner.password }).toString()
	const headers = { "content-type": "application/x-www-form-urlencoded", origin }
	const answer = await request(`${origin}/login`, { method: "POST", headers, body })
	await answer.body.dump()
	return [answer.headers["set-cookie"]]
		.flat()
		.map((cookie) => cookie!.split(";")[0])
		.join("; ")
}
