import type { Context } from "hono"
import { findMember } from "../../../db/members.ts"
import { followGroup, unfollowGroup } from "../../groups/follow-group.ts"
import type { Group } from "../../groups/group.ts"
import { atLeast } from "../../groups/member.ts"
import { postingIn } from "../../moderation/policy/posting-in.ts"
import type { Actor } from "../../people/actor.ts"
import { renderMarkdown } from "../../posts/markup.ts"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { MessagePage } from "../pages/message.tsx"
import type { MembershipView } from "../pages/speaking/views.ts"
import { groupPath } from "../views.ts"
import { placeFor } from "./place.ts"

/** How somebody stands to a group, and whether its rules let them write there at all. */
export const gatherMembership = async ({ db }: World, you: Actor, group: Group): Promise<MembershipView> => {
	const member = await findMember(db, group.id, you.id)
	const { role } = member ?? { role: null }
	const least = { anyone: null, followers: "follower", members: "member", moderators: "moderator" } as const
	const needed = least[await postingIn(db, group)]
	const state =
		role === null
			? "none"
			: role === "moderator"
				? "host"
				: member?.requestedAt && role === "follower"
					? "asked"
					: role
	const mayWrite = group.local ? needed === null || atLeast(role, needed) : role !== null && state !== "asked"
	const welcomed = group.local && atLeast(role, "member") ? renderMarkdown(group.welcome) : ""
	return {
		state,
		path: groupPath(group),
		mayWrite: mayWrite && !group.movedTo && you.local,
		...(!you.local && { home: you.host }),
		...(welcomed && { welcomeHtml: welcomed }),
	}
}

/** Somebody who is signed in joins a group, or asks to. */
export const takeJoin = (world: World) => async (c: Context) => {
	const place = await placeFor(c, world, backFrom(c))
	if (place instanceof Response) return place
	const { you, group } = place
	const joined = await followGroup(world, { person: you, group })
	const back = groupPath(group)
	if (joined.ok) return c.redirect(`${back}#join`, 303)
	const action = { href: back, label: t("Back to the group") }
	const server = await gatherServer(world, you)
	const title = t("The door stays shut")
	return quietPage(
		c,
		<MessagePage server={server} title={title} text={t(joined.reason)} action={action} />,
		403,
	)
}

/** They leave it again, whatever its server says; leaving twice is leaving. */
export const takeLeave = (world: World) => async (c: Context) => {
	const place = await placeFor(c, world, backFrom(c))
	if (place instanceof Response) return place
	const { you, group } = place
	const left = await unfollowGroup(world, { person: you, group })
	// Who leaves a group that is for its members, or one that nobody here follows now, has no page of it to return to.
	const isGone = group.visibility === "private" || !group.local
	if (left.ok || left.code === "not-found") return c.redirect(isGone ? "/" : `${groupPath(group)}#join`, 303)
	const action = { href: groupPath(group), label: t("Back to the group") }
	const server = await gatherServer(world, you)
	const title = t("Not yet")
	return quietPage(
		c,
		<MessagePage server={server} title={title} text={t(left.reason)} action={action} />,
		403,
	)
}

/** A form cannot be opened again: whoever signs in in between comes back to the group's page. */
const backFrom = (c: Context): string => c.req.path.replace(/\/[^/]+$/, "")
