import type { Group } from "../../src/groups/group.ts"
import { type Actor, handleOf } from "../../src/people/actor.ts"
import type { Post } from "../../src/posts/post.ts"
import { escapeHtml } from "./escape.ts"
import type { Json } from "./wire.ts"
import { instant, objectContext, publicUri } from "./wire.ts"

export type LocalNote = {
	post: Post
	author: Actor
	group: Group
	parentAuthor: Actor | null
	threadUri: string
}

/** A local post as other servers read it. It mentions the group, so that replies come back to it. */
export const noteOf = ({ post, author, group, parentAuthor, threadUri }: LocalNote): Json => {
	const content = contentOf(post, group, parentAuthor)
	return {
		id: post.uri,
		type: "Note",
		attributedTo: author.uri,
		audience: group.uri,
		to: [publicUri, group.uri],
		cc: [...(parentAuthor ? [parentAuthor.uri] : []), group.followers, author.followers],
		...(post.inReplyTo && { inReplyTo: post.inReplyTo }),
		...(post.title && { name: post.title }),
		...(post.contentWarning && { summary: post.contentWarning }),
		content,
		mediaType: "text/html",
		...(post.source && { source: { content: sourceOf(post), mediaType: "text/markdown" } }),
		...(post.language && { contentMap: { [post.language]: content } }),
		sensitive: post.sensitive,
		published: instant(post.publishedAt),
		...(post.editedAt && { updated: instant(post.editedAt) }),
		url: post.url,
		tag: [...(parentAuthor ? [mention(parentAuthor)] : []), mention(group)],
		attachment: [],
		context: threadUri,
		conversation: threadUri,
		replies: `${post.uri}/replies`,
		commentsEnabled: true,
		stickied: false,
		interactionPolicy: {
			canQuote: { automaticApproval: [], manualApproval: [] },
			canReply: { automaticApproval: [publicUri] },
			canAnnounce: { automaticApproval: [publicUri] },
			canLike: { automaticApproval: [publicUri] },
		},
	}
}

export const noteDocument = (note: LocalNote): Json => ({ "@context": objectContext, ...noteOf(note) })

const mention = (actor: Actor): Json => ({ type: "Mention", href: actor.uri, name: handleOf(actor) })

/** Mastodon shows no title of a Note, so the title opens the text; the group's name closes it, so that replies reach it. */
const contentOf = (post: Post, group: Group, parentAuthor: Actor | null): string => {
	const title = post.title ? `<p><strong>${escapeHtml(post.title)}</strong></p>` : ""
	const names = [...(parentAuthor ? [link(parentAuthor)] : []), link(group)].join(" ")
	return `${title}${post.html}<p>${names}</p>`
}

const sourceOf = (post: Post): string =>
	post.title ? `**${post.title}**\n\n${post.source}` : (post.source ?? "")

const link = (actor: Actor): string =>
	`<span class="h-card"><a href="${escapeHtml(actor.url)}" class="u-url mention">@<span>${escapeHtml(actor.handle)}</span></a></span>`

/** What is left of a deleted post. */
export const tombstone = (uri: string, deletedAt: Date): Json => ({
	"@context": "https://www.w3.org/ns/activitystreams",
	id: uri,
	type: "Tombstone",
	formerType: "Note",
	deleted: instant(deletedAt),
})
