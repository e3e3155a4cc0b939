import type { Read } from "../../../db/reading.ts"
import type { Group } from "../../groups/group.ts"
import { handleOf } from "../../people/actor.ts"
import { excerptOf, plainText } from "../../posts/markup.ts"
import { t } from "../language.tsx"
import type { PreviewView } from "../pages/reading/preview.tsx"
import { threadPath } from "../views.ts"

/** Whether a group wants to be found: by search engines, and by a preview where somebody puts a link to it. */
export const wantsToBeFound = (group: Pick<Group, "local" | "visibility" | "indexed" | "goneAt">): boolean =>
	group.local && group.visibility === "public" && group.indexed && !group.goneAt

const long = 200

/** What a link to a group shows where somebody puts one; null for a group that does not want to be found. */
export const previewOfGroup = (group: Group): PreviewView | null =>
	wantsToBeFound(group)
		? {
				kind: "website",
				url: group.url,
				title: group.name,
				description: excerptOf(plainText(group.summary), long),
			}
		: null

/** The same for a conversation, by the post that began it: what everybody may read, and not what stands behind a content note. */
export const previewOfThread = (group: Group, { post, author }: Read, origin: URL): PreviewView | null => {
	if (!wantsToBeFound(group) || post.audience !== "public" || post.id !== post.threadId) return null
	const words = post.contentWarning
		? t("Content note: {{note}}", { note: post.contentWarning })
		: excerptOf(plainText(post.html), long)
	return {
		kind: "article",
		url: new URL(threadPath(group, post), origin).href,
		title: post.title ?? t("A letter from {{author}}", { author: author.name }),
		description: words,
		author: { name: author.name, handle: handleOf(author), url: author.url },
		at: post.publishedAt,
	}
}
