import type { Introduction } from "../../src/people/meet.ts"
import { cleanHtml, plainText } from "../../src/posts/markup.ts"
import { readPublicKey } from "../../src/people/keys.ts"
import { idOf, isObject, listOf, normalUri, sameOrigin, textOf, typeOf } from "./reading.ts"
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
	const kind = kinds[typeOf(document) ?? ""]
	const inbox = normalUri(document.inbox)
	const handle = textOf(document.preferredUsername)
	if (!kind) return { unfit: "not an actor" }
	if (normalUri(document.id) !== uri) return { unfit: "its id is not its address" }
	if (!inbox || !sameOrigin(inbox, uri)) return { unfit: "its inbox is not on its own server" }
	if (!handle || handle.length > 100 || /[\s@/<>"\p{Cc}]/u.test(handle)) return { unfit: "it has no usable name" }
	const endpoints = isObject(document.endpoints) ? document.endpoints : {}
	return {
		uri,
		kind,
		handle,
		host: new URL(uri).host,
		name: plainText(textOf(document.name) ?? "").slice(0, 200) || handle,
		summary: cleanHtml((textOf(document.summary) ?? "").slice(0, 20_000)),
		url: normalUri(listOf(document.url).find((url) => typeof url === "string")) ?? uri,
		inbox,
		sharedInbox: ownUri(endpoints.sharedInbox ?? document.sharedInbox, uri),
		followers: ownUri(document.followers, uri),
		keys: keysOf(document, uri),
	}
}

const ownUri = (value: unknown, uri: string): string | null => {
	const address = idOf(value)
	return address && sameOrigin(address, uri) ? address : null
}

const keysOf = (document: Json, uri: string): Introduction["keys"] =>
	listOf(document.publicKey)
		.slice(0, 8)
		.flatMap((key) => {
			const keyId = idOf(key)
			const publicKeyPem = isObject(key) ? textOf(key.publicKeyPem) : null
			if (!keyId || !publicKeyPem || !sameOrigin(keyId, uri)) return []
			if (!isObject(key) || idOf(key.owner ?? key.controller) !== uri || !readPublicKey(publicKeyPem)) return []
			return [{ keyId, publicKeyPem }]
		})

/** Keys that an actor names only by their address; each is fetched, and must name the actor as its owner. */
export const keyAddresses = (document: Json, uri: string): string[] =>
	listOf(document.publicKey)
		.slice(0, 8)
		.filter((key) => typeof key === "string")
		.map(normalUri)
		.filter((key) => key !== null && sameOrigin(key, uri)) as string[]

/** A key's own document (activitypub-bot, GoToSocial's stub): whose it is, and the key. */
export const readKeyDocument = (document: Json, keyId: string): { owner: string | null; pem: string | null } => {
	const key = isObject(document.publicKey) ? document.publicKey : document
	const owner = idOf(key.owner ?? key.controller) ?? null
	return { owner, pem: idOf(key) === keyId ? textOf(key.publicKeyPem) : null }
}
