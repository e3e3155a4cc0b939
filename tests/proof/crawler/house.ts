import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { sql } from "drizzle-orm"
import { type Connection, connect } from "../../../db/connect.ts"
import { freePort } from "../../support/free-port.ts"
import { type Peer, startPeer } from "../../support/peer.ts"
import { launch, type Snug, type Started, verbsFor } from "../../support/snug.ts"
import type { Told } from "../../support/verbs.ts"
import { withOwner } from "../../support/with-owner.ts"
import { newDatabase } from "../fuzz/database.ts"
import { password } from "./visitors.ts"

/** A secret key of the server under trial, which nobody may ever be shown. */
export const secretKey = "a secret of the crawler, long enough to be taken"

/** A whole Snug in a process of its own, telling its log everything, and servers around it that keep what they hear. */
export class House {
	readonly origin: string
	readonly host: string
	readonly folder: string
	readonly peers: Peer[] = []
	readonly connection: Connection
	readonly passwordFile: string
	readonly snug: Snug["snug"]
	/** A verb of the command, whatever comes of it. */
	readonly told: (words: string[]) => Promise<Told>
	readonly #started: Started
	readonly #close: () => Promise<void>

	private constructor(
		parts: {
			started: Started
			port: number
			url: string
			folder: string
			snug: Snug["snug"]
			told: House["told"]
		},
		close: () => Promise<void>,
	) {
		this.#started = parts.started
		this.#close = close
		this.host = `localhost:${parts.port}`
		this.origin = `http://${this.host}`
		this.folder = parts.folder
		this.snug = parts.snug
		this.told = parts.told
		this.connection = connect(parts.url, { size: 2 })
		this.passwordFile = join(parts.folder, "password")
		writeFileSync(this.passwordFile, password)
	}

	static async open(): Promise<House> {
		const database = await newDatabase()
		const folder = mkdtempSync(join(tmpdir(), "snug-crawler-"))
		const port = await freePort()
		const settings = {
			PORT: String(port),
			DATABASE_URL: database.url,
			DATA_DIR: folder,
			SECRET_KEY: secretKey,
			LOG_LEVEL: "debug",
		}
		const started = await launch(settings)
		const verbs = verbsFor(settings)
		const snug: Snug["snug"] = async (...words) => {
			const { code, stdout, stderr } = await verbs.run([...words, "--json"])
			if (code !== 0) throw new Error(`snug ${words.join(" ")} exited with ${code}: ${stderr}`)
			return JSON.parse(stdout)
		}
		const told: House["told"] = (words) => verbs.run(words)
		const house = new House({ started, port, url: database.url, folder, snug, told }, async () => {
			await started.kill()
			await database.drop()
			rmSync(folder, { recursive: true, force: true })
		})
		await withOwner(
			{ ...started, origin: house.origin, host: house.host, snug } as Snug,
			"tea",
			"den",
			"chess",
		)
		return house
	}

	async peer(software: string): Promise<Peer> {
		const peer = await startPeer({ software })
		this.peers.push(peer)
		return peer
	}

	account = (name: string, ...more: string[]) =>
		this.snug("account", "create", name, "--password-file", this.passwordFile, ...more)

	// biome-ignore lint/suspicious/noExplicitAny: rows are read by name
	async rows<T = Record<string, any>>(query: ReturnType<typeof sql>): Promise<T[]> {
		return (await this.connection.db.execute(query)) as unknown as T[]
	}

	async idOf(query: ReturnType<typeof sql>): Promise<string> {
		const [row] = await this.rows<{ id: string }>(query)
		if (!row) throw new Error("What the crawler planted is not there.")
		return row.id
	}

	actor = (handle: string) => this.idOf(sql`select id from actors where local and handle = ${handle}`)
	actorAt = (uri: string) => this.idOf(sql`select id from actors where uri = ${uri}`)

	/** Everything heard is dealt with, and everything that happened is handed over and delivered. */
	async settled(longest = 60_000): Promise<void> {
		const end = Date.now() + longest
		for (;;) {
			const [row] = await this.rows<{
				left: number
			}>(sql`select (select count(*) from inbox where state = 'waiting')::int
				+ (select count(*) from events where handed_over_at is null and error is null)::int as left`)
			if (row?.left === 0) return
			if (Date.now() > end) throw new Error("The server was not done within a minute.")
			await new Promise((resolve) => setTimeout(resolve, 50))
		}
	}

	/** All it printed, but for the setup link, which it is to print. */
	log = (): string => this.#started.output().replace(/^Setup: \S+$/gm, "")
	setupToken = (): string => /Setup: \S+token=(\S+)/.exec(this.#started.output())?.[1] ?? ""
	get alive(): boolean {
		return this.#started.process.exitCode === null && this.#started.process.signalCode === null
	}

	/** All that other servers were sent or asked. */
	sent(): { what: string; text: string }[] {
		return this.peers.flatMap((peer) => [
			...peer.received.map((one) => ({ what: `a POST to ${peer.host}`, text: JSON.stringify(one) })),
			...peer.requests.map((one) => ({
				what: `a GET of ${peer.host}${one.path}`,
				text: JSON.stringify(one),
			})),
		])
	}

	async close(): Promise<void> {
		await this.connection.close()
		await this.#close()
		await Promise.all(this.peers.map((peer) => peer.stop()))
	}
}
