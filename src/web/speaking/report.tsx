import type { Context } from "hono"
import { listMembers } from "../../../db/members.ts"
import { enact } from "../../moderation/enact.ts"
import { reportPost } from "../../moderation/report-post.ts"
import { isTooFast } from "../../posts/pace.ts"
import { refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { MessagePage } from "../pages/message.tsx"
import { ReportPage, type ReportPageProps } from "../pages/speaking/report.tsx"
import { groupPath, postView } from "../views.ts"
import { doorOf } from "./compose-views.ts"
import { postFor } from "./place.ts"
import { lines } from "./typed.ts"

type Found = Exclude<Awaited<ReturnType<typeof postFor>>, Response>
type Typed = ReportPageProps["typed"]

/** The form to report a post, or its author. */
export const showReport = (world: World) => async (c: Context) => {
	const found = await postFor(c, world)
	if (found instanceof Response) return found
	return show(c, world, found, { words: "", about: "post", forward: false })
}

/** Takes the report, and says where it went. */
export const takeReport = (world: World) => async (c: Context) => {
	const found = await postFor(c, world)
	if (found instanceof Response) return found
	const form = await formOf(c)
	const typed = {
		words: lines(form.words),
		about: form.about === "author" ? "author" : "post",
		forward: form.forward === "yes",
	}
	const { you: person, read, group } = found
	const complaint = {
		person,
		post: read.post,
		reason: typed.words,
		aboutAuthor: typed.about === "author",
		forward: typed.forward,
	}
	const filed = isTooFast(world, "reports", person.id)
		? refused("too-early", "That was a lot in a short time. Please wait a few minutes, and send it again.")
		: await enact(world, (tx) => reportPost(world, tx, complaint))
	if (!filed.ok) return show(c, world, found, typed, filed.reason)
	const action = { href: groupPath(group), label: t("Back to the group") }
	const title = t("Thank you for telling")
	const text = t("The report is with those who look after the group now. You need do nothing more.")
	const server = await gatherServer(world, person)
	return quietPage(c, <MessagePage server={server} title={title} text={text} action={action} />)
}

const show = async (c: Context, world: World, found: Found, typed: Typed, wrong?: string) => {
	const { you, group, read } = found
	const hosts = await listMembers(world.db, group.id, ["moderator", "owner"], 10)
	return quietPage(
		c,
		<ReportPage
			server={await gatherServer(world, you)}
			group={doorOf(group)}
			action={`${groupPath(group)}/p/${read.post.id}/report`}
			post={postView(read, 0, new Map())}
			hosts={hosts.map(({ actor }) => actor.name)}
			authorHost={read.author.local ? null : read.author.host}
			typed={typed}
			{...(wrong && { refused: wrong })}
			now={world.ports.now()}
		/>,
		wrong ? 422 : 200,
	)
}
