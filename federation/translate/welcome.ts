import type { Group, Posting } from "../../src/groups/group.ts"
import { handleOf } from "../../src/people/actor.ts"
import { plainText, renderMarkdown } from "../../src/posts/markup.ts"
import { escapeHtml } from "./escape.ts"
import { instant, type Json, objectContext, publicUri } from "./wire.ts"

const whoPosts: Record<Posting, string> = {
	anyone: "Anyone may post",
	followers: "Everybody who follows may post",
	members: "Its members may post",
	moderators: "Its moderators post",
}

/** The note that every group pins: what it is, its rules, how to post and how to take a post back. Mastodon shows it on the group's profile. `posting` is who may write as it holds. */
export const welcomeNote = (group: Group, posting: Posting): Json => {
	const handle = handleOf(group)
	const content = [
		`<p><strong>Welcome to ${escapeHtml(group.name)}</strong></p>`,
		plainText(group.summary) ? group.summary : "",
		group.welcome ? renderMarkdown(group.welcome) : "",
		`<p>${whoPosts[posting]}: write a post that mentions ${handle}, and everybody who follows the group receives it. Only public posts are shared.</p>`,
		group.joining === "approval" ? "<p>Following is open; a moderator makes followers members.</p>" : "",
		`<p>To take a post out of the group, delete it, or answer it with the word <em>unshare</em>.</p>`,
		group.rules ? `<p><strong>How we talk here</strong></p>${renderMarkdown(group.rules)}` : "",
		`<p><a href="${group.url}">${group.url}</a></p>`,
	].join("")
	return {
		"@context": objectContext,
		id: `${group.uri}/welcome`,
		type: "Note",
		attributedTo: group.uri,
		audience: group.uri,
		to: [publicUri],
		cc: [group.followers],
		content,
		mediaType: "text/html",
		contentMap: { [group.language]: content },
		sensitive: false,
		published: instant(group.createdAt),
		...(group.updatedAt > group.createdAt && { updated: instant(group.updatedAt) }),
		url: group.url,
		tag: [],
		attachment: [],
		interactionPolicy: {
			canQuote: { automaticApproval: [], manualApproval: [] },
			canReply: { automaticApproval: [publicUri] },
			canAnnounce: { automaticApproval: [publicUri] },
			canLike: { automaticApproval: [publicUri] },
		},
	}
}
