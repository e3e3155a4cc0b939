import type { Context } from "hono"
import { findActorByHandle, findActorByUri } from "../../../db/actors.ts"
import { findMember } from "../../../db/members.ts"
import { findPostByUri } from "../../../db/posts.ts"
import { readPost } from "../../../db/reading.ts"
import { limited } from "../../accounts/limits.ts"
import { followGroup } from "../../groups/follow-group.ts"
import type { Actor } from "../../people/actor.ts"
import type { World } from "../../world.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { formOf, ownPath } from "../forms.ts"
import { fromOf } from "../from.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { FollowPage } from "../pages/joining/follow.tsx"
import { MessagePage } from "../pages/message.tsx"
import { viewerOf, youOf } from "../session.ts"
import { groupPath, personView } from "../views.ts"

/** What other servers' buttons lead our people to with the address of a thing: Mastodon's parameters, old and new. */
const asked = (c: Context): string =>
	(c.req.query("uri") ?? c.req.query("acct") ?? "")
		.trim()
		.replace(/^acct:@?/i, "@")
		.slice(0, 2000)

/**
 * Where the buttons of other servers bring somebody with an account here (OStatus, FEP-3b86): to the thing itself if it is
 * known here, or to the question whether to follow a group. Nothing is done before they press a button of ours.
 */
export const showInteract = (world: World, elsewhere: Elsewhere) => async (c: Context) => {
	const you = youOf(c)
	const uri = asked(c)
	const here = ownPlace(world, uri)
	if (here) return c.redirect(here, 303)
	if (!you) {
		const back = `/authorize_interaction?uri=${encodeURIComponent(uri)}`
		return c.redirect(`/login?next=${encodeURIComponent(back)}`, 303)
	}
	const known = await placeKnown(world, you, uri)
	if (known) return c.redirect(known, 303)
	const wait = limited(world, ["home from", fromOf(c)], ["homes", "all"])
	if (wait) {
		c.header("Retry-After", String(wait.wait))
		return tell(c, world, t("Please wait"), t(wait.reason), 429)
	}
	const actor = await actorNamed(world, elsewhere, uri)
	if (!actor) return nothing(c, world)
	if (actor.kind !== "group")
		return tell(
			c,
			world,
			t("People are followed elsewhere"),
			t(
				"With an account here you follow groups. Who has an account on another server can follow people from there.",
			),
		)
	if (await findMember(world.db, actor.id, you.id)) return c.redirect(groupPath(actor), 303)
	return quietPage(
		c,
		<FollowPage server={await gatherServer(world, you)} group={personView(actor)} uri={actor.uri} />,
	)
}

/** Follows the group that the page before asked about. */
export const takeInteract = (world: World) => async (c: Context) => {
	const you = youOf(c)
	if (!you) return c.redirect("/login", 303)
	const { uri = "" } = await formOf(c)
	const group = await findActorByUri(world.db, uri.slice(0, 2000))
	if (group?.kind !== "group") return nothing(c, world)
	const followed = await followGroup(world, { person: you, group })
	if (followed.ok) return c.redirect(`${groupPath(group)}#join`, 303)
	return tell(c, world, t("The door stays shut"), t(followed.reason), 403)
}

/** A page of this very server; everything else in an address is somebody else's. */
const ownPlace = ({ origin }: World, uri: string): string | null => {
	const [, name, host] = /^@?([^@\s/]+)@([^@\s/]+)$/.exec(uri) ?? []
	if (name) return host?.toLowerCase() === origin.host ? ownPath(`/@${name.toLowerCase()}`, origin) : null
	const url = URL.parse(uri)
	if (url?.origin !== origin.origin || !/^\/(@|ap\/(groups|people|posts|threads)\/)/.test(url.pathname))
		return null
	return ownPath(url.pathname, origin)
}

/** A post that is known here leads to where it is read. */
const placeKnown = async ({ db }: World, you: Actor, uri: string): Promise<string | null> => {
	const post = /^https?:\/\//i.test(uri) ? await findPostByUri(db, uri) : null
	return post && (await readPost(db, viewerOf(you), post.id)) ? `/ap/posts/${post.id}` : null
}

const actorNamed = async ({ db }: World, { lookUp }: Elsewhere, uri: string): Promise<Actor | null> => {
	const [, name, host] = /^@?([^@\s/]+)@([^@\s/]+)$/.exec(uri) ?? []
	if (!name && !/^https?:\/\//i.test(uri)) return null
	const known = name ? await findActorByHandle(db, name, host!) : await findActorByUri(db, uri)
	if (known && !known.goneAt) return known.kind === "server" ? null : known
	const found = await lookUp(name ? `@${name}@${host}` : uri)
	return "id" in found && found.kind !== "server" ? found : null
}

const nothing = (c: Context, world: World) =>
	tell(
		c,
		world,
		t("There is nothing here"),
		t("No group was found at that address, nor a post that anybody here has been sent."),
		404,
	)

const tell = async (
	c: Context,
	world: World,
	title: string,
	text: string,
	status: 200 | 403 | 404 | 429 = 200,
) =>
	quietPage(
		c,
		<MessagePage
			server={await gatherServer(world, youOf(c))}
			title={title}
			text={text}
			action={{ href: "/", label: t("To the first page") }}
		/>,
		status,
	)
