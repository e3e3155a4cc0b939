import { configure, type LogRecord } from "@logtape/logtape"
import { sql } from "drizzle-orm"
import { Hono } from "hono"
import "../../../src/temporal.ts"
import { findLocalActor } from "../../../db/actors.ts"
import { actorDocuments } from "../../../federation/documents.ts"
import { createOutside } from "../../../federation/federation.ts"
import { createLookUp, type LookUp } from "../../../federation/plumbing/look-up.ts"
import { createRemoteKeys } from "../../../federation/plumbing/remote-keys.ts"
import { signingKeys } from "../../../federation/plumbing/signing-keys.ts"
import { federationRoutes } from "../../../federation/routes.ts"
import { signUp } from "../../../src/accounts/sign-up.ts"
import { readConfig } from "../../../src/config.ts"
import { foundServer } from "../../../src/found-server.ts"
import { createGroup } from "../../../src/groups/create-group.ts"
import type { Group } from "../../../src/groups/group.ts"
import { type OpenWorld, openWorld } from "../../../src/open-world.ts"
import { realPorts } from "../../../src/real-ports.ts"
import { startWorkers, type Workers } from "../../../src/workers.ts"
import { type Scheme, signedHeaders } from "../../support/peer/signatures/sign.ts"
import type { Json } from "../../support/peer.ts"
import { newDatabase } from "./database.ts"
import { Fediverse, type Signer } from "./fediverse.ts"

/** A whole Snug in this process but for the sockets: its real front door, inbox, outbox and delivery on a real database. */
export class Ground {
	readonly fediverse = new Fediverse()
	/** What nobody expected: errors that were thrown, logged, or left lying. Taken by whoever looks. */
	troubles: string[] = []
	app!: Hono
	opened!: OpenWorld
	tea!: Group
	ana!: string
	lookUp!: LookUp
	#ahead = 0
	#workers: Workers | null = null
	#close: (() => Promise<void>)[] = []

	now = (): Date => new Date(Date.now() + this.#ahead)

	static async open({ working }: { working: boolean }): Promise<Ground> {
		const ground = new Ground()
		await ground.#start(working)
		return ground
	}

	async #start(working: boolean): Promise<void> {
		await this.#listen()
		const database = await newDatabase()
		this.#close.push(database.drop)
		const config = readConfig({
			DATABASE_URL: database.url,
			SECRET_KEY: "a secret of the tests, long enough to be taken",
			WEB_ORIGIN: "https://snug.test",
		})
		const ports = { ...realPorts(this.fediverse.fetch), now: this.now }
		this.opened = await openWorld(config, ports, { origin: "configured" })
		this.#close.push(this.opened.close)
		const { world } = this.opened
		await foundServer(world)
		const ana = await signUp(world, { name: "ana", password: "correct horse battery staple", email: null })
		if (!ana.ok) throw new Error(ana.reason)
		const made = await createGroup(world, { handle: "tea", name: "tea", ownerId: ana.value.id })
		if (!made.ok) throw new Error(made.reason)
		this.tea = made.value
		this.ana = ana.value.uri
		await this.rows(sql`update groups set posting = 'anyone'`)
		await this.#open(working)
	}

	async #open(working: boolean): Promise<void> {
		const { world } = this.opened
		const server = await findLocalActor(world.db, "server")
		const signingKey = signingKeys(world)
		const lookUp = createLookUp(world, () => signingKey(server!.id))
		this.lookUp = lookUp
		const outside = createOutside(world)
		const documents = actorDocuments(world, outside)
		const keys = createRemoteKeys(world, lookUp)
		const door = { world, keys, heard: () => this.#workers?.heard() }
		this.app = new Hono()
		this.app.route("/", federationRoutes({ world, outside, documents, door, onlySigned: false }))
		this.app.onError((error, c) => {
			this.troubles.push(`${c.req.method} ${c.req.path} threw ${error.stack}`)
			return c.text("It threw.", 500)
		})
		if (!working) return
		const network = { allowPrivateAddress: false, fetch: this.fediverse.fetch, close: async () => {} }
		const opened = this.opened
		this.#workers = await startWorkers({
			opened,
			network,
			lookUp,
			documents,
			signingKey,
			shared: false,
			answerWords: (answer) => [JSON.stringify(answer)],
		})
	}

	async #listen(): Promise<void> {
		const note = ({ message, properties, level }: LogRecord) => {
			const error =
				properties.error instanceof Error ? properties.error.stack : String(properties.error ?? "")
			if (level === "error" || level === "fatal")
				this.troubles.push(`It logged: ${message.join("")} ${error}`)
		}
		await configure({
			sinks: { note },
			loggers: [
				{ category: "snug", sinks: ["note"], lowestLevel: "error" },
				{ category: ["logtape", "meta"], sinks: [], lowestLevel: "fatal" },
			],
			reset: true,
		})
		const lying = (error: unknown) =>
			this.troubles.push(`Left lying: ${error instanceof Error ? error.stack : error}`)
		process.on("unhandledRejection", lying)
		process.on("uncaughtException", lying)
		this.#close.push(async () => {
			process.off("unhandledRejection", lying)
			process.off("uncaughtException", lying)
		})
	}

	/** Signs a body as somebody, and brings it to the door; the status it answers. */
	async post(signer: Signer, body: Uint8Array, scheme: Scheme = "cavage"): Promise<number> {
		const url = "https://snug.test/inbox"
		const headers = signedHeaders(
			{ method: "POST", url, headers: { "content-type": "application/activity+json" }, body },
			{ keyId: signer.keyId, key: signer.key, date: this.now(), scheme },
		)
		return this.bring(url, headers, body)
	}

	async bring(url: string, headers: Record<string, string> | Headers, body: Uint8Array): Promise<number> {
		const answer = await this.app.request(
			new Request(url, { method: "POST", headers, body: body as Uint8Array<ArrayBuffer> }),
		)
		await answer.arrayBuffer()
		return answer.status
	}

	say = (signer: Signer, activity: Json) => this.post(signer, Buffer.from(JSON.stringify(activity)))

	// biome-ignore lint/suspicious/noExplicitAny: rows are read by name
	async rows<T = Record<string, any>>(query: ReturnType<typeof sql>): Promise<T[]> {
		return (await this.opened.world.db.execute(query)) as unknown as T[]
	}

	/** Lets time pass until everything heard is dealt with or has run out of tries, and all that follows is handed over. */
	async settled(rounds = 1): Promise<void> {
		for (let round = 0; round < rounds; round++) {
			for (let looks = 0; looks < 2000; looks++) {
				const [row] = await this.rows<{ left: number }>(sql`select
					((select count(*) from inbox where state = 'waiting' and due_at <= ${this.now().toISOString()})
					+ (select count(*) from events where handed_over_at is null and error is null))::int as left`)
				if (row?.left === 0) break
				await new Promise((resolve) => setTimeout(resolve, 10))
				if (looks % 100 === 99) this.wake()
			}
			this.#ahead += 301_000
			this.wake()
		}
	}

	wake(): void {
		this.#workers?.heard()
		this.opened.world.wake()
	}

	/** What went wrong since somebody last looked. */
	taken(): string[] {
		const found = this.troubles
		this.troubles = []
		return found
	}

	async close(): Promise<void> {
		await this.#workers?.stop()
		for (const close of this.#close.reverse()) await close()
	}
}
