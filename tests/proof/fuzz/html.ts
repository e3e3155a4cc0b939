import type { Chance } from "../../simulate/chance.ts"

const tags = [
	..."p br a span del s pre code em strong b i u ul ol li blockquote h1 h2 h6 hr sub sup ruby rt rp".split(
		" ",
	),
	..."script style textarea title noscript template xmp math mtext mglyph svg iframe object embed form input".split(
		" ",
	),
	..."select option table tr td img video audio source base meta link body html head main article footer".split(
		" ",
	),
	..."details summary dialog marquee frameset plaintext foreignObject annotation-xml desc button keygen bdi x-y".split(
		" ",
	),
]
const attributes = [
	..."href src class id style onclick onerror onload rel target hreflang start reversed value name action".split(
		" ",
	),
	..."formaction xlink:href srcdoc data-x dir lang title is slot accesskey autofocus tabindex poster background".split(
		" ",
	),
]
const values = [
	"javascript:fire(1)",
	" java\nscript:fire(1)",
	"&#106;avascript:fire(1)",
	"data:text/html,<script>fire(1)</script>",
	"vbscript:fire(1)",
	"https://asked.example/x",
	"//asked.example/x",
	"http://asked.example/%0a",
	"mailto:a@b",
	"/logout",
	"#top",
	"mention hashtag evil",
	'x" onmouseover=fire(1) "',
	"position:fixed;background:url(https://asked.example/s)",
	"fire(1)",
	"-1",
	"99999999999999",
	"\u0000",
	"`",
	"><img src=https://asked.example/i onerror=fire(1)>",
]
const words = [
	"words",
	"&lt;script&gt;fire(1)&lt;/script&gt;",
	"<!--",
	"-->",
	"<![CDATA[",
	"]]>",
	"<!doctype html>",
	"<?xml version='1.0'?>",
	"</",
	"<",
	">",
	"&",
	"&#x3c;img src=x&#x3e;",
	"&#0;&#xD800;&nbsp;&notin;&lt",
	"\u202e\u2066",
	"\r\n",
	"</main></body></html>",
	"</p></li></article>",
	"a".repeat(300),
	"https://asked.example/link",
]

const attribute = (chance: Chance): string => {
	const quote = chance.pick(['"', "'", "", '"'])
	const space = chance.pick([" ", "\n", "/", "\t", "  "])
	return `${space}${chance.pick(attributes)}${chance.pick(["=", " = ", "=", ""])}${quote}${chance.pick(values)}${quote}`
}

const open = (tag: string, chance: Chance): string => {
	const own = Array.from({ length: chance.below(4) }, () => attribute(chance)).join("")
	const spelled = chance.happens(0.1) ? tag.toUpperCase() : tag
	return `<${spelled}${own}${chance.pick([">", ">", ">", "/>", " >", ""])}`
}

/** A document of tags, attributes and text such as have got past sanitisers: well nested, badly nested, cut off or doubled. */
export const madeHtml = (chance: Chance, depth = 0): string => {
	const parts: string[] = []
	for (let left = 1 + chance.below(6); left > 0; left--) {
		const tag = chance.pick(tags)
		if (chance.happens(0.35)) parts.push(chance.pick(words))
		else if (depth > 6 || chance.happens(0.2)) parts.push(open(tag, chance))
		else
			parts.push(
				open(tag, chance),
				madeHtml(chance, depth + 1),
				chance.happens(0.8) ? `</${tag}>` : `</${chance.pick(tags)}>`,
			)
	}
	const text = parts.join("")
	if (depth > 0 || !chance.happens(0.2)) return text
	const at = chance.below(text.length + 1)
	return chance.pick([
		text.slice(0, at),
		text.repeat(20).slice(0, 120_000),
		text.slice(0, at) + chance.pick(words) + text.slice(at),
	])
}
