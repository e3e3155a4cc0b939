import type { Context } from "hono"
import { readPost } from "../../db/reading.ts"
import { enact } from "../moderation/enact.ts"
import { vote } from "../posts/vote.ts"
import type { World } from "../world.ts"
import { groupIn } from "./entrance.ts"
import { formOf } from "./forms.ts"
import { gatherServer } from "./gather.ts"
import { t } from "./language.tsx"
import { missing } from "./missing.tsx"
import { quietPage } from "./page.ts"
import { MessagePage } from "./pages/message.tsx"
import { viewerOf, youOf } from "./session.ts"
import { threadPath } from "./views.ts"

/** Takes the vote of somebody who is signed in, and leads them back to the poll. */
export const takeVote = (world: World) => async (c: Context) => {
	const you = youOf(c)
	const group = await groupIn(c, world)
	const read = group && (await readPost(world.db, viewerOf(you), c.req.param("id")!))
	if (!group || !read) return missing(c, world)
	const back = `${threadPath(group, { ...read.post, title: null })}#post-${read.post.id}`
	if (!you) return c.redirect(`/login?next=${encodeURIComponent(back)}`, 303)
	const options = Object.entries(await formOf(c))
		.filter(([name]) => name.startsWith("option"))
		.map(([, text]) => text)
	const voted = await enact(world, (tx) => vote(world, tx, { person: you, post: read.post, options }))
	if (voted.ok || voted.code === "too-late") return c.redirect(back, 303)
	const action = { href: back, label: t("Back to the poll") }
	const server = await gatherServer(world, you)
	const told = (
		<MessagePage server={server} title={t("That was not counted")} text={t(voted.reason)} action={action} />
	)
	return quietPage(c, told, voted.code === "invalid" ? 422 : 403)
}
