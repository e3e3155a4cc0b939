import type { Context } from "hono"
import { findAccount } from "../../db/accounts.ts"
import { findActorByUri } from "../../db/actors.ts"
import { listGroupsOf } from "../../db/profiles.ts"
import type { Actor } from "../people/actor.ts"
import { linkIn } from "../people/profile.ts"
import { cleanKept } from "../posts/markup.ts"
import type { World } from "../world.ts"
import { gatherServer } from "./gather.ts"
import { page } from "./page.ts"
import { PersonPage } from "./pages/person.tsx"
import { viewerOf, youOf } from "./session.ts"
import { personView } from "./views.ts"

/** Somebody of this server, as far as whoever looks may know them. */
export const showPerson = async (c: Context, world: World, actor: Actor) => {
	const you = youOf(c)
	const account = await findAccount(world.db, actor.id)
	const movedTo = actor.movedTo ? await findActorByUri(world.db, actor.movedTo) : null
	const groups = await listGroupsOf(world.db, actor.id, viewerOf(you))
	return page(
		c,
		<PersonPage
			server={await gatherServer(world, you)}
			person={personView(actor)}
			aboutHtml={cleanKept(actor.summary)}
			lines={(account?.fields ?? []).map(({ name, value, verifiedAt }) => ({
				name,
				value,
				href: linkIn(value)?.href ?? null,
				verified: verifiedAt !== null,
			}))}
			groups={groups.map(({ handle, name }) => ({ handle, name }))}
			yours={you?.id === actor.id}
			{...(actor.movedTo && {
				movedTo: { name: movedTo?.name ?? actor.movedTo, url: movedTo?.url ?? actor.movedTo },
			})}
		/>,
	)
}
