import type { Actor } from "../../src/people/actor.ts"
import type { Acquainted } from "./acquaint.ts"
import { Chance } from "./chance.ts"
import { Internet } from "./internet.ts"
import { Peer, type Sending, type Somebody } from "./peers.ts"
import type { Place, Room } from "./place.ts"
import { type Plan, sabotages } from "./plan.ts"
import { Scheduler } from "./scheduler.ts"
import { Snug } from "./snug.ts"

export type Violation = { invariant: string; what: string; at: number }

/** A post as its author knows it: what they said, and what they were told became of it. */
export type Told = {
	uri: string
	/** Where the group is that it is for. */
	server: Snug
	author: Somebody | { snug: Snug; name: "ana" | "ben" }
	/** The post it answers. */
	parent: Told | null
	/** Each wording holds a word of its own. */
	wordings: { word: string; sent: Sending | "kept" | "unsure" }[]
	/** When its author took it back, or out of the group; every try that may have been heard. */
	takenBack: (Sending | "kept" | "unsure")[]
	unshared: boolean
	/** Moderators did something about it, or its thread. */
	moderated: boolean
}

/** What a moderator did, by the reason they gave, which nobody gives twice. */
export type Act = { snug: Snug; type: string; reason: string; outcome: "done" | "refused" | "unsure" }

export const serverNames = (servers: number): string[] =>
	Array.from({ length: servers }, (_, nth) => `s${nth + 1}.test`)

const peers = [
	{ name: "m1.test", dialect: "microblog", people: ["ada", "bob", "eve"] },
	{ name: "m2.test", dialect: "microblog", people: ["max", "mia", "mallory"] },
	{ name: "l1.test", dialect: "threadiverse", people: ["lou", "lea"] },
] as const

/** All of one run: servers, peers, the network between them, and a ledger of what everybody was told. */
export class Stage {
	readonly plan: Plan
	readonly scheduler: Scheduler
	readonly internet: Internet
	readonly chance: Chance
	readonly snugs: Snug[] = []
	readonly peers: Peer[]
	readonly violations: Violation[] = []
	readonly posts: Told[] = []
	readonly acts: Act[] = []
	/** What everybody wanted last. */
	readonly minds: { person: Somebody; snug: Snug; stays: boolean }[] = []
	/** tea of each server, by the server's name. */
	readonly groups = new Map<string, Actor>()
	#words = 0
	#rooms: Room[] = []

	private constructor(plan: Plan, trace: ((line: string) => void) | null) {
		this.plan = plan
		this.scheduler = new Scheduler(trace)
		this.chance = new Chance(`run ${plan.seed}`)
		this.internet = new Internet(this.scheduler, this.chance.fork("network"))
		const { scheduler, internet } = this
		this.peers = peers.map(
			(peer, nth) =>
				new Peer({
					...peer,
					scheduler,
					internet,
					chance: this.chance.fork(peer.name),
					skew: plan.skews[nth] ?? 0,
					blame: (invariant, what) => this.blame(invariant, what),
				}),
		)
	}

	/** Opens the databases. `acquainted` is null for servers that have not heard of each other yet. */
	static async open(
		place: Place,
		plan: Plan,
		trace: ((line: string) => void) | null,
		acquainted: Acquainted | null,
	): Promise<Stage> {
		const stage = new Stage(plan, trace)
		if (acquainted) stage.#recall(acquainted)
		for (const [nth, name] of serverNames(plan.servers).entries()) {
			const room = await place.newDatabase(name)
			const { url } = room
			stage.#rooms.push(room)
			const { scheduler, internet } = stage
			const skew = plan.skews[nth + stage.peers.length] ?? 0
			const chance = stage.chance.fork(name)
			const sabotage = plan.sabotage ? sabotages[plan.sabotage] : null
			const snug = await Snug.open({ name, url, scheduler, internet, chance, skew, sabotage })
			snug.died = () => stage.startAgain(snug)
			stage.snugs.push(snug)
		}
		return stage
	}

	#recall({ at, peers, groups }: Acquainted): void {
		this.scheduler.now = at
		for (const peer of this.peers) peer.recall(peers.get(peer.name)!)
		for (const [name, group] of groups) this.groups.set(name, group)
	}

	/** Starts every server. */
	async wakeUp(): Promise<void> {
		const { scheduler, snugs } = this
		for (const snug of snugs) scheduler.after(1, `${snug.name} is started`, () => void snug.start())
		await scheduler.runUntil(scheduler.now + 60_000, () => snugs.every(({ world }) => world !== null))
	}

	blame(invariant: string, what: string): void {
		this.violations.push({ invariant, what, at: this.scheduler.now })
	}

	/** A word that nobody has said yet. */
	newWord(): string {
		return `word${++this.#words}x`
	}

	/** The first on each host follow every group from the beginning to the end, and nobody turns on them. */
	get anchors(): Somebody[] {
		return this.peers.map(({ people }) => people[0]!)
	}

	get others(): Somebody[] {
		return this.peers.flatMap(({ people }) => people.slice(1))
	}

	/** A supervisor starts a server that died, after a while. */
	startAgain(snug: Snug): void {
		const wait = this.chance.happens(0.7)
			? this.chance.between(500, 20_000)
			: this.chance.between(20_000, 900_000)
		this.scheduler.after(wait, `${snug.name} is started`, () => void snug.start())
	}

	/** Ends everything. What is kept of the databases is what later runs begin with. */
	async close(then: "drop" | "keep" = "drop"): Promise<void> {
		for (const snug of this.snugs) {
			snug.died = () => {}
			await snug.crash()
			await snug.memory.close()
		}
		for (const room of this.#rooms) await room[then]()
	}
}
