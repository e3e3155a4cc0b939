import { randomUUID } from "node:crypto"
import { AS_CONTEXT } from "./peer/shapes.ts"
import { type Json, type Peer, type Person, PUBLIC, type Received, startPeer } from "./peer.ts"

/** A group on another server, with somebody who writes there; it shares what it is told to, in whatever shape. */
export class GroupElsewhere {
	readonly peer: Peer
	readonly group: Person
	readonly writer: Person
	readonly inbox: string

	private constructor(peer: Peer, inbox: string, name: string) {
		this.peer = peer
		this.inbox = inbox
		this.group = peer.person(name, { type: "Group", ownKey: true })
		this.writer = peer.person("wes", { ownKey: true })
	}

	static async open(software: string, inbox: string, name = "news"): Promise<GroupElsewhere> {
		return new GroupElsewhere(await startPeer({ software }), inbox, name)
	}

	/** What is found at an address of this server from now on; a post's Create beside it. */
	serve(document: Json, by = this.writer): { note: Json; create: Json } {
		const create = {
			"@context": AS_CONTEXT,
			id: `${document.id}/activity`,
			type: "Create",
			actor: by.id,
			to: [PUBLIC],
			cc: [this.group.id],
			object: document,
		}
		const note = { "@context": AS_CONTEXT, to: [PUBLIC], cc: [this.group.id], ...document }
		by.kept.set(document.id, { note, create, inboxes: new Set() })
		return { note, create }
	}

	/** A post of somebody here, to be found at its address, which nobody has been told of. */
	write(text: string, change: Json = {}, by = this.writer): { note: Json; create: Json } {
		return this.serve(
			{
				id: `${this.peer.origin}/post/${randomUUID()}`,
				type: "Note",
				attributedTo: by.id,
				to: [PUBLIC],
				cc: [this.group.id],
				audience: this.group.id,
				content: `<p>${text}</p>`,
				published: new Date().toISOString(),
				...change,
			},
			by,
		)
	}

	/** The address of a post answers 410 from now on. */
	tookBack(uri: string, by = this.writer): void {
		by.kept.get(uri)!.deleted = new Date()
	}

	/** The group announces something; `change` is laid over the Announce. */
	async announce(object: unknown, change: Json = {}): Promise<Json> {
		const announce = {
			"@context": AS_CONTEXT,
			id: `${this.peer.origin}/activities/announce/${randomUUID()}`,
			type: "Announce",
			actor: this.group.id,
			to: [PUBLIC],
			cc: [`${this.group.id}/followers`],
			object,
			...change,
		}
		const { status } = await this.group.send(announce, { to: this.inbox })
		if (status !== 202) throw new Error(`the Announce was answered ${status}`)
		return announce
	}

	/** An activity of somebody here about something, to be wrapped. */
	deed(type: string, object: unknown, change: Json = {}, by = this.writer): Json {
		const id = `${this.peer.origin}/activities/${type.toLowerCase()}/${randomUUID()}`
		const audience = { to: [PUBLIC], cc: [this.group.id], audience: this.group.id }
		return { id, type, actor: by.id, object, ...audience, ...change }
	}

	/** An Announce by itself, as if it were to be announced again. */
	announceOf(object: unknown): Json {
		return this.deed("Announce", object, {}, this.group)
	}

	heard(type: string, fits: (json: Json) => boolean = () => true): Promise<Received> {
		return this.peer.waitFor((r) => r.json?.type === type && fits(r.json))
	}
}
