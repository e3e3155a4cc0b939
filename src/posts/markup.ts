import MarkdownIt from "markdown-it"
import sanitizeHtml from "sanitize-html"
import { limits } from "../limits.ts"
import { wordsOfSimple } from "./simple-html.ts"

const markdown = new MarkdownIt({ html: false, linkify: true, breaks: true })
markdown.disable("image")

const classes = ["mention", "hashtag", "u-url", "h-card", "invisible", "ellipsis", "quote-inline"]

const allowed: sanitizeHtml.IOptions = {
	allowedTags:
		"p br a span del s pre code em strong b i u ul ol li blockquote h2 h3 h4 h5 h6 hr sub sup ruby rt rp".split(
			" ",
		),
	allowedAttributes: {
		a: ["href", "class", "rel", "hreflang"],
		p: ["class"],
		span: ["class"],
		ol: ["start", "reversed"],
		li: ["value"],
	},
	allowedClasses: { a: classes, p: ["quote-inline"], span: classes },
	allowedSchemes: ["http", "https", "mailto"],
	allowProtocolRelative: false,
	disallowedTagsMode: "discard",
	nonTextTags: [
		"script",
		"style",
		"textarea",
		"option",
		"noscript",
		"template",
		"xmp",
		"math",
		"svg",
		"iframe",
		"object",
	],
	nestingLimit: limits.markupDepth,
	transformTags: {
		h1: "h2",
		a: (tagName, { href, ...attributes }) => ({
			tagName,
			// An address without a server's name would lead to a place of ours.
			attribs: {
				...(/^\s*(https?:\/\/|mailto:)/i.test(href ?? "") && { href: href! }),
				...attributes,
				rel: "nofollow noopener noreferrer ugc",
			},
		}),
	},
}

/** HTML from anywhere, with only what a post needs left in it. Running it again changes nothing. */
export const cleanHtml = (html: string): string => {
	const clean = settled(html.slice(0, limits.heardHtml))
	// Signs written out are longer than they were; room is left for what closes the tags that a cut leaves open.
	return clean.length > limits.heardHtml ? settled(clean.slice(0, limits.heardHtml - roomToClose)) : clean
}

const roomToClose = 1000

const settled = (html: string): string => {
	let clean = cleanOnce(html)
	// What is simple comes out of a second look as it went in.
	if (wordsOfSimple(clean) !== null) return clean
	// Tags nested as they may not be come apart in another way each time; what does not settle is kept as words.
	for (let round = 0; round < 4; round++) {
		const again = cleanOnce(clean)
		if (again === clean) return clean
		clean = again
	}
	return `<p>${escapeText(plainText(clean))}</p>`
}

/** The same for what was cleaned when it was kept: a second look costs little, and the page need not trust the first. */
export const cleanKept = (html: string): string => cleanOnce(html)

/** Clean HTML without the line by which servers that know no quotes are told of one (FEP-044f): the quote stands beside it. */
export const withoutQuoteLine = (html: string): string =>
	sanitizeHtml(html, {
		...allowed,
		exclusiveFilter: ({ attribs }) => isQuoteLine(attribs),
	}).trim()

const isQuoteLine = (attribs: sanitizeHtml.Attributes): boolean =>
	attribs.class?.split(/\s+/).includes("quote-inline") ?? false

const cleanOnce = (html: string): string => sanitizeHtml(html, allowed).trim()

const escapeText = (text: string): string =>
	text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")

/** Only the words of a piece of HTML, on one line. */
export const plainText = (html: string): string =>
	decode(wordsOfSimple(html.slice(0, limits.heardHtml)) ?? wordsOf(html.slice(0, limits.heardHtml)))
		.replace(/\s+/g, " ")
		.trim()

/** The same without what is quoted from others: whoever quotes a thing has not said it. */
export const ownWords = (html: string): string => plainText(quotes.test(html) ? withoutQuotes(html) : html)

const quotes = /<blockquote|quote-inline/i

const withoutQuotes = (html: string): string =>
	sanitizeHtml(html.slice(0, limits.heardHtml), {
		...allowed,
		exclusiveFilter: ({ tag, attribs }) => tag === "blockquote" || isQuoteLine(attribs),
	})

const wordsOf = (html: string): string =>
	sanitizeHtml(html.replace(/<(br|\/p|\/li|\/h\d|\/blockquote)\b[^<>]{0,200}>/gi, " "), {
		allowedTags: [],
		allowedAttributes: {},
	})

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'", nbsp: " " }
const decode = (text: string): string =>
	text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name) => entities[name] ?? "")

/** Markdown as a person typed it, as clean HTML. */
export const renderMarkdown = (source: string): string => cleanHtml(markdown.render(source))

/** The first words of a text, cut at a word's end. */
export const excerptOf = (text: string, length = 160): string => {
	if (text.length <= length) return text
	const cut = text.slice(0, length)
	return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), length - 30))}…`
}
