import { findActor, findActorByHandle, findActorByUri, findLocalActor } from "../../../db/actors.ts"
import { listBlocks } from "../../../db/blocks.ts"
import { enact } from "../../moderation/enact.ts"
import { type Actor, handleOf } from "../../people/actor.ts"
import { blockActor, unblockActor } from "../../people/block-actor.ts"
import { changeAliases } from "../../people/change-aliases.ts"
import { moveActor } from "../../people/move-actor.ts"
import { type Refused, refused } from "../../result.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { formOf } from "../forms.ts"
import { quietPage } from "../page.ts"
import { BlocksPage, MovingPage } from "../pages/settings/others.tsx"
import { type Asked, kept, settingOf } from "./setting.ts"

export const nobody = refused(
	"not-found",
	"Nobody was found under that name. A name is written in full: @bob@social.example.",
)

/** Somebody by a name or an address: known here, or asked for at their own server. */
export const whoIs = async (
	{ world }: Pick<Asked, "world">,
	{ lookUp }: Elsewhere,
	text: string,
	fresh = false,
): Promise<Actor | null> => {
	const named = text.trim().slice(0, 500)
	const [name = "", host = world.origin.host] = named.replace(/^@/, "").split("@")
	const isAddress = /^https?:\/\//i.test(named)
	const known = isAddress
		? await findActorByUri(world.db, named)
		: host === world.origin.host
			? await findLocalActor(world.db, name)
			: await findActorByHandle(world.db, name, host)
	if (known && (known.local || !fresh)) return known.kind === "server" ? null : known
	if (!isAddress && host === world.origin.host) return null
	const found = await lookUp(named)
	return "id" in found ? found : null
}

export const showBlocks = async (asked: Asked, refusal?: Refused) => {
	const { c, world, actor } = asked
	const blocks = (await listBlocks(world.db, actor.id)).map(({ id, domain, target }) => ({
		id,
		name: target?.name ?? domain ?? "",
		handle: target ? handleOf(target) : "",
	}))
	return quietPage(
		c,
		<BlocksPage {...(await settingOf(asked, refusal))} blocks={blocks} />,
		refusal ? 422 : 200,
	)
}

/** A name with an @ or an address is somebody; anything else is a server. */
export const takeBlock = (elsewhere: Elsewhere) => async (asked: Asked) => {
	const { world, actor } = asked
	const { who = "" } = await formOf(asked.c)
	const isServer = !who.includes("@") && !/^https?:\/\//i.test(who)
	const whom = isServer ? { domain: who.slice(0, 300) } : await whoIs(asked, elsewhere, who)
	if (!whom) return showBlocks(asked, nobody)
	const blocked = await enact(world, (tx) => blockActor(world, tx, { person: actor, whom }))
	return blocked.ok ? kept(asked, "/settings/blocks") : showBlocks(asked, blocked)
}

export const takeUnblock = async (asked: Asked) => {
	const { c, world, actor } = asked
	const { id } = await formOf(c)
	const block = (await listBlocks(world.db, actor.id)).find((one) => one.id === id)
	const whom = block?.target ?? (block?.domain ? { domain: block.domain } : null)
	if (!whom) return kept(asked, "/settings/blocks")
	const done = await enact(world, (tx) => unblockActor(world, tx, { person: actor, whom }))
	return done.ok ? kept(asked, "/settings/blocks") : showBlocks(asked, done)
}

export const showMoving = async (asked: Asked, refusal?: Refused, going?: Actor) => {
	const { c, world, actor } = asked
	const fresh = (await findActor(world.db, actor.id)) ?? actor
	const shown = {
		aliases: fresh.alsoKnownAs,
		movedTo: fresh.movedTo,
		uri: fresh.uri,
		handle: handleOf(fresh),
	}
	const where = going && { going: { handle: handleOf(going), name: going.name } }
	const page = <MovingPage {...(await settingOf(asked, refusal))} {...shown} {...where} />
	return quietPage(c, page, refusal ? 422 : 200)
}

/** Another account of theirs, from which they may come here. */
export const takeAlias = (elsewhere: Elsewhere) => async (asked: Asked) => {
	const { world, actor } = asked
	const { other = "", remove = "" } = await formOf(asked.c)
	const found = remove ? null : await whoIs(asked, elsewhere, other)
	const uri = remove || found?.uri
	if (!uri) return showMoving(asked, nobody)
	const change = { actor, uri, add: !remove, by: { actorId: actor.id } }
	const changed = await enact(world, (tx) => changeAliases(world, tx, change))
	return changed.ok ? kept(asked, "/settings/moving") : showMoving(asked, changed)
}

/** First it is said whether they could go, and what it means; only the second press sends them off. */
export const takeMove = (elsewhere: Elsewhere) => async (asked: Asked) => {
	const { world, actor } = asked
	const { target = "", sure = "" } = await formOf(asked.c)
	const found = await whoIs(asked, elsewhere, target, true)
	if (!found) return showMoving(asked, nobody)
	const moving = { actor, target: found, by: { actorId: actor.id }, apply: sure === "yes" }
	const moved = await enact(world, (tx) => moveActor(world, tx, moving))
	if (!moved.ok) return showMoving(asked, moved)
	return moving.apply ? kept(asked, "/settings/moving") : showMoving(asked, undefined, found)
}
