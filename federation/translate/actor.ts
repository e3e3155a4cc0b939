import { limits } from "../../src/limits.ts"
import type { Introduction } from "../../src/people/meet.ts"
import { cleanHtml } from "../../src/posts/markup.ts"
import { keysOf } from "./actor-keys.ts"
import { pictureOf, shortWords } from "./media.ts"
import {
	idOf,
	idsOf,
	isObject,
	linkOf,
	listOf,
	normalUri,
	sameOrigin,
	textOf,
	typeOf,
	wordsIn,
} from "./reading.ts"
import type { Json } from "./wire.ts"

const kinds: Record<string, Introduction["kind"]> = {
	Person: "person",
	Group: "group",
	Organization: "group",
	Service: "server",
	Application: "server",
}

/**
 * Reads the document an actor publishes of itself at `uri`. Its inbox must be on its own origin (a foreign one would make
 * us post to strangers), and so must each key that it lists; a key is kept only if it names this actor as its owner.
 */
export const readActor = (document: Json, uri: string): Introduction | { unfit: string } => {
	const type = typeOf(document) ?? ""
	const kind = Object.hasOwn(kinds, type) ? kinds[type] : undefined
	const inbox = normalUri(document.inbox ?? usualInbox(uri))
	const handle = textOf(document.preferredUsername ?? nameIn(uri))
	if (!kind) return { unfit: "not an actor" }
	if (normalUri(document.id) !== uri) return { unfit: "its id is not its address" }
	if (!inbox || !sameOrigin(inbox, uri)) return { unfit: "its inbox is not on its own server" }
	if (!handle || handle.length > limits.actorHandle || /[\s@/<>"\p{Cc}]/u.test(handle))
		return { unfit: "it has no usable name" }
	const endpoints = isObject(document.endpoints) ? document.endpoints : {}
	return {
		uri,
		kind,
		handle,
		host: new URL(uri).host,
		name: shortWords(wordsIn(document.name, document.nameMap), limits.actorName) || handle,
		summary: cleanHtml(
			(wordsIn(document.summary, document.summaryMap) ?? "").slice(0, limits.actorAbout).toWellFormed(),
		),
		url: pageOf(document, uri),
		inbox,
		sharedInbox: ownUri(endpoints.sharedInbox ?? document.sharedInbox, uri),
		followers: ownUri(document.followers, uri),
		icon: pictureOf(document.icon),
		image: pictureOf(document.image),
		movedTo: idOf(document.movedTo),
		alsoKnownAs: [...new Set(idsOf(document.alsoKnownAs))]
			.filter((other) => other !== uri)
			.slice(0, limits.actorAliases),
		// Whoever cannot be answered is known by name, and not listened to.
		keys: document.inbox ? keysOf(document, uri) : [],
	}
}

const pageOf = (document: Json, uri: string): string => {
	const links = listOf(document.url)
	const page = links.find((link) => isObject(link) && link.mediaType === "text/html") ?? links[0]
	const address = linkOf(isObject(page) ? page.href : page)
	return address && sameOrigin(address, uri) ? address : uri
}

/** Where nearly every server puts an inbox, for an actor that names none (Bridgy Fed's bots): at worst nobody is there. */
const usualInbox = (uri: string): string => `${uri.replace(/[?#].*$/, "").replace(/\/$/, "")}/inbox`

/** A name for an actor that says none, as specifications' examples do: the end of its address, or its host. */
const nameIn = (uri: string): string => {
	const { pathname, hostname } = new URL(uri)
	return (
		pathname
			.split("/")
			.findLast((part) => part !== "")
			?.replace(/^[@~]/, "") || hostname
	)
}

const ownUri = (value: unknown, uri: string): string | null => {
	const address = idOf(value)
	return address && sameOrigin(address, uri) ? address : null
}
