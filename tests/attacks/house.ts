import { createPublicKey, generateKeyPairSync, type KeyObject, randomUUID } from "node:crypto"
import { Socket } from "node:net"
import { sql } from "drizzle-orm"
import { expect } from "vitest"
import { findLocalActor } from "../../db/actors.ts"
import { notify } from "../../db/notify.ts"
import { createNetwork, type NetworkOptions } from "../../federation/plumbing/network.ts"
import { readActor } from "../../federation/translate/actor.ts"
import { signUp } from "../../src/accounts/sign-up.ts"
import { readConfig } from "../../src/config.ts"
import { foundServer } from "../../src/found-server.ts"
import { createGroup } from "../../src/groups/create-group.ts"
import type { Group } from "../../src/groups/group.ts"
import { joinGroup } from "../../src/groups/join-group.ts"
import { openWorld } from "../../src/open-world.ts"
import { meet } from "../../src/people/meet.ts"
import type { Ports } from "../../src/ports.ts"
import { realPorts } from "../../src/real-ports.ts"
import { serve } from "../../src/serve.ts"
import type { World } from "../../src/world.ts"
import "../../src/temporal.ts"
import { type Fresh, freshDatabase } from "../support/database.ts"
import { eventually } from "../support/eventually.ts"
import { freePort } from "../support/free-port.ts"
import { exchange } from "../support/peer/exchange.ts"
import { signedHeaders } from "../support/peer/signatures/sign.ts"
import { type Json, PUBLIC } from "../support/peer.ts"

type Options = Partial<Pick<NetworkOptions, "resolve" | "deadline">> & {
	/** A server of the open Internet, which speaks with public addresses only; otherwise a trial among the peers of a test. */
	earnest?: boolean
	failpoint?: Ports["failpoint"]
	/** Further settings, by their names in the environment. */
	settings?: Record<string, string>
}
/** Somebody who signs; on a server that exists, or on one that does not. */
export type Signer = { id: string; keyId: string; key: KeyObject }

/**
 * A whole Snug in this process, on a database of its own: the same parts as in one of its own, but that its clock can be
 * put forward, and that names lead where a test says. Two groups, tea and books, and one account, ana.
 */
export class House {
	readonly world: World
	readonly tea: Group
	readonly books: Group
	/** Where it really listens. */
	readonly port: number
	readonly #opened: Opened

	constructor(opened: Opened) {
		this.#opened = opened
		this.world = opened.world
		this.port = opened.port
		this.tea = opened.groups[0]!
		this.books = opened.groups[1]!
	}

	get origin(): string {
		return this.world.origin.origin
	}

	get inbox(): string {
		return `${this.origin}/inbox`
	}

	now = (): Date => this.world.ports.now()

	/** Lets time pass, and has everything looked at that may be due now. */
	async pass(milliseconds: number): Promise<void> {
		this.#opened.clock.ahead += milliseconds
		for (const bell of ["snug_inbox", "snug_events", "snug_log", "snug_letters"])
			await notify(this.world.db, bell)
	}

	// biome-ignore lint/suspicious/noExplicitAny: rows are checked by the tests themselves
	async rows<T = Record<string, any>>(query: ReturnType<typeof sql>): Promise<T[]> {
		return (await this.world.db.execute(query)) as unknown as T[]
	}

	/** Everything heard is dealt with or waits for its time, and everything that happened is handed over. */
	async settled(longest = 30_000): Promise<void> {
		await eventually(async () => {
			const now = this.now().toISOString()
			const [row] = await this.rows(sql`select
				(select count(*)::int from inbox i where state = 'waiting' and due_at <= ${now} and not exists (select 1 from inbox e
					where e.state = 'waiting' and e.actor_uri = i.actor_uri and e.position < i.position and e.due_at > ${now})) as heard,
				(select count(*)::int from events where handed_over_at is null and error is null) as events`)
			expect(row).toEqual({ heard: 0, events: 0 })
		}, longest)
	}

	async sharedIn(uri: string): Promise<string[]> {
		const rows = await this.rows(sql`select g.handle from shares s join posts p on p.id = s.post_id
			join actors g on g.id = s.group_id where p.uri = ${uri} and s.state = 'shared' order by 1`)
		return rows.map((row) => row.handle)
	}

	/** Signs for this server's address, and brings it to where it listens. */
	async post(signer: Signer, activity: Json, door = this.port): Promise<number> {
		const body = Buffer.from(JSON.stringify(activity))
		const headers = signedHeaders(
			{ method: "POST", url: this.inbox, headers: { "content-type": "application/activity+json" }, body },
			{ keyId: signer.keyId, key: signer.key, date: this.now() },
		)
		return (await exchange("POST", `http://127.0.0.1:${door}/inbox`, headers, body)).status
	}

	/** A public note to tea in a Create, unsent; `change` is laid over the note. */
	note(author: { id: string }, change: Json = {}, around: Json = {}): { note: Json; create: Json } {
		const id = `${author.id}/statuses/${randomUUID()}`
		const where = { to: [PUBLIC], cc: [this.tea.uri] }
		const content = `<p>Words ${randomUUID()}</p>`
		const note = { id, type: "Note", attributedTo: author.id, ...where, content, ...change }
		const create = {
			id: `${id}/activity`,
			type: "Create",
			actor: author.id,
			...where,
			object: note,
			...around,
		}
		return { note, create: { "@context": "https://www.w3.org/ns/activitystreams", ...create } }
	}

	/** Somebody of a server that cannot be reached from here, known since before, who follows tea. */
	async friend(name: string, host: string, given?: KeyObject): Promise<Signer> {
		const id = `https://${host}/users/${name}`
		const privateKey = given ?? generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey
		const publicKeyPem = createPublicKey(privateKey as unknown as string).export({
			type: "spki",
			format: "pem",
		})
		const key = { id: `${id}#main-key`, owner: id, publicKeyPem }
		const document = { id, type: "Person", preferredUsername: name, inbox: `${id}/inbox`, publicKey: key }
		const introduction = readActor(document, id)
		if ("unfit" in introduction) throw new Error(introduction.unfit)
		await this.world.db.transaction(async (tx) => {
			const person = await meet(this.world, tx, introduction)
			await joinGroup(this.world, tx, { group: this.tea, person, followUri: `${id}/follow` })
		})
		return { id, keyId: key.id, key: privateKey }
	}

	/** An honest post of somebody's is taken and shared, whatever was tried before. */
	async control(honest: Signer): Promise<Json> {
		const { note, create } = this.note(honest)
		expect(await this.post(honest, create)).toBe(202)
		await this.settled()
		expect(await this.sharedIn(note.id)).toEqual(["tea"])
		return note
	}

	/** Another process of the same server, as far as the database can tell, behind a door of its own. */
	async again(): Promise<{ port: number; close(): Promise<void> }> {
		return this.#opened.again()
	}

	ana = async () => (await findLocalActor(this.world.db, "ana"))!

	close = (): Promise<void> => this.#opened.close()
}

type Opened = {
	world: World
	port: number
	groups: Group[]
	clock: { ahead: number }
	again(): Promise<{ port: number; close(): Promise<void> }>
	close(): Promise<void>
}

const configOf = async ({ url, dataDir }: Fresh, webOrigin?: string, more: Record<string, string> = {}) =>
	readConfig({
		...more,
		PORT: String(await freePort()),
		DATABASE_URL: url,
		DATA_DIR: dataDir,
		SECRET_KEY: "a secret of the tests, long enough to be taken",
		...(webOrigin
			? { WEB_ORIGIN: webOrigin, ALLOW_PRIVATE_ADDRESS: String(webOrigin.startsWith("http:")) }
			: {}),
	})

export const openHouse = async ({
	earnest,
	failpoint,
	settings,
	...options
}: Options = {}): Promise<House> => {
	const database = await freshDatabase()
	const clock = { ahead: 0 }
	const open = async (webOrigin?: string) => {
		const config = await configOf(database, webOrigin, settings)
		const { allowPrivateAddress } = config
		const network = createNetwork({ allowPrivateAddress, userAgent: "Snug-test", ...options })
		const now = () => new Date(Date.now() + clock.ahead)
		const ports = { ...realPorts(network.fetch, failpoint), now }
		const opened = await openWorld(config, ports, { origin: "configured" })
		await foundServer(opened.world)
		const serving = await serve(opened, network, config)
		const close = async () => {
			await serving.stop()
			await opened.close()
			await network.close()
		}
		return { world: opened.world, port: config.port, close }
	}
	const { world, port, close } = await open(earnest ? "https://snug.test" : undefined)
	const ana = await signUp(world, { name: "ana", password: "correct horse battery staple", email: null })
	const groups: Group[] = []
	for (const handle of ["tea", "books"]) {
		const made = await createGroup(world, { handle, name: handle, ownerId: ana.ok ? ana.value.id : null })
		if (made.ok) groups.push(made.value)
	}
	const closeAll = () => close().then(() => database.drop())
	return new House({ world, port, groups, clock, again: () => open(world.origin.origin), close: closeAll })
}

/** Every address this process tries to connect to until it is told to end, as `address:port`. */
export const watchConnects = (): { seen: string[]; end(): void } => {
	const seen: string[] = []
	const { connect } = Socket.prototype
	Socket.prototype.connect = function (this: Socket, ...given: unknown[]) {
		this.on("connectionAttempt", (ip: string, port: number) => seen.push(`${ip}:${port}`))
		return Reflect.apply(connect, this, given)
	}
	return {
		seen,
		end() {
			Socket.prototype.connect = connect
		},
	}
}
