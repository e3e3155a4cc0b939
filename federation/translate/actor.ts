import { readPublicKey } from "../../src/people/keys.ts"
import type { Introduction } from "../../src/people/meet.ts"
import { cleanHtml, plainText } from "../../src/posts/markup.ts"
import { idOf, isObject, linkOf, listOf, normalUri, sameOrigin, textOf, typeOf } from "./reading.ts"
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
	const inbox = normalUri(document.inbox)
	const handle = textOf(document.preferredUsername)
	if (!kind) return { unfit: "not an actor" }
	if (normalUri(document.id) !== uri) return { unfit: "its id is not its address" }
	if (!inbox || !sameOrigin(inbox, uri)) return { unfit: "its inbox is not on its own server" }
	if (!handle || handle.length > 100 || /[\s@/<>"\p{Cc}]/u.test(handle))
		return { unfit: "it has no usable name" }
	const endpoints = isObject(document.endpoints) ? document.endpoints : {}
	return {
		uri,
		kind,
		handle,
		host: new URL(uri).host,
		name:
			plainText((textOf(document.name) ?? "").slice(0, 2000))
				.slice(0, 200)
				.toWellFormed() || handle,
		summary: cleanHtml((textOf(document.summary) ?? "").slice(0, 20_000).toWellFormed()),
		url: pageOf(document, uri),
		inbox,
		sharedInbox: ownUri(endpoints.sharedInbox ?? document.sharedInbox, uri),
		followers: ownUri(document.followers, uri),
		keys: keysOf(document, uri),
	}
}

const pageOf = (document: Json, uri: string): string => {
	const page = linkOf(listOf(document.url).find((url) => typeof url === "string"))
	return page && sameOrigin(page, uri) ? page : uri
}

const ownUri = (value: unknown, uri: string): string | null => {
	const address = idOf(value)
	return address && sameOrigin(address, uri) ? address : null
}

const listed = (document: Json, uri: string) =>
	listOf(document.publicKey)
		.slice(0, 8)
		.flatMap((key) => {
			const keyId = idOf(key)
			return keyId && sameOrigin(keyId, uri) ? [{ key, keyId }] : []
		})

/** Whether a key lives at its owner's address or below it; elsewhere it could be a neighbour's whom this actor imitates. */
const isAtHome = (keyId: string, uri: string): boolean => {
	const address = keyId.replace(/#.*$/, "")
	const below =
		new URL(uri).pathname !== "/" && [`${uri}/`, `${uri}?`].some((start) => address.startsWith(start))
	return address === uri || below
}

const keysOf = (document: Json, uri: string): Introduction["keys"] =>
	listed(document, uri).flatMap(({ key, keyId }) => {
		const publicKeyPem = isObject(key) ? textOf(key.publicKeyPem) : null
		if (!isObject(key) || !publicKeyPem || !isAtHome(keyId, uri)) return []
		return idOf(key.owner ?? key.controller) === uri && readPublicKey(publicKeyPem)
			? [{ keyId, publicKeyPem }]
			: []
	})

/** Keys that an actor only names, or that live elsewhere; each is fetched, and must name the actor as its owner. */
export const keyAddresses = (document: Json, uri: string): string[] =>
	listed(document, uri)
		.filter(({ key, keyId }) => typeof key === "string" || !isAtHome(keyId, uri))
		.map(({ keyId }) => keyId)

/** A key's own document (activitypub-bot, GoToSocial's stub): whose it is, and the key. */
export const readKeyDocument = (
	document: Json,
	keyId: string,
): { owner: string | null; pem: string | null } => {
	const key = isObject(document.publicKey) ? document.publicKey : document
	const owner = idOf(key.owner ?? key.controller) ?? null
	return { owner, pem: idOf(key) === keyId ? textOf(key.publicKeyPem) : null }
}
