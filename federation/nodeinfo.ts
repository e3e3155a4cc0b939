import type { NodeInfo } from "@fedify/fedify"
import { findServer } from "../db/server.ts"
import { excerptOf, plainText, renderMarkdown } from "../src/posts/markup.ts"
import { installation } from "../src/version.ts"
import type { World } from "../src/world.ts"
import type { Json } from "./translate/wire.ts"

/** The proposals that this server keeps to; FEDERATION.md says of each how far. */
export const feps: readonly string[] =
	"044f 1b12 2c59 3b86 521a 67ff 7458 7628 7888 8fcf 9967 c0e0 d36d d556 e232 f1d5 f228 fe34".split(" ")

/** What this server is, for other servers. Circles are small, so it gives no counts of people or posts away. */
export const nodeInfoOf = async ({ db, origin }: World): Promise<NodeInfo> => {
	const server = await findServer(db)
	return {
		software: { name: "snug", version: installation.version },
		protocols: ["activitypub"],
		services: { inbound: [], outbound: [] },
		openRegistrations: server?.registrations === "open",
		usage: { users: {}, localPosts: 0, localComments: 0 },
		metadata: {
			nodeName: server?.name ?? "Snug",
			...(server?.about && { nodeDescription: excerptOf(plainText(renderMarkdown(server.about)), 500) }),
			...(server?.contact && { maintainer: { name: server.contact } }),
			...(server?.rules && { rules: new URL("/rules", origin).href }),
			privacyPolicy: new URL("/privacy", origin).href,
			features: ["groups", ...feps.map((fep) => `fep-${fep}`)],
			federation: { enabled: true },
		},
	}
}

/** The same in the older form that many readers know alone. */
export const asVersion20 = (document: Json): Json => {
	const { $schema: _, ...rest } = document
	const { name, version } = document.software as { name: string; version: string }
	return { ...rest, version: "2.0", software: { name, version } }
}
