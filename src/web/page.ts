import type { Context } from "hono"
import type { Child } from "hono/jsx"
import type { ContentfulStatusCode } from "hono/utils/http-status"
import { youOf } from "./session.ts"

const varied = "Accept, Accept-Language, Cookie"

/** Serves a page that search engines may list: the server's own, and those of groups that want to be found. */
export const openPage = (c: Context, content: Child, status: ContentfulStatusCode = 200) =>
	c.html(String(content), status, {
		Vary: varied,
		"Cache-Control": youOf(c) ? "private, no-store" : "private, no-cache",
	})

/**
 * Serves a page, which no search engine is to list. Its twin for other servers lives at the same address, so caches must look at Accept; what somebody who
 * is signed in sees is kept by nobody.
 */
export const page = (c: Context, content: Child, status: ContentfulStatusCode = 200) => {
	c.header("X-Robots-Tag", "noindex")
	return openPage(c, content, status)
}

/** A page for certain eyes: kept nowhere, found by no search engine. */
export const quietPage = (c: Context, content: Child, status: ContentfulStatusCode = 200) => {
	c.header("X-Robots-Tag", "noindex, nofollow")
	return c.html(String(content), status, {
		Vary: varied,
		"Cache-Control": "private, no-store",
	})
}
