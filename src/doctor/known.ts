import { sign, verify } from "node:crypto"
import { findLocalActor, findLocalKeys } from "../../db/actors.ts"
import { listGroups } from "../../db/groups.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import { openKey } from "../people/keys.ts"
import type { World } from "../world.ts"
import { type Check, fail, look, ok } from "./check.ts"
import { activityJson, ask, type Door, inShort, jsonIn } from "./door.ts"

const asItCame =
	"Let the web server in front of Snug hand on paths, query strings and the Accept header as they came, and put no cache in between that ignores Vary."

/** Whether others find, through the public address, what they need to know of this server. */
export const knownChecks = async (door: Door, world: Pick<World, "db" | "secretKey">): Promise<Check[]> => {
	const server = await findLocalActor(world.db, "server")
	if (!server) return []
	const group = (await listGroups(world.db, "public", 1))[0] ?? null
	const looks = [
		look("webfinger", asItCame, () => fingerCheck(door, group ?? server)),
		look("actor", asItCame, () => actorCheck(door, group ?? server)),
		...(group ? [look("page", asItCame, () => pageCheck(door, group))] : []),
		look("nodeinfo", asItCame, () => nodeInfoCheck(door)),
		look("signature", asItCame, () => signatureCheck(door, world, server)),
	]
	return (await Promise.all(looks)).flat()
}

const fingerCheck = async (door: Door, actor: Actor): Promise<Check> => {
	const resource = actor.kind === "server" ? door.origin.origin : `acct:${actor.handle}@${actor.host}`
	const seen = await ask(
		door,
		`/.well-known/webfinger?resource=${encodeURIComponent(resource)}`,
		"application/jrd+json",
	)
	const links = jsonIn(seen)?.links
	const found = Array.isArray(links) && links.some((link) => link?.href === actor.uri)
	const who = actor.kind === "server" ? "this server" : handleOf(actor)
	if (seen.status === 200 && found) return ok("webfinger", `Others find ${who}.`)
	return fail("webfinger", `Others cannot find ${who}: WebFinger answers ${inShort(seen)}.`, asItCame)
}

const actorCheck = async (door: Door, actor: Actor): Promise<Check> => {
	const seen = await ask(door, new URL(actor.uri).pathname, activityJson)
	if (seen.status !== 200 || !seen.type.startsWith(activityJson) || jsonIn(seen)?.id !== actor.uri)
		return fail(
			"actor",
			`Other servers that ask for ${actor.uri} get ${inShort(seen)}, and not an actor.`,
			asItCame,
		)
	return ok("actor", `Other servers get the actor ${actor.uri}.`)
}

/** One address, a page for people and an actor for servers: asked for in this order, a cache that mixes them up is found out. */
const pageCheck = async (door: Door, group: Actor): Promise<Check> => {
	const path = new URL(group.url).pathname
	const people = await ask(door, path, "text/html")
	const servers = await ask(door, path, activityJson)
	if (!people.type.startsWith("text/html"))
		return fail("page", `Browsers that ask for ${group.url} get ${inShort(people)}, and no page.`, asItCame)
	if (!servers.type.startsWith(activityJson))
		return fail(
			"page",
			`Other servers that ask for ${group.url} get ${inShort(servers)}, and not an actor.`,
			asItCame,
		)
	if (!/\baccept\b/i.test(servers.vary))
		return fail(
			"page",
			`${group.url} came without "Vary: Accept", so caches will mix up pages and actors.`,
			asItCame,
		)
	return ok("page", `${group.url} is a page for people and an actor for servers.`)
}

const nodeInfoCheck = async (door: Door): Promise<Check> => {
	const links = jsonIn(await ask(door, "/.well-known/nodeinfo", "application/json"))?.links
	const href = Array.isArray(links) ? links[0]?.href : null
	const url = typeof href === "string" ? URL.parse(href) : null
	if (url?.origin !== door.origin.origin)
		return fail(
			"nodeinfo",
			"Other servers cannot tell what runs here: NodeInfo has no link to this origin.",
			asItCame,
		)
	const seen = await ask(door, url.pathname, "application/json")
	const { name } = (jsonIn(seen)?.software ?? {}) as { name?: unknown }
	if (name !== "snug")
		return fail(
			"nodeinfo",
			`Other servers cannot tell what runs here: NodeInfo answers ${inShort(seen)}.`,
			asItCame,
		)
	return ok("nodeinfo", "Other servers can tell what runs here.")
}

/** Whether the key that others fetch verifies what the key in the database signs. */
const signatureCheck = async (
	door: Door,
	{ db, secretKey }: Pick<World, "db" | "secretKey">,
	server: Actor,
): Promise<Check> => {
	const key = (await findLocalKeys(db, server.id)).find(({ kind }) => kind === "rsa")
	const seen = await ask(door, new URL(server.uri).pathname, activityJson)
	const { publicKeyPem } = (jsonIn(seen)?.publicKey ?? {}) as { publicKeyPem?: unknown }
	const words = Buffer.from("snug doctor")
	const signature = key && sign("sha256", words, openKey(secretKey, server.id, key.sealedPrivateKey))
	if (signature && typeof publicKeyPem === "string" && verify("sha256", words, publicKeyPem, signature))
		return ok("signature", "The key that others fetch verifies what this server signs.")
	return fail(
		"signature",
		`The key that others fetch at ${server.uri} does not verify what this server signs.`,
		"Empty the caches in front of Snug; if it stays so, restore the database from a backup.",
	)
}
