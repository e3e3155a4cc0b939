/** Clean HTML with its words changed, but for those of links and of code. */
export const inWords = (html: string, change: (words: string) => string): string => {
	let inside = 0
	return html
		.split(/(<[^>]*>)/)
		.map((part) => {
			if (/^<(a|code|pre)\b/.test(part)) inside++
			if (/^<\/(a|code|pre)>/.test(part)) inside--
			return inside > 0 || part.startsWith("<") ? part : change(part)
		})
		.join("")
}
