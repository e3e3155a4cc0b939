import type { IncomingMessage, ServerResponse } from "node:http"
import { flatHeaders } from "./exchange.ts"
import { Inbox } from "./inbox.ts"
import { Listener } from "./listener.ts"
import { MicroblogSemantics } from "./microblog/inbox.ts"
import { Person, type PersonOptions } from "./person.ts"
import { Remote } from "./remote.ts"
import { answerGet } from "./routes.ts"
import type { Semantics } from "./semantics.ts"
import { type Conduct, idOf, type Received, type Requested } from "./shapes.ts"
import { type Verdict, verifyRequest } from "./signatures/verify.ts"
import type { Community } from "./threadiverse/community.ts"
import { ThreadiverseSemantics } from "./threadiverse/inbox.ts"
import { type Traits, traitsOf } from "./traits.ts"

export type PeerOptions = {
	/** Its NodeInfo `software.name`, which decides how it behaves. */
	software?: string
	port?: number
	sharedInbox?: boolean
	authorizedFetch?: boolean
	/** Its clock, for signatures and publication dates. */
	now?: () => Date
	/** Departures from what the software does, e.g. `{ webFingerLoop: false }`. */
	traits?: Partial<Traits>
}

/** Decides about each request by itself; "down" or "drop" ends the connection without an answer. */
export type Script = (request: { method: string; path: string }) => Conduct | "drop" | undefined

/** A small server of the fediverse on 127.0.0.1 that shares no code with the one under test. */
export class Peer {
	readonly software: string
	readonly traits: Traits
	readonly now: () => Date
	readonly persons = new Map<string, Person>()
	/** Every POST that came in, oldest first. */
	readonly received: Received[] = []
	/** Every GET that came in, oldest first. */
	readonly requests: Requested[] = []
	readonly semantics: Semantics
	readonly remote: Remote
	readonly inbox: Inbox
	readonly sharedInbox: boolean
	readonly authorizedFetch: boolean
	/** What its WebFinger says of everybody beside where their document is: templates, for instance. */
	links: Record<string, string>[] = []
	/** Takes requests before everything else, and says whether it did. */
	door: ((request: IncomingMessage, response: ServerResponse) => Promise<boolean>) | undefined
	readonly #listener = new Listener((request, response) => void this.#answer(request, response))
	#conduct: Conduct | Script = "ok"
	#instance: Person | undefined
	#count = 0

	constructor(options: PeerOptions = {}) {
		this.software = options.software ?? "mastodon"
		this.traits = { ...traitsOf(this.software), ...options.traits }
		this.now = options.now ?? (() => new Date())
		this.sharedInbox = options.sharedInbox ?? this.traits.sharedInbox
		this.authorizedFetch = options.authorizedFetch ?? this.traits.authorizedFetch
		this.remote = new Remote(this.traits, () => {
			const { keyId, keys } = this.instance
			return { keyId, key: keys.privateKey, date: this.now() }
		})
		this.semantics =
			this.traits.family === "microblog" ? new MicroblogSemantics(this) : new ThreadiverseSemantics(this)
		this.inbox = new Inbox(this)
	}

	get host(): string {
		return `localhost:${this.#listener.port}`
	}

	get origin(): string {
		return `http://${this.host}`
	}

	/** The actor that signs the peer's own GETs. */
	get instance(): Person {
		this.#instance ??= new Person(this, this.host, "/actor")
		return this.#instance
	}

	async start(port?: number): Promise<this> {
		await this.#listener.open(port)
		return this
	}

	/** Ends every connection and stops listening; what was answered already is dealt with first. */
	async stop(): Promise<void> {
		await this.inbox.idle()
		await this.#listener.close()
	}

	/** Makes an account, or finds it again. */
	person(name: string, options?: PersonOptions): Person {
		const known = this.persons.get(name)
		if (known) return known
		const threadiverse = options?.type === "Group" ? "/c" : "/u"
		const path = `${this.traits.family === "threadiverse" ? threadiverse : "/users"}/${name}`
		const person = new Person(this, name, path, options)
		this.persons.set(name, person)
		return person
	}

	personById(id: string | undefined): Person | undefined {
		return [...this.persons.values()].find((person) => person.id === id)
	}

	/** The local person who wrote the post of this id. */
	writerOf(post: unknown): Person | undefined {
		const id = idOf(post)
		return id ? [...this.persons.values()].find((person) => person.kept.has(id)) : undefined
	}

	/** Counts what this server as a whole numbers. */
	number(): number {
		this.#count += 1
		return this.#count
	}

	/** What a threadiverse server shows of a community: its posts and comments as they now stand. */
	community(groupId: string): Community {
		if (!(this.semantics instanceof ThreadiverseSemantics))
			throw new Error(`${this.software} has no communities; ask a person's home()`)
		return this.semantics.community(groupId)
	}

	/** Changes how requests are taken from now on. "down" refuses connections and keeps the port; a scripted status is for POSTs only; a function is asked for each request. */
	async behave(conduct: Conduct | Script): Promise<void> {
		this.#conduct = conduct
		if (conduct === "down") await this.#listener.down()
		else await this.#listener.up()
	}

	/** The first POST, past or coming, that fits and has been dealt with. Rejects after `timeout` ms, saying what came instead. */
	waitFor(predicate: (received: Received) => boolean, options: { timeout?: number } = {}): Promise<Received> {
		return this.inbox.waitFor(predicate, options.timeout ?? 10_000)
	}

	/** Resolves when everything that came in so far has been dealt with. */
	settled(): Promise<void> {
		return this.inbox.settled()
	}

	/** Whether a request's signature holds, by this software's rules. */
	verify(method: string, path: string, headers: Record<string, string>, body?: Uint8Array): Promise<Verdict> {
		const { schemes, mustCover } = this.traits
		return verifyRequest(
			{ method, url: this.origin + path, headers, body },
			{ schemes, mustCover: method === "POST" ? mustCover : [], now: this.now() },
			(keyId, fresh) => this.remote.key(keyId, fresh),
		)
	}

	async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = "GET", url: path = "/" } = request
		const conduct =
			typeof this.#conduct === "function" ? (this.#conduct({ method, path }) ?? "ok") : this.#conduct
		try {
			if (await this.door?.(request, response)) return
			if (conduct === "down" || conduct === "drop") request.socket.destroy()
			else if (method === "POST") await this.inbox.take(request, response, conduct)
			else if (conduct === "ok" || typeof this.#conduct !== "function") await this.#get(request, response)
			else response.writeHead(conduct.status, conduct.headers).end(conduct.body)
		} catch (error) {
			if (!response.headersSent) response.writeHead(500)
			response.end((error as Error).stack)
		}
	}

	async #get(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = "GET", url: path = "/" } = request
		const headers = flatHeaders(request.headers)
		this.requests.push({ method, path, headers, at: this.now() })
		const signer = async () => (await this.verify(method, path, headers)).signer
		const page = await answerGet(this, new URL(path, this.origin), headers.accept ?? "", signer)
		response.writeHead(page.status, { "content-type": page.type, vary: "Accept" }).end(page.body)
	}
}
