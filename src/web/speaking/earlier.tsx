import type { Context } from "hono"
import { readPostIn } from "../../../db/reading.ts"
import { readVersions } from "../../../db/versions.ts"
import { cleanKept } from "../../posts/markup.ts"
import type { World } from "../../world.ts"
import { gatherServer } from "../gather.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { EarlierPage } from "../pages/speaking/earlier.tsx"
import { viewerOf, youOf } from "../session.ts"
import { groupPath } from "../views.ts"
import { doorOf } from "./compose-views.ts"
import { groupNamed } from "./place.ts"

/** What a post said before it was edited, for whoever may read it now. */
export const showEarlier = (world: World) => async (c: Context) => {
	const you = youOf(c)
	const group = await groupNamed(c, world)
	const at = group && { groupId: group.id, postId: c.req.param("id")! }
	const read = at && (await readPostIn(world.db, viewerOf(you), at.groupId, at.postId))
	const versions = read ? await readVersions(world.db, viewerOf(you), at) : []
	if (!group || !read || versions.length === 0) return missing(c, world)
	const { post, author } = read
	return quietPage(
		c,
		<EarlierPage
			server={await gatherServer(world, you)}
			group={doorOf(group)}
			author={author.name}
			href={`${groupPath(group)}/t/${post.threadId}#post-${post.id}`}
			language={post.language}
			contentWarning={post.contentWarning}
			versions={versions.map(({ title, html, replacedAt }) => ({
				title,
				html: cleanKept(html),
				until: replacedAt,
			}))}
			now={world.ports.now()}
		/>,
	)
}
