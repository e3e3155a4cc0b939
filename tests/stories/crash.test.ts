import { sql } from "drizzle-orm"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { connect } from "../../db/connect.ts"
import { type Json, type Peer, type Person, type Received, startPeer } from "../support/peer.ts"
import { large } from "../support/size.ts"
import { type Snug, startSnug } from "../support/snug.ts"
import { withOwner } from "../support/with-owner.ts"

const softwares = [
	"mastodon",
	"lemmy",
	"gotosocial",
	"misskey",
	"nodebb",
	"pleroma",
	"piefed",
	"mbin",
	"akkoma",
	"sharkey",
]
// Lemmy takes lists as lists only, and what GoToSocial writes is passed on word for word.
const silent = "gotosocial"
/** Large numbers are for `npm run prove -- --only crashes`, small ones for every day. */
const hostCount = large ? 20 : 10
const followersPerHost = large ? 10 : 4
/** Where the server dies: at a named place when it is passed for the nth time, or after so many milliseconds. */
const deaths = [
	"front-door:verified@2",
	"inbox:committed@2",
	400,
	"outbox:before-commit@1",
	"deliver:sent@5",
	"outbox:handed-over@1",
	...(large ? ["deliver:before-send@9", "front-door:kept@3", "deliver:sent@30", 900] : []),
]
const postsPerLife = 5

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const mostly = <T>(things: T[], at: number): T => things[at % things.length]!

/** The server, as others meet it: it dies and comes back, and they notice only that it does not answer. */
class Mortal {
	current: Snug
	constructor(snug: Snug) {
		this.current = snug
	}

	/** Starts it anew to die at the given place, while `during` goes on; resolves when both are over. */
	async live(death: string | number | null, during: () => Promise<unknown>): Promise<void> {
		this.current = await this.current.again({ FAILPOINT: typeof death === "string" ? death : "" })
		const gone = this.current.kill.bind(this.current)
		const done = during()
		if (typeof death === "number") await pause(death)
		if (death === null) await done
		else if (typeof death === "number") await gone("SIGKILL")
		else await Promise.race([ended(this.current), pause(60_000)])
		if (typeof death === "string" && this.current.process.signalCode === null)
			throw new Error(`${death} was never passed:\n${this.current.output()}`)
	}
}

const ended = (snug: Snug): Promise<unknown> =>
	new Promise((resolve) => {
		if (snug.process.signalCode) resolve(null)
		snug.process.once("exit", resolve)
	})

describe("a server that is killed again and again", () => {
	let snug: Snug
	let mortal: Mortal
	let tea: Json
	const peers: Peer[] = []
	const people: Person[] = []
	/** What was written, and whether it was ever acknowledged with 202. */
	const written = new Map<string, { note: Json; create: Json; acknowledged: boolean }>()

	beforeAll(async () => {
		snug = await startSnug({ LOG_LEVEL: "warning" })
		mortal = new Mortal(snug)
		await withOwner(snug, "tea")
		for (let i = 0; i < hostCount; i++) peers.push(await startPeer({ software: mostly(softwares, i) }))
		tea = await peers[0]!.person("first").lookUp(`@tea@${snug.host}`)
		await Promise.all(peers.map(joinFrom))
	}, 120_000)
	afterAll(async () => {
		await Promise.all(peers.map((peer) => peer.stop()))
		await mortal?.current.close()
	})

	const joinFrom = async (peer: Peer): Promise<void> => {
		await peer.person("person0").lookUp(tea.id)
		for (let i = 0; i < followersPerHost; i++) {
			const person = peer.person(`person${i}`)
			people.push(person)
			// A busy server answers 503, and is asked again.
			for (let { answer } = await person.follow(tea); answer.status !== 202; ) {
				expect(answer.status).toBe(503)
				await pause(1000)
				;({ answer } = await person.follow(tea))
			}
		}
		for (const person of people.filter((one) => one.peer === peer))
			while (!person.follows(tea.id)) await pause(50)
	}

	/** Sends a post as real servers do: again and again until it is taken, and then never again. */
	const sendUntilTaken = async (person: Person, text: string): Promise<void> => {
		let { note, create, answer } = await person.post({ text, mention: tea })
		const kept = { note, create, acknowledged: false }
		written.set(note.id, kept)
		for (let tries = 0; answer.status !== 202; tries++) {
			if (tries > 200) throw new Error(`${text} was never taken: ${answer.status} ${answer.body}`)
			await pause(200)
			answer = await person.send(create, { to: `${snug.origin}/inbox` })
		}
		kept.acknowledged = true
	}

	const announcesAt = (peer: Peer): Received[] => peer.received.filter(({ json }) => json.type === "Announce")
	/** The post an Announce is about, whichever way it is told. */
	const postOf = ({ json: { object } }: Received): string =>
		typeof object === "string" ? object : object.object.id
	const takenAt = (peer: Peer): Set<string> =>
		new Set(
			announcesAt(peer)
				.filter(({ answered }) => answered >= 200 && answered < 300)
				.map(postOf),
		)

	it("loses nothing, doubles nothing and says the same thing each time", async () => {
		const sendings: Promise<void>[] = []
		const authors = people.filter(({ peer }) => peer.software !== silent)
		for (const [life, death] of deaths.entries()) {
			await mortal.live(death, async () => {
				for (let i = 0; i < postsPerLife; i++)
					sendings.push(sendUntilTaken(mostly(authors, life * 37 + i * 41), `Post ${i} of life ${life}`))
			})
		}
		await mortal.live(null, () => Promise.all(sendings))
		expect(written.size).toBe(deaths.length * postsPerLife)
		// Far less than what the leases of the dead last.
		await expect
			.poll(() => peers.map((peer) => [...written.keys()].filter((id) => !takenAt(peer).has(id)).length), {
				timeout: 40_000,
				interval: 200,
			})
			.toEqual(peers.map(() => 0))
	}, 240_000)

	it("kept all that it acknowledged", async () => {
		const { db, close } = connect(snug.databaseUrl, { size: 1 })
		const heard = await db.execute<{ uri: string; state: string }>(
			sql`select activity_uri as uri, state from inbox where type = 'Create'`,
		)
		const shared = await db.execute<{ count: number }>(sql`select count(*)::int as count from shares`)
		const waiting = await db.execute(sql`select 1 from events where handed_over_at is null`)
		const aside = await db.execute(sql`select * from undelivered`)
		await close()
		const ids = [...written.values()].map(({ create }) => create.id).sort()
		expect(heard.map(({ uri }) => uri).sort()).toEqual(ids)
		expect(new Set(heard.map(({ state }) => state))).toEqual(new Set(["done"]))
		expect(shared[0]!.count).toBe(ids.length)
		expect(waiting).toHaveLength(0)
		expect(aside).toHaveLength(0)
	})

	it("gave each post one Announce in each dialect, with the same bytes wherever and however often it was sent", () => {
		const idsOf = new Map<string, Set<string>>()
		const bytesOf = new Map<string, Set<string>>()
		for (const peer of peers)
			for (const received of announcesAt(peer)) {
				const told = `${typeof received.json.object === "string" ? "boost" : "wrapped"} ${postOf(received)}`
				idsOf.set(told, (idsOf.get(told) ?? new Set()).add(received.json.id))
				bytesOf.set(
					received.json.id,
					(bytesOf.get(received.json.id) ?? new Set()).add(received.bytes.toString("base64")),
				)
			}
		expect([...idsOf.values()].filter((ids) => ids.size !== 1)).toEqual([])
		expect([...bytesOf.values()].filter((bytes) => bytes.size !== 1)).toEqual([])
		expect(idsOf.size).toBe(2 * written.size)
		expect(bytesOf.size).toBe(2 * written.size)
	})

	it("signed everything it ever sent", () => {
		const unsigned = peers.flatMap((peer) => peer.received).filter(({ verified }) => !verified)
		expect(unsigned.map(({ json, answered, outcome }) => ({ id: json.id, answered, outcome }))).toEqual([])
	})

	it("shows each post once to everybody who follows", async () => {
		await Promise.all(peers.map((peer) => peer.settled()))
		for (const person of people) {
			if (person.peer.traits.family !== "microblog") continue
			const seen = person
				.home()
				.filter((entry) => entry.boostedBy === tea.id)
				.map((entry) => entry.note.id)
			const own = [...written.values()].filter(({ note }) => note.attributedTo === person.id).length
			expect(new Set(seen).size, person.handle).toBe(seen.length)
			expect(seen.length, person.handle).toBeGreaterThanOrEqual(written.size - own)
		}
	})
})
