import type { Context } from "hono"
import type { Child } from "hono/jsx"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { youOf } from "./session.ts"

/**
 * Serves a page. Its twin for other servers lives at the same address, so caches must look at Accept; what somebody who
 * is signed in sees is kept by nobody.
 */
export const page = (c: Context, content: Child, status: ContentfulStatusCode = 200) =>
	c.html(String(content), status, {
		Vary: "Accept, Accept-Language, Cookie",
		"Cache-Control": youOf(c) ? "private, no-store" : "private, no-cache",
	})

/** A page for certain eyes: kept nowhere, found by no search engine. */
export const quietPage = (c: Context, content: Child, status: ContentfulStatusCode = 200) => {
	c.header("X-Robots-Tag", "noindex, nofollow")
	return c.html(String(content), status, {
		Vary: "Accept, Accept-Language, Cookie",
		"Cache-Control": "private, no-store",
	})
}
