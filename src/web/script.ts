import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const text = readFileSync(createRequire(import.meta.url).resolve("htmx.org/dist/htmx.min.js"), "utf8")

/**
 * The script of all pages of people who are signed in: htmx, as its package has it. It only makes smoother what works
 * without it. Its address changes with its text, so that browsers may keep it for ever.
 */
export const script = {
	path: `/static/htmx.${createHash("sha256").update(text).digest("hex").slice(0, 12)}.js`,
	text,
	/** No pages in the browser's store, no style of its own, and no word to any other server. */
	settings: JSON.stringify({ history: false, includeIndicatorCSS: false, mode: "same-origin" }),
} as const
