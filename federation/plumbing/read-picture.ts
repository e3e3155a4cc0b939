import { limits } from "../../src/limits.ts"
import type { World } from "../../src/world.ts"
import { givesNoPictures } from "./blocked.ts"
import { getDocument, NetworkFailure } from "./network.ts"

/**
 * The bytes of a picture at an address of another server, asked for under the same guard as everything else; null when there is
 * none. What they are is not believed of their type: whoever gets them looks for themselves.
 */
export const readPicture = async (world: World, url: URL): Promise<Uint8Array | null> => {
	try {
		const answer = await getDocument(world.ports, url, {
			accept: "image/webp,image/avif,image/png,image/jpeg,image/gif",
			limit: limits.remotePictureBytes,
			mayAsk: async (at) => !(await givesNoPictures(world, at)),
		})
		return answer.status === 200 ? answer.bytes : null
	} catch (error) {
		if (error instanceof NetworkFailure) return null
		throw error
	}
}
