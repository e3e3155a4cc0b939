import { limits } from "../../src/limits.ts"
import type { ReadList } from "../../src/moderation/borders/refresh-list.ts"
import type { World } from "../../src/world.ts"
import { isBlocked } from "./blocked.ts"
import { getDocument, NetworkFailure } from "./network.ts"

/** A list at an address of another server, asked for under the same guard as everything else, and only if it has changed. */
export const listReader =
	(world: World): ReadList =>
	async (url, known) => {
		try {
			const answer = await getDocument(world.ports, url, {
				accept: "text/csv, text/plain;q=0.9",
				known,
				limit: limits.domainListBytes,
				mayAsk: async (at) => !(await isBlocked(world, at)),
			})
			if (answer.status === 304) return "same"
			if (answer.status !== 200) return { failed: `${url.host} answered ${answer.status}` }
			return { text: new TextDecoder().decode(answer.bytes), etag: answer.etag ?? null }
		} catch (error) {
			if (error instanceof NetworkFailure) return { failed: error.message }
			throw error
		}
	}
