import { findActorByHandle } from "../../db/actors.ts"
import { limits } from "../limits.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import type { World } from "../world.ts"
import { isTooFast } from "./pace.ts"
import { type Audience, textProblem } from "./post.ts"
import { whoIsNamed } from "./render-words.ts"

type Named = { author: Actor; text: string; audience: Audience }

/** Who hears of a post because it names them, and the names by which nobody was found: those are only words. */
export type Naming = { people: Actor[]; nobody: string[] }

/**
 * Meets those of other servers whom somebody names and who are not known here, so that the name leads to them and they hear
 * of it. Each is asked for at their own server; a few for one post, and not of what is for members alone.
 */
export const meetNamed = async (
	world: World,
	lookUp: (name: string) => Promise<Actor | { reason: string }>,
	{ author, ...words }: Named,
): Promise<Naming> => {
	if (textProblem(words.text)) return { people: [], nobody: [] }
	const before = await whoIsNamed(world.db, world, words)
	const away = before.unknown.filter(({ host }) => host !== world.origin.host).slice(0, limits.namesAsked)
	const asked = away.filter(() => !isTooFast(world, "names", author.id))
	await Promise.all(asked.map((name) => lookUp(handleOf(name))))
	const { people, unknown } = asked.length > 0 ? await whoIsNamed(world.db, world, words) : before
	const groupsToo = await Promise.all(
		unknown.map(({ handle, host }) => findActorByHandle(world.db, handle, host)),
	)
	const nobody = unknown.filter((_, at) => !groupsToo[at]).map(handleOf)
	return { people: people.filter(({ id }) => id !== author.id), nobody }
}
