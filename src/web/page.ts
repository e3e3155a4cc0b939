import type { Context } from "hono"
import type { Child } from "hono/jsx"
import type { ContentfulStatusCode } from "hono/utils/http-status"

/** Serves a page. Its twin for other servers lives at the same address, so caches must look at Accept. */
export const page = (c: Context, content: Child, status: ContentfulStatusCode = 200) =>
	c.html(String(content), status, { Vary: "Accept, Cookie", "Cache-Control": "private, no-cache" })
