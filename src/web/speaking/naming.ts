import { findMember } from "../../../db/members.ts"
import type { Group } from "../../groups/group.ts"
import type { Actor } from "../../people/actor.ts"
import { handleOf } from "../../people/actor.ts"
import { audienceIn } from "../../posts/local-draft.ts"
import { meetNamed } from "../../posts/meet-named.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import type { NamingView } from "../pages/speaking/views.ts"

/** Meets whom somebody names, and says who will hear of it; of what is for members, members alone. */
export const withNamed = async (
	world: World,
	{ lookUp }: Elsewhere,
	{ author, group, text }: { author: Actor; group: Group; text: string },
): Promise<NamingView | null> => {
	const audience = audienceIn(group)
	const { people, nobody } = await meetNamed(world, lookUp, { author, text, audience })
	const places = await Promise.all(
		people.map(({ id }) => (audience === "public" ? true : findMember(world.db, group.id, id))),
	)
	const heard = people.filter((_, at) => places[at])
	if (heard.length + nobody.length === 0) return null
	return { heard: heard.map((one) => (one.local ? one.name : `${one.name} (${handleOf(one)})`)), nobody }
}
