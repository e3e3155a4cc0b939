import { setTimeout as pause } from "node:timers/promises"
import { freePort } from "../../support/free-port.ts"
import { type Json, type Peer, type Person, startPeer } from "../../support/peer.ts"
import { launch, type Started } from "../../support/snug.ts"
import { chanceOf } from "./chance.ts"
import { type Ledger, type Load, startLoad } from "./load.ts"

export type RigOptions = {
	/** The server's database; its own in DATA_DIR when there is none. */
	databaseUrl?: string
	/** How to look into that database, where it is not the same address. */
	lookUrl?: string
	seed: number
	environment?: Record<string, string>
	softwares?: string[]
	followersPerHost?: number
}

const owner = {
	server_name: "A Snug",
	name: "ana",
	password: "correct horse battery staple",
	group_handle: "tea",
	group_name: "Tea",
}

/** A real server in a process of its own, peers with people who follow its group, and a load of posts. */
export class Rig {
	server!: Started
	tea!: Json
	readonly origin: string
	readonly peers: Peer[] = []
	readonly people: Person[] = []
	readonly ledger: Ledger = { sent: new Map(), slow: [], slowest: 0 }
	readonly random: () => number
	readonly options: RigOptions
	readonly #settings: Record<string, string>
	#load: Load | null = null
	#loads: Load[] = []
	#stillUntil = 0
	/** How often the server was killed. */
	deaths = 0

	private constructor(options: RigOptions, port: number) {
		this.options = options
		this.random = chanceOf(options.seed)
		this.origin = `http://localhost:${port}`
		this.#settings = {
			PORT: String(port),
			SECRET_KEY: "a secret of the tests, long enough to be taken",
			LOG_LEVEL: "warning",
			BACKUP: "false",
			...(options.databaseUrl ? { DATABASE_URL: options.databaseUrl } : {}),
			...options.environment,
		}
	}

	static async open(options: RigOptions): Promise<Rig> {
		const rig = new Rig(options, await freePort())
		await rig.start()
		await rig.#setUp()
		const { softwares = ["mastodon", "lemmy", "akkoma"], followersPerHost = 2 } = options
		for (const software of softwares) rig.peers.push(await startPeer({ software }))
		const host = new URL(rig.origin).host
		rig.tea = await rig.peers[0]!.person("first").lookUp(`@tea@${host}`)
		await Promise.all(rig.peers.map((peer) => rig.#joinFrom(peer, followersPerHost)))
		return rig
	}

	async #setUp(): Promise<void> {
		const link = /Setup: (\S+)/.exec(this.server.output())?.[1]
		if (!link) throw new Error(`There is no setup link in:\n${this.server.output()}`)
		const answer = await fetch(link, { method: "POST", body: new URLSearchParams(owner) })
		if (!answer.ok) throw new Error(`The setup page answered ${answer.status}`)
	}

	async #joinFrom(peer: Peer, followers: number): Promise<void> {
		await peer.person("person0").lookUp(this.tea.id)
		for (let n = 0; n < followers; n++) {
			const person = peer.person(`person${n}`)
			this.people.push(person)
			await person.follow(this.tea)
			while (!person.follows(this.tea.id)) await pause(30)
		}
	}

	/** Starts the server, to die at a failpoint if one is named. */
	async start(failpoint = ""): Promise<void> {
		this.server = await launch({ ...this.#settings, ...(failpoint ? { FAILPOINT: failpoint } : {}) })
	}

	/** Ends it as kill -9 would, or as told. */
	async kill(signal: NodeJS.Signals = "SIGKILL"): Promise<void> {
		await this.server.kill(signal)
		this.deaths++
	}

	get isDead(): boolean {
		return this.server.process.exitCode !== null || this.server.process.signalCode !== null
	}

	/** Stops the process for a while, as a machine that is out of memory or a debugger does. */
	async freeze(milliseconds: number): Promise<void> {
		this.server.process.kill("SIGSTOP")
		await pause(milliseconds)
		this.server.process.kill("SIGCONT")
		this.#stillUntil = Date.now()
	}

	load(perSecond: number): void {
		this.rest()
		this.#load = startLoad(
			{
				authors: this.people,
				group: this.tea,
				inbox: `${this.origin}/inbox`,
				ledger: this.ledger,
				random: this.random,
				stillUntil: () => this.#stillUntil,
			},
			perSecond,
		)
		this.#loads.push(this.#load)
	}

	/** Begins no more posts; those under way go on. */
	rest(): void {
		this.#load?.stop()
		this.#load = null
	}

	/** The server runs, without faults, until all that was begun is taken. */
	async calm(): Promise<void> {
		this.rest()
		if (this.isDead) await this.start()
		await Promise.all(this.#loads.splice(0).map((load) => load.taken()))
	}

	async get(path: string): Promise<number> {
		try {
			return (await fetch(this.origin + path, { signal: AbortSignal.timeout(6000) })).status
		} catch {
			return 0
		}
	}

	async close(): Promise<void> {
		this.rest()
		await this.server.kill()
		await Promise.all(this.peers.map((peer) => peer.stop()))
	}
}
