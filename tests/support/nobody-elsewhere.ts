import type { Elsewhere } from "../../src/web/elsewhere.ts"

/** For pages that are shown without any other server to ask. */
export const nobodyElsewhere: Elsewhere = {
	lookUp: async () => ({ reason: "nobody is asked" }),
	findHome: async () => ({ state: "unreachable" }),
	lookUpPost: async () => ({ reason: "nobody is asked" }),
	archive: { files: [], write: async function* () {} },
	softwareOf: async () => null,
	oauth: {
		client: async () => null,
		authorizePage: (origin) => new URL(origin),
		whoCame: async () => null,
	},
	readPage: async () => null,
	readPicture: async () => null,
}
