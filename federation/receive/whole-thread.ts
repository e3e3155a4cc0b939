import { findPost, findPostByUri, type KeptPost } from "../../db/posts.ts"
import { limits } from "../../src/limits.ts"
import type { Listening } from "../inbox.ts"
import { idOf, isObject, listOf, sameOrigin } from "../translate/reading.ts"
import type { Json } from "../translate/wire.ts"
import { type FoundPost, newPurse, type Purse, postAt } from "./found-post.ts"

/**
 * What other servers said in a conversation that began on one of them, and that we lack: as the server of its first post
 * lists it (FEP-7888, FEP-7458), each post read at its own origin. Asked once for each conversation in some hours, when
 * somebody answers in it; what goes wrong is let be. In the order in which it was written.
 */
export const missingInThread = async (listening: Listening, parent: KeptPost): Promise<FoundPost[]> => {
	const { world, lookUp } = listening
	if (lookUp.lately.get(`thread ${parent.threadId}`)) return []
	lookUp.lately.set(`thread ${parent.threadId}`, true, limits.threadPause)
	const first = await findPost(world.db, parent.threadId)
	if (!first || first.deletedAt || first.audience !== "public") return []
	if (sameOrigin(first.uri, world.origin.href)) return []
	const found: FoundPost[] = []
	const purse = newPurse(world, limits.threadPosts)
	for (const uri of await listed(listening, first, purse)) {
		if (sameOrigin(uri, world.origin.href) || (await findPostByUri(world.db, uri))) continue
		const post = await postAt(listening, uri, purse)
		if (!("skip" in post) && post.draft.inReplyTo) found.push(post)
	}
	return found.sort((one, other) => timeOf(one) - timeOf(other))
}

const timeOf = ({ draft }: FoundPost): number => draft.publishedAt?.getTime() ?? 0

/** The addresses in a conversation's own collection, or else of the answers to its first post; never another server's list. */
const listed = async ({ world, lookUp }: Listening, first: KeptPost, { until }: Purse): Promise<string[]> => {
	const answer = await lookUp.document(first.uri)
	if (answer.state !== "found") return []
	for (const source of [answer.document.context, answer.document.replies]) {
		const uris = await itemsOf(source, first.uri, async (uri) => {
			const page = world.ports.now() < until ? await lookUp.document(uri) : null
			return page?.state === "found" ? page.document : null
		})
		if (uris.length > 0) return uris
	}
	return []
}

/**
 * The addresses in a collection, given as it is, by its id, or as a plain list, in any of the shapes that servers use:
 * `items`, `orderedItems`, a first page within it or elsewhere, and the pages after that; a few pages at the most.
 */
export const itemsOf = async (
	collection: unknown,
	home: string,
	look: (uri: string) => Promise<Json | null>,
): Promise<string[]> => {
	if (Array.isArray(collection)) return addressesIn(collection)
	const uris: string[] = []
	let at: unknown = collection
	for (let page = 0; at && page < limits.threadPages; page++) {
		const address = idOf(at)
		const here = isObject(at) && hasItems(at) ? at : null
		const json: Json | null = here ?? (address && sameOrigin(address, home) ? await look(address) : null)
		if (!json) break
		uris.push(...addressesIn([...listOf(json.items), ...listOf(json.orderedItems)]))
		// Pages may point back to the first of them.
		at = page === 0 ? (json.first ?? json.next) : json.next
	}
	return [...new Set(uris)]
}

const hasItems = (part: Json): boolean =>
	["items", "orderedItems", "first"].some((name) => part[name] !== undefined)

const addressesIn = (items: unknown[]): string[] =>
	items
		.slice(0, 100)
		.flatMap((item) => idOf(isObject(item) && item.object !== undefined ? item.object : item) ?? [])
