import { limits } from "../../src/limits.ts"
import type { World } from "../../src/world.ts"
import { isBlocked } from "./blocked.ts"
import { getDocument, NetworkFailure } from "./network.ts"

/** The HTML at an address of another server, asked for under the same guard as everything else; null when there is none. */
export const readPage = async (world: World, url: URL): Promise<string | null> => {
	try {
		const answer = await getDocument(world.ports, url, {
			accept: "text/html",
			limit: limits.pageBytes,
			mayAsk: async (at) => !(await isBlocked(world, at)),
		})
		const isPage = /^(text\/html|application\/xhtml\+xml)\s*(;|$)/i.test(answer.contentType ?? "")
		return answer.status === 200 && isPage ? new TextDecoder().decode(answer.bytes) : null
	} catch (error) {
		if (error instanceof NetworkFailure) return null
		throw error
	}
}
