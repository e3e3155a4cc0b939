import type { Group } from "../../src/groups/group.ts"
import { type Actor, handleOf } from "../../src/people/actor.ts"
import { plainText } from "../../src/posts/markup.ts"
import { links } from "../../src/posts/names.ts"
import type { Poll } from "../../src/posts/poll.ts"
import type { Post } from "../../src/posts/post.ts"
import { tagsOf, withTagLinks } from "../../src/posts/tags.ts"
import { escapeHtml } from "./escape.ts"
import { enclosure } from "./media.ts"
import { pollParts } from "./poll.ts"
import { quoteLine, quoteLink, quoteParts } from "./quote.ts"
import type { Json } from "./wire.ts"
import { instant, objectContext, publicUri } from "./wire.ts"

export type LocalNote = {
	post: Post
	/** What it lets people choose from, if it asks. */
	poll: Poll | null
	author: Actor
	group: Group
	parentAuthor: Actor | null
	/** Whom it names, or once named; from everywhere. */
	mentioned: Actor[]
	threadUri: string
	marks: Marks
}

/** Whether its thread takes no more answers, and whether its group keeps it at the top. */
export type Marks = { locked: boolean; pinned: boolean }

/** A local post as other servers read it. It mentions the group, so that replies come back to it. */
export const noteOf = (note: LocalNote): Json => {
	const { post, poll, author, group, parentAuthor, threadUri, marks } = note
	const named = namedIn(note)
	const content = contentOf(post, group, parentAuthor)
	return {
		id: post.uri,
		type: typeOf(post.kind),
		attributedTo: author.uri,
		audience: group.uri,
		...audienceOf(note, named),
		...(post.inReplyTo && { inReplyTo: post.inReplyTo }),
		...(poll && pollParts(poll)),
		...(nameOf(post) && { name: nameOf(post) }),
		...(post.contentWarning && { summary: post.contentWarning }),
		content,
		mediaType: "text/html",
		...(post.source && { source: { content: sourceOf(post), mediaType: "text/markdown" } }),
		...(post.language && { contentMap: { [post.language]: content } }),
		sensitive: post.sensitive,
		published: instant(post.publishedAt),
		...(post.editedAt && { updated: instant(post.editedAt) }),
		url: post.url,
		...(post.quoteUri && quoteParts(post.quoteUri, post.quoteAuthorization)),
		tag: [
			...(parentAuthor ? [mention(parentAuthor)] : []),
			...named.map(mention),
			mention(group),
			...(post.quoteUri ? [quoteLink(post.quoteUri)] : []),
			...(group.local ? tagsOf(post).map((tag) => hashtag(group, tag)) : []),
		],
		attachment: post.attachments.map(enclosure),
		context: threadUri,
		conversation: threadUri,
		replies: `${post.uri}/replies`,
		// Lemmy takes an edit that says otherwise than its Lock for a moderator's, and refuses it of an author.
		commentsEnabled: !marks.locked,
		stickied: marks.pinned,
		...(post.audience === "public" && { interactionPolicy: marks.locked ? closedPolicy : openPolicy }),
	}
}

/** Whoever reads a public post may answer, quote, boost and like it (FEP-044f; GoToSocial asks before it boosts). */
const openPolicy = {
	canQuote: { automaticApproval: [publicUri], manualApproval: [] },
	canReply: { automaticApproval: [publicUri] },
	canAnnounce: { automaticApproval: [publicUri] },
	canLike: { automaticApproval: [publicUri] },
}

/** The same in a closed thread: nobody answers there. */
const closedPolicy = { ...openPolicy, canReply: { automaticApproval: [] } }

/** Everyone, or the group alone: what is for its members names nobody else, and not its author's followers either. */
const audienceOf = ({ post, group, author, parentAuthor }: LocalNote, named: Actor[]): Json => {
	const people = [...(parentAuthor ? [parentAuthor] : []), ...named].map(({ uri }) => uri)
	return post.audience === "public"
		? {
				to: [publicUri, group.uri],
				cc: [...people, group.followers, author.followers],
			}
		: { to: [group.uri, group.followers], cc: [] }
}

/** Whom its words name now, but for whoever it answers; only what everybody may read names anybody beside the group. */
const namedIn = ({ post, author, parentAuthor, mentioned }: LocalNote): Actor[] =>
	post.audience === "public"
		? mentioned.filter(
				(actor) => actor.id !== author.id && actor.id !== parentAuthor?.id && links(post.html, actor),
			)
		: []

export const noteDocument = (note: LocalNote): Json => ({ "@context": objectContext, ...noteOf(note) })

/** A tag leads to what the group said under it. */
const hashtag = (group: Group, tag: string): Json => ({
	type: "Hashtag",
	href: `${tagsAt(group)}${encodeURIComponent(tag)}`,
	name: `#${tag}`,
})

const tagsAt = (group: Group): string => `${group.url}/tags/`

const mention = (actor: Actor): Json => ({ type: "Mention", href: actor.uri, name: handleOf(actor) })

/** What a local post is on the wire: a poll, a Page in groups that are forums, a Note everywhere else. */
const typeOf = (kind: Post["kind"]): string =>
	kind === "question" ? "Question" : kind === "page" ? "Page" : "Note"

/** A Page is shown by its name: on Mastodon the name and a link are all of it. */
const nameOf = ({ kind, title, html }: Post): string | null =>
	title ??
	(kind === "page" ? plainText(html.split(/<\/(?:p|h\d|li|pre)>|<br/)[0]!).slice(0, 100) || null : null)

/** Whether the title has to stand in the text too: Mastodon shows no title of a Note. */
const tellsTitle = ({ kind, title }: Post): boolean => title !== null && kind !== "page"

/** Mastodon shows no title of a Note, so the title opens the text; the group's name closes it, so that replies reach it. */
const contentOf = (post: Post, group: Group, parentAuthor: Actor | null): string => {
	const title = tellsTitle(post) ? `<p><strong>${escapeHtml(post.title!)}</strong></p>` : ""
	const names = [...(parentAuthor ? [link(parentAuthor)] : []), link(group)].join(" ")
	const words = group.local ? withTagLinks(post.html, tagsAt(group)) : post.html
	return `${title}${words}${post.quoteUri ? quoteLine(post.quoteUri) : ""}<p>${names}</p>`
}

const sourceOf = (post: Post): string =>
	tellsTitle(post) ? `**${post.title}**\n\n${post.source}` : (post.source ?? "")

const link = (actor: Actor): string =>
	`<span class="h-card"><a href="${escapeHtml(actor.url)}" class="u-url mention">@<span>${escapeHtml(actor.handle)}</span></a></span>`

/** What is left of a deleted post. */
export const tombstone = (uri: string, kind: Post["kind"], deletedAt: Date): Json => ({
	"@context": "https://www.w3.org/ns/activitystreams",
	id: uri,
	type: "Tombstone",
	formerType: typeOf(kind),
	deleted: instant(deletedAt),
})
