import type { Peer } from "./peer.ts"
import type { Person } from "./person.ts"
import { ACTIVITY_JSON, AS_CONTEXT, audienceOf, hostOf, isPublic, type Json } from "./shapes.ts"

/** What a GET is answered. */
export type Page = { status: number; type: string; body: string }

/** Who signed the GET, if anybody; asked only where it matters. */
export type AskSigner = () => Promise<string | undefined>

const json = (document: Json, type = "application/json", status = 200): Page => ({
	status,
	type,
	body: JSON.stringify(document),
})
const text = (status: number, body: string): Page => ({ status, type: "text/plain; charset=utf-8", body })
const collection = (id: string, totalItems: number): Json => ({
	"@context": AS_CONTEXT,
	id,
	type: "OrderedCollection",
	totalItems,
	first: `${id}?page=1`,
})

const wantsActivity = (accept = ""): boolean =>
	accept.includes("application/activity+json") || accept.includes("application/ld+json")

const nodeInfo = (peer: Peer, version: string): Page =>
	json({
		version,
		software: { name: peer.software, version: peer.traits.version },
		protocols: ["activitypub"],
		services: { inbound: [], outbound: [] },
		openRegistrations: false,
		usage: { users: { total: peer.persons.size } },
		metadata: {},
	})

const nodeInfoLinks = (peer: Peer): Page =>
	json({
		links: ["2.0", "2.1"].map((version) => ({
			rel: `http://nodeinfo.diaspora.software/ns/schema/${version}`,
			href: `${peer.origin}/nodeinfo/${version}`,
		})),
	})

const webFinger = (peer: Peer, resource: string): Page => {
	const everybody = [...peer.persons.values(), peer.instance]
	const found = everybody.find(
		(each) =>
			resource.toLowerCase() === `acct:${each.name}@${peer.host}`.toLowerCase() || resource === each.id,
	)
	if (!found) return text(404, "nobody of that name")
	const links = [{ rel: "self", type: ACTIVITY_JSON, href: found.id }, ...peer.links]
	return json(
		{ subject: `acct:${found.name}@${peer.host}`, aliases: [found.id], links },
		"application/jrd+json",
	)
}

const ofPerson = (person: Person, rest: string): Json | undefined => {
	switch (rest) {
		case "":
			return person.actor
		case "/followers":
			return collection(`${person.id}/followers`, person.followers.size)
		case "/following":
			return collection(`${person.id}/following`, person.following.size)
		case "/outbox":
			return collection(`${person.id}/outbox`, person.kept.size)
	}
	return undefined
}

const partial = "/followers_synchronization"

/** Mastodon's answer to FEP-8fcf: those followers that live where the question comes from. */
const partialFollowers = (person: Person, signer: string | undefined): Page => {
	if (signer === undefined) return text(401, "sign your request")
	const there = [...person.followers.keys()].filter((id) => hostOf(id) === hostOf(signer))
	const list = { id: person.id + partial, type: "OrderedCollection", orderedItems: there }
	return json({ "@context": AS_CONTEXT, ...list }, ACTIVITY_JSON)
}

const mayRead = async (person: Person, note: Json, signer: AskSigner): Promise<boolean> => {
	if (isPublic(note)) return true
	const reader = await signer()
	if (reader === undefined) return false
	const followersOnly = audienceOf(note).includes(`${person.id}/followers`)
	return audienceOf(note).includes(reader) || (followersOnly && person.followers.has(reader))
}

const post = async (peer: Peer, id: string, signer: AskSigner): Promise<Page | undefined> => {
	for (const person of peer.persons.values())
		for (const { note, create, deleted } of person.kept.values()) {
			// Mastodon answers at a post's page too, for whoever has no other address.
			if (note.id !== id && note.url !== id && create.id !== id) continue
			const formerType = note.type
			const tombstone = { "@context": AS_CONTEXT, id: note.id, type: "Tombstone", formerType, deleted }
			if (deleted) return json(tombstone, ACTIVITY_JSON, 410)
			if (!(await mayRead(person, note, signer))) return text(404, "not for you")
			return json(create.id === id ? { ...create, object: note } : note, ACTIVITY_JSON)
		}
	return undefined
}

const activityPub = async (peer: Peer, path: string, signer: AskSigner): Promise<Page> => {
	// The instance actor and bare keys are open even in secure mode: otherwise two such servers could never meet.
	if (peer.origin + path === peer.instance.id) return json(peer.instance.actor, ACTIVITY_JSON)
	const everybody = [...peer.persons.values(), peer.instance]
	const keyOf = everybody.find((each) => peer.origin + path === each.keyId)
	if (keyOf) {
		// GoToSocial's stub: enough of the actor to carry the key, and no inbox.
		const { id, type, publicKey, preferredUsername } = keyOf.actor
		const context = [AS_CONTEXT, "https://w3id.org/security/v1"]
		return json({ "@context": context, id, type, preferredUsername, publicKey }, ACTIVITY_JSON)
	}
	if (peer.authorizedFetch && (await signer()) === undefined) return text(401, "sign your request")
	const sync = [...peer.persons.values()].find(({ id }) => `${id}${partial}` === peer.origin + path)
	if (sync) return partialFollowers(sync, await signer())
	for (const person of peer.persons.values()) {
		const base = new URL(person.id).pathname
		const found = path.startsWith(base) ? ofPerson(person, path.slice(base.length)) : undefined
		if (found) return json(found, ACTIVITY_JSON)
	}
	return (await post(peer, peer.origin + path, signer)) ?? text(404, "not here")
}

/** The answer to a GET: discovery, actors, collections, posts; for browsers a page that says little. */
export const answerGet = async (peer: Peer, url: URL, accept: string, signer: AskSigner): Promise<Page> => {
	switch (url.pathname) {
		case "/.well-known/nodeinfo":
			return nodeInfoLinks(peer)
		case "/nodeinfo/2.0":
		case "/nodeinfo/2.1":
			return nodeInfo(peer, url.pathname.slice(-3))
		case "/.well-known/webfinger":
			return webFinger(peer, url.searchParams.get("resource") ?? "")
	}
	if (wantsActivity(accept)) return activityPub(peer, url.pathname, signer)
	return {
		status: 200,
		type: "text/html; charset=utf-8",
		body: `<!doctype html><title>${peer.software}</title>`,
	}
}
