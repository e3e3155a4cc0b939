import type { Form, Group } from "../groups/group.ts"
import type { Enclosed } from "../media/media.ts"
import type { Actor } from "../people/actor.ts"
import type { World } from "../world.ts"
import { newPoll, pollProblem } from "./poll.ts"
import { type Audience, languageProblem, noteProblem, textProblem, titleProblem } from "./post.ts"
import { renderWords } from "./render-words.ts"
import type { Draft } from "./submit-post.ts"

/** What somebody here writes to a group, as they typed it. */
export type Writing = {
	author: Actor
	group: Group
	/** The post's id, made beforehand so that sending twice is sending once; a new one if there is none. */
	id?: string
	title: string | null
	/** Markdown. */
	text: string
	contentWarning?: string | null
	/** A tag like "de"; the group's own if there is none. */
	language?: string | null
	inReplyTo: string | null
	/** What people may choose from, if it asks; `lasts` in milliseconds. */
	poll?: { options: string[]; multiple: boolean; lasts: number } | null
	/** The post it quotes, and who wrote that, if it is not known here and was looked up. */
	quoteUri?: string | null
	quotedAuthorId?: string | null
	/** Pictures and recordings that go with it. */
	enclosed?: Enclosed[]
}

/** Who may read what is said in a group. */
export const audienceIn = ({ visibility }: Pick<Group, "visibility">): Audience =>
	visibility === "private" ? "members" : "public"

/** What is wrong with it, in a sentence; null when it can be sent. */
export const writingProblem = (writing: Writing): string | null => {
	const { text, title, contentWarning, language, poll, enclosed = [] } = writing
	return (
		// A picture may speak for itself.
		(enclosed.length > 0 && text.trim() === "" ? null : textProblem(text)) ??
		titleProblem(title ?? "") ??
		noteProblem(contentWarning ?? "") ??
		(language ? languageProblem(language) : null) ??
		(poll ? pollProblem(poll.options, poll.lasts) : null)
	)
}

/** The post that it becomes. */
export const localDraft = async (
	world: World,
	writing: Writing,
	form: Form,
): Promise<Draft & { id: string }> => {
	const { group, title, text, contentWarning, language, inReplyTo, poll, quoteUri, enclosed = [] } = writing
	const id = writing.id ?? world.ports.newId()
	const now = world.ports.now()
	const uri = new URL(`/ap/posts/${id}`, world.origin).href
	const note = contentWarning?.trim() || null
	const audience = audienceIn(group)
	return {
		id,
		uri,
		url: uri,
		kind: poll ? "question" : inReplyTo === null ? form : "note",
		title: title?.trim() || null,
		html: await renderWords(world.db, world, { text, audience }),
		source: text,
		contentWarning: note,
		sensitive: note !== null,
		language: language || group.language,
		attachments: enclosed.map(({ attachment }) => attachment),
		audience,
		inReplyTo,
		quoteUri: quoteUri ?? null,
		publishedAt: now,
		createUri: `${uri}/create`,
		createBytes: null,
		people: [],
		poll: poll ? newPoll(poll.options, poll.multiple, new Date(now.getTime() + poll.lasts)) : null,
	}
}
