import type { Actor } from "../../src/people/actor.ts"
import { instant, type Json, objectContext } from "./wire.ts"

type Uri = Pick<Actor, "uri">

/** A few words from a group, or from this server, to one person: a direct message where they live. */
export const directMessage = (
	id: string,
	from: Uri,
	person: Pick<Actor, "uri" | "handle" | "host" | "url">,
	content: string,
	at: Date,
): Json => ({
	"@context": objectContext,
	id: `${id}/create`,
	type: "Create",
	actor: from.uri,
	to: [person.uri],
	cc: [],
	published: instant(at),
	object: {
		id,
		type: "Note",
		attributedTo: from.uri,
		to: [person.uri],
		cc: [],
		content,
		published: instant(at),
		url: id,
		sensitive: false,
		tag: [{ type: "Mention", href: person.uri, name: `@${person.handle}@${person.host}` }],
		attachment: [],
	},
})

/** The same for Lemmy and its kin, which know private messages by another name and want nobody else addressed. */
export const chatMessage: typeof directMessage = (id, from, person, content, at) => ({
	"@context": objectContext,
	id: `${id}/create`,
	type: "Create",
	actor: from.uri,
	to: [person.uri],
	object: {
		id,
		type: "ChatMessage",
		attributedTo: from.uri,
		to: [person.uri],
		content,
		mediaType: "text/html",
		published: instant(at),
	},
})
