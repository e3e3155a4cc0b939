import { readFile } from "node:fs/promises"
import { enclose } from "../media/enclose.ts"
import type { Enclosed } from "../media/media.ts"
import { takeFile } from "../media/take-file.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import { orRefuse, Refusal } from "./speak.ts"

/** A file of this machine. @throws Refusal when it cannot be read. */
export const bytesIn = async (path: string): Promise<Uint8Array> => {
	try {
		return await readFile(path)
	} catch (error) {
		throw new Refusal(`${path} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
	}
}

/** The files that the words of a verb name, kept, each with what is on it. @throws Refusal. */
export const enclosedFiles = async (
	world: World,
	author: Actor,
	{ picture, alt }: { picture: string[]; alt: string[] },
): Promise<Enclosed[]> => {
	if (alt.length !== picture.length)
		throw new Refusal(
			'Some readers cannot see a picture: say --alt once for each, or --alt "" where nothing can be said.',
		)
	const picked = []
	for (const [n, path] of picture.entries()) {
		const taken = orRefuse(await takeFile(world, { ownerId: author.id, bytes: await bytesIn(path) }))
		picked.push({ id: taken.id, alt: alt[n]!, focus: "middle" })
	}
	return orRefuse(await enclose(world, { ownerId: author.id, picked }))
}
