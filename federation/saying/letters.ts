import { activityUri, type EventRecord } from "../../src/events.ts"
import type { Actor } from "../../src/people/actor.ts"
import { chatMessage, directMessage } from "../translate/direct.ts"
import { escapeHtml } from "../translate/escape.ts"
import { bytesOf, type Outgoing } from "./parts.ts"

/** All that must be known to write to one person of another server. */
export type LetterFacts = {
	origin: string
	/** The group; or this server, where only people and services are heard. */
	sender: Actor
	person: Actor
	/** Paragraphs of plain text, or clean HTML. */
	said: { words: string[] } | { html: string }
	chat: boolean
}

/** A direct message to one person, in the form that their server reads. Addresses in it are links. */
export const letterTo = (
	event: EventRecord,
	{ origin, sender, person, said, chat }: LetterFacts,
): Outgoing => {
	const id = activityUri(origin, event.id, "note")
	const mention = `<span class="h-card"><a href="${escapeHtml(person.url)}" class="u-url mention">@<span>${escapeHtml(person.handle)}</span></a></span>`
	const html =
		"html" in said ? `<p>${mention}</p>${said.html}` : paragraphs(mention, said.words.map(withLinks))
	const write = chat ? chatMessage : directMessage
	const body = bytesOf(JSON.stringify(write(id, sender, person, html, event.at)))
	return { to: "person", person, activityUri: `${id}/create`, signerId: sender.id, audience: "people", body }
}

const paragraphs = (mention: string, [first = "", ...rest]: string[]): string =>
	[`${mention} ${first}`, ...rest].map((line) => `<p>${line}</p>`).join("")

const withLinks = (text: string): string =>
	text
		.split(/(https?:\/\/[^\s<>"']+[^\s<>"'.,;:!?)\u2068\u2069])/)
		.map((part, index) => {
			const safe = escapeHtml(part)
			return index % 2 === 0 ? safe.replaceAll("\n", "<br>") : `<a href="${safe}">${safe}</a>`
		})
		.join("")
