import type { EventRecord } from "../../src/events.ts"
import { activityUri } from "../../src/events.ts"
import { type Actor, handleOf } from "../../src/people/actor.ts"
import { chatMessage, directMessage } from "../translate/direct.ts"
import { escapeHtml } from "../translate/escape.ts"
import { bytesOf, type Outgoing } from "./parts.ts"

/** All that must be known to send somebody the code by which they come in here. */
export type VisitFacts = {
	origin: URL
	/** This server, as people call it. */
	serverName: string
	/** A group they belong to, or this server itself. */
	sender: Actor
	person: Actor
	code: string
	chat: boolean
}

/** The code, and what to do if nobody asked for it. It is said in the direct message that each server reads. */
export const visitCode = (event: EventRecord, facts: VisitFacts): Outgoing => {
	const { origin, serverName, sender, person, code, chat } = facts
	const id = activityUri(origin.origin, event.id, "note")
	const mention = `<span class="h-card"><a href="${escapeHtml(person.url)}" class="u-url mention">@<span>${escapeHtml(person.handle)}</span></a></span>`
	const spaced = `${code.slice(0, 4)} ${code.slice(4)}`
	const words =
		`<p>${mention} Your code for ${escapeHtml(serverName)} (${escapeHtml(origin.host)}): <strong>${spaced}</strong></p>` +
		`<p>It lets you in as ${escapeHtml(handleOf(person))}, for ten minutes, in the browser where it was asked for. If that was not you, do nothing, and give it to nobody.</p>`
	const write = chat ? chatMessage : directMessage
	const body = bytesOf(JSON.stringify(write(id, sender, person, words, event.at)))
	return {
		to: "person",
		person,
		activityUri: `${id}/create`,
		signerId: sender.id,
		audience: "people",
		body,
	}
}
