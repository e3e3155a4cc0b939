import type { News } from "../../../db/news.ts"
import type { EventRecord } from "../../events.ts"
import { mayBeAppealed } from "../../moderation/desk/appeal.ts"
import type { Because } from "../../notifications/notification.ts"
import { excerptOf, plainText } from "../../posts/markup.ts"
import { groupPath, threadPath, withoutGreeting } from "../views.ts"

/** One thing that happened to somebody, as pages and letters say it. */
export type NewsView = {
	at: Date
	group: string
	/** Where it can be seen; nothing where they may not look any more. */
	href?: string
} & (
	| {
			because: Because
			who: string
			/** The first words, or the content note they stand behind. */
			words: string
			covered: boolean
			language: string | null
	  }
	/** With the first words of their own that it is about. */
	| { event: EventRecord; own?: string; appeal?: string }
)

export const newsView = (news: News): NewsView => {
	const about = { at: news.at, group: news.group.name }
	if ("post" in news) {
		const { post, author, because, group } = news
		const said = post.title ?? withoutGreeting(plainText(post.html), group.handle)
		return {
			...about,
			because,
			who: author.name,
			words: excerptOf(post.contentWarning ?? said, 140),
			covered: post.contentWarning !== null,
			language: post.language,
			href: `${threadPath(group, { ...post, title: null })}#post-${post.id}`,
		}
	}
	const { event, group, threadId, open, own } = news
	const shared = event.type === "post-approved" || event.type === "post-restored"
	const thread = shared && threadId && event.postId
	const status = group.local && (event.type === "post-held" || event.type === "post-suspended")
	const letters = event.type === "modmail-answered"
	const href =
		event.type === "change-asked"
			? `${groupPath(group)}/p/${event.postId}/edit`
			: thread
				? `${threadPath(group, { threadId, title: null })}#post-${event.postId}`
				: `${groupPath(group)}${status ? `/status/${event.id}` : letters ? "/letter" : ""}`
	const words =
		own && open ? excerptOf(own.title ?? withoutGreeting(plainText(own.html), group.handle), 140) : ""
	const appeal = group.local && mayBeAppealed(event.type) ? `/@${group.handle}/appeal/${event.id}` : undefined
	return {
		...about,
		event,
		...((open || letters) && { href }),
		...(words && { own: words }),
		...(appeal && { appeal }),
	}
}
