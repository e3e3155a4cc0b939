import type { KeptDraft } from "../../../db/drafts.ts"
import type { Writing } from "../../posts/local-draft.ts"
import { durationOf } from "../../posts/poll.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { type Form, uuid } from "../forms.ts"
import type { Typed } from "../pages/speaking/views.ts"
import { picturesIn } from "./pictures.ts"

const uuidv7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** A composer with nothing in it. */
export const nothingTyped = ({ ports }: World, language: string): Typed => ({
	id: ports.newId(),
	to: "",
	title: "",
	text: "",
	note: "",
	language,
	quote: "",
	options: "",
	multiple: false,
	closes: "7d",
	pictures: [],
	undescribed: false,
})

/** What a form brings, as it was typed. An id that is none of ours, or from a time yet to come, gives way to a new one. */
export const typedIn = (world: World, form: Form): Typed => ({
	id: isOurs(world, form.id ?? "") ? form.id! : world.ports.newId(),
	to: uuid.test(form.to ?? "") ? form.to! : "",
	title: form.title ?? "",
	text: lines(form.text),
	note: form.note ?? "",
	language: form.language ?? "",
	quote: form.quote ?? "",
	options: lines(form.options),
	multiple: form.multiple === "yes",
	closes: form.closes ?? "7d",
	pictures: picturesIn(form),
	undescribed: form.undescribed === "yes",
})

/** Browsers end a line with two characters. */
export const lines = (text: string | undefined): string => (text ?? "").replace(/\r\n?/g, "\n")

const isOurs = ({ ports }: World, id: string): boolean =>
	uuidv7.test(id) && Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) <= ports.now().getTime() + 60_000

const optionsIn = ({ options }: Typed): string[] =>
	options
		.split("\n")
		.map((option) => option.trim())
		.filter(Boolean)

/** What was typed, as the command takes it; refused where it can mean nothing. */
export const writingOf = (
	typed: Typed,
	at: Pick<Writing, "author" | "group" | "inReplyTo" | "enclosed">,
): Result<Writing> => {
	const options = optionsIn(typed)
	const lasts = durationOf(typed.closes)
	if (options.length > 0 && lasts === null) return refused("invalid", "That is no length of time for a poll.")
	const quoteUri = quotedIn(typed.quote)
	if (quoteUri === undefined)
		return refused("invalid", "What you quote needs an address that begins with https://.")
	return done({
		...at,
		id: typed.id,
		title: typed.title || null,
		text: typed.text,
		contentWarning: typed.note || null,
		language: typed.language || null,
		poll: options.length > 0 ? { options, multiple: typed.multiple, lasts: lasts! } : null,
		quoteUri,
	})
}

const quotedIn = (address: string): string | null | undefined => {
	if (address === "") return null
	if (address.length > 2000 || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined
	const url = new URL(address)
	return url.username || url.password ? undefined : url.href
}

/** What was typed, to be kept as it is. */
export const draftOf = (
	typed: Typed,
	at: Pick<KeptDraft, "actorId" | "groupId" | "parentId">,
): Omit<KeptDraft, "savedAt"> => {
	const options = optionsIn(typed)
	return {
		...at,
		id: typed.id,
		title: typed.title,
		source: typed.text,
		contentWarning: typed.note,
		language: typed.language,
		quoteUri: typed.quote,
		poll: options.length > 0 ? { options, multiple: typed.multiple, closes: typed.closes } : null,
		pictures: typed.pictures,
	}
}

/** A draft, as it was typed. */
export const typedOf = (draft: KeptDraft): Typed => ({
	id: draft.id,
	to: draft.parentId ?? "",
	title: draft.title,
	text: draft.source,
	note: draft.contentWarning,
	language: draft.language,
	quote: draft.quoteUri,
	options: draft.poll?.options.join("\n") ?? "",
	multiple: draft.poll?.multiple ?? false,
	closes: draft.poll?.closes ?? "7d",
	pictures: draft.pictures,
	undescribed: false,
})
