import sanitizeHtml from "sanitize-html"

/**
 * Whether a page links back to one of some addresses with `rel="me"`, as XFN and Mastodon have it: then whoever writes the
 * page says that the profile is theirs.
 */
export const linksBack = (html: string, addresses: string[]): boolean => {
	let found = false
	const look = (tagName: string, attribs: Record<string, string>) => {
		const rel = (attribs.rel ?? "").toLowerCase().split(/\s+/)
		const href = URL.parse(attribs.href ?? "")?.href.replace(/\/$/, "")
		if (rel.includes("me") && href && addresses.includes(href)) found = true
		return { tagName, attribs }
	}
	sanitizeHtml(html, {
		allowedTags: ["a", "link"],
		allowedAttributes: false,
		transformTags: { a: look, link: look },
	})
	return found
}
