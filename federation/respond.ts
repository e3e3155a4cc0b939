import { createHash } from "node:crypto"
import type { Context } from "hono"
import { activityJson, type Json } from "./translate/wire.ts"

const activityTypes = /application\/(activity\+json|ld\+json)/i

/** Whether somebody asks for an ActivityPub document, and not for a page: either media type, anywhere in Accept. */
export const wantsActivity = (c: Context): boolean => activityTypes.test(c.req.header("accept") ?? "")

/** At an ActivityPub address everyone gets the document, except those who ask for a page. */
export const wantsPage = (c: Context): boolean =>
	!wantsActivity(c) && /text\/html/i.test(c.req.header("accept") ?? "")

/** A document ready to serve. */
export type Rendered = { body: string; etag: string }

export const rendered = (json: Json | string): Rendered => {
	const body = typeof json === "string" ? json : JSON.stringify(json)
	return { body, etag: `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"` }
}

/** How long and by whom an answer may be kept; nobody keeps what depends on who asks. */
const caching = { everyone: "public, max-age=60", asker: "private, no-store" } as const

/**
 * Serves a document to everyone, or to whoever signed for it. Its twin in HTML lives at the same address, so caches must
 * look at Accept.
 */
export const serveActivity = (
	c: Context,
	{ body, etag }: Rendered,
	status: 200 | 410 = 200,
	to: keyof typeof caching = "everyone",
) => {
	const headers = {
		"Content-Type": activityJson,
		"Cache-Control": caching[c.get("onlySigned") ? "asker" : to],
		Vary: "Accept",
		ETag: etag,
	}
	// Who remembers the answer compares it then.
	if (!c.env?.whole && c.req.header("if-none-match") === etag) return c.body(null, 304, headers)
	return c.body(body, status, headers)
}

/** The same answer for what is not there and what the asker may not see. */
export const notFound = (c: Context) =>
	c.text("Not found", 404, { Vary: "Accept", "Cache-Control": "no-store" })
