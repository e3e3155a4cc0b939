import type { Read, Conversation as Row } from "../../db/reading.ts"
import type { Group } from "../groups/group.ts"
import { type Actor, handleOf } from "../people/actor.ts"
import { cleanKept, excerptOf, plainText, renderMarkdown } from "../posts/markup.ts"
import { type Post, slugOf } from "../posts/post.ts"
import { withTagLinks } from "../posts/tags.ts"
import { enclosedView } from "./media/enclosed-view.ts"
import { portraitOf } from "./media/here.ts"
import type { FootView } from "./pages/speaking/views.ts"
import type { Conversation, GroupView, PersonView, PollView, PostView } from "./pages/views.ts"

export const personView = (actor: Actor): PersonView => ({
	name: actor.name,
	handle: handleOf(actor),
	url: actor.url,
	...(actor.pronouns && { pronouns: actor.pronouns }),
	...(portraitOf(actor) && { portrait: portraitOf(actor)! }),
})

export const groupView = (group: Group, moderators: Actor[], movedTo: Actor | null = null): GroupView => ({
	handle: group.handle,
	host: group.host,
	name: group.name,
	aboutHtml: cleanKept(group.summary),
	rulesHtml: renderMarkdown(group.rules),
	hue: group.hue,
	...(portraitOf(group) && { icon: portraitOf(group)! }),
	...(portraitOf(group, "image") && { image: portraitOf(group, "image")! }),
	actorUri: group.uri,
	visibility: group.visibility,
	joining: group.joining,
	posting: group.posting,
	language: group.language,
	moderators: moderators.map(personView),
	...(group.local && group.visibility === "public" && { feeds: group.url }),
	...(!group.local && { elsewhere: { path: groupPath(group), url: group.url } }),
	...(group.movedTo && { movedTo: movedTo ? personView(movedTo) : placeView(group.movedTo) }),
})

/** An address that nobody here knows by name. */
const placeView = (uri: string): PersonView => ({ name: uri, handle: uri, url: uri })

/** A group's page; that of another server's group has the server in its address. */
export const groupPath = ({ handle, host, local }: Pick<Group, "handle" | "host" | "local">): string =>
	local ? `/@${handle}` : `/@${handle}@${host}`

/** Where a thread is read; the slug is for people, the id finds it. */
export const threadPath = (
	group: Pick<Group, "handle" | "host" | "local">,
	post: { threadId: string; title: string | null },
): string => {
	const slug = post.title ? `-${slugOf(post.title)}` : ""
	return `${groupPath(group)}/t/${post.threadId}${slug === "-" ? "" : slug}`
}

export const conversationView = (group: Group, row: Row): Conversation => ({
	href: threadPath(group, row.post),
	title: row.post.title,
	excerpt: excerptOf(withoutGreeting(plainText(row.post.html), group.handle)),
	author: personView(row.author),
	at: row.post.publishedAt,
	activeAt: row.activeAt,
	repliedBy: row.repliedBy,
	contentWarning: row.post.contentWarning,
	language: row.post.language,
})

/** On the group's own page its name need not stand before every post that was addressed to it. */
export const withoutGreeting = (text: string, handle: string): string => {
	const name = `@${handle}`
	const rest = text.toLowerCase().startsWith(name) ? text.slice(name.length).replace(/^@[\w.:-]+/, "") : text
	return rest === text || /^\w/.test(rest) ? text : rest.trimStart() || text
}

/** A thread as it is read: each answer under what it answers, in the order they were said. */
export const threadView = (
	reads: Read[],
	{
		polls = new Map(),
		feet = new Map(),
		tagsAt,
		isNew = () => false,
	}: {
		polls?: Map<string, PollView>
		feet?: Map<string, FootView>
		/** The address that tags lead to, when their names are put behind it. */
		tagsAt?: string
		/** What whoever reads has not seen yet. */
		isNew?: (read: Read) => boolean
	} = {},
): PostView[] => {
	const known = new Set(reads.map((read) => read.post.uri))
	const answers = Map.groupBy(reads, (read) =>
		read.post.inReplyTo && known.has(read.post.inReplyTo) ? read.post.inReplyTo : null,
	)
	const names = new Map(reads.map((read) => [read.post.uri, read.author.name]))
	const places = new Map(reads.map(({ post }) => [post.uri, `#post-${post.id}`]))
	const views: PostView[] = []
	const stack = (answers.get(null) ?? []).map((read) => ({ read, depth: 0 })).reverse()
	for (let next = stack.pop(); next; next = stack.pop()) {
		const { read, depth } = next
		const poll = polls.get(read.post.id)
		const foot = feet.get(read.post.id)
		const view = postView(read, depth, names)
		const html = tagsAt ? withTagLinks(view.html, tagsAt) : view.html
		const parent = places.get(read.post.inReplyTo ?? "")
		views.push({
			...view,
			html,
			fresh: isNew(read),
			...(parent && { inReplyToHref: parent }),
			...(poll && { poll }),
			...(foot && { foot }),
		})
		for (const answer of (answers.get(read.post.uri) ?? []).toReversed())
			stack.push({ read: answer, depth: depth + 1 })
	}
	return views
}

/** One post as a page shows it; `names` are of the authors it may answer, by the posts' URIs. */
export const postView = (
	{ post, author }: Pick<Read, "author"> & { post: Post },
	depth: number,
	names: Map<string, string>,
): PostView => ({
	id: `post-${post.id}`,
	author: personView(author),
	html: cleanKept(post.html),
	title: post.title,
	at: post.publishedAt,
	editedAt: post.editedAt,
	depth,
	...(post.inReplyTo && names.has(post.inReplyTo) && { inReplyToName: names.get(post.inReplyTo)! }),
	url: post.url,
	contentWarning: post.contentWarning,
	sensitive: post.sensitive,
	language: post.language,
	attachments: post.attachments.map((one, nth) => enclosedView(one, { of: "post", id: post.id, nth })),
	quoteUri: post.quoteUri,
})
