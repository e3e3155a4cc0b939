import type { Read } from "../../../db/reading.ts"
import type { Group } from "../../groups/group.ts"
import { limits } from "../../limits.ts"
import { cleanKept, excerptOf, plainText } from "../../posts/markup.ts"
import { threadPath, withoutGreeting } from "../views.ts"
import type { FeedEntry } from "./feed-of.ts"

/** A post as feeds carry it. What stands behind a content note stays there: the feed gives the note and the way to it. */
export const feedEntry = (group: Group, { post, author, sharedAt }: Read): FeedEntry => {
	const words = withoutGreeting(plainText(post.html), group.handle)
	const covered = post.contentWarning !== null || post.sensitive
	return {
		id: post.uri,
		link: new URL(`${threadPath(group, { ...post, title: null })}#post-${post.id}`, group.url).href,
		title: post.title || post.contentWarning || (covered ? "" : excerptOf(words, 80)) || author.name,
		html: covered ? "" : htmlOf(post, words),
		author: { name: author.name, url: author.url },
		at: post.publishedAt,
		changedAt: post.editedAt && post.editedAt > sharedAt ? post.editedAt : sharedAt,
	}
}

const htmlOf = ({ html, attachments }: Read["post"], words: string): string => {
	const text = html.length > limits.feedHtml ? `<p>${escapeText(excerptOf(words, 2000))}</p>` : html
	const enclosed = attachments.map(
		({ url, alt }) => `<p><a href="${escapeText(url)}">${escapeText(alt || url)}</a></p>`,
	)
	return cleanKept(text + enclosed.join(""))
}

const escapeText = (text: string): string =>
	text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;")
