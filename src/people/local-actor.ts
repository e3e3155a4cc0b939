import type { World } from "../world.ts"
import type { Actor } from "./actor.ts"

const folders = { group: "groups", person: "people", server: "server" } as const

/** A new actor of this server: its permanent addresses are made from its id, never from its name. */
export const localActor = <K extends Actor["kind"]>(
	{ origin, ports }: Pick<World, "origin" | "ports">,
	{ id, kind, handle, name }: { id: string; kind: K; handle: string; name: string },
): Actor & { kind: K } => {
	const uri = new URL(kind === "server" ? "/ap/server" : `/ap/${folders[kind]}/${id}`, origin).href
	const now = ports.now()
	return {
		id,
		uri,
		local: true,
		kind,
		handle,
		host: origin.host,
		name,
		summary: "",
		url: new URL(kind === "server" ? "/" : `/@${handle}`, origin).href,
		inbox: `${uri}/inbox`,
		sharedInbox: new URL("/inbox", origin).href,
		followers: kind === "server" ? null : `${uri}/followers`,
		createdAt: now,
		updatedAt: now,
		goneAt: null,
		movedTo: null,
		alsoKnownAs: [],
		icon: null,
		image: null,
	}
}
