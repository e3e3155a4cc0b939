import type { Attachment } from "../../db/schema/posts.ts"
import { limits } from "../../src/limits.ts"
import { isPicture } from "../../src/media/media.ts"
import { plainText } from "../../src/posts/markup.ts"
import { isObject, linkOf, listOf, sameOrigin, textOf, typeOf, wordsIn } from "./reading.ts"
import type { Json } from "./wire.ts"

const most = { attachments: limits.attachments, alt: limits.altText, mediaType: 100, side: 100_000 }
const shown = /^(image|video|audio)\//i
const byType: Record<string, string> = { Image: "image/*", Video: "video/*", Audio: "audio/*" }

/** The words of a short text. It is cut before it is looked at, since looking at markup costs more the longer it is. */
export const shortWords = (text: string | null, length: number): string =>
	plainText((text ?? "").slice(0, length * 8))
		.slice(0, length)
		.toWellFormed()

/** The page where people read something: a plain address, or the HTML one among several links. */
const pageOf = (object: Json): string | null => {
	const links = listOf(object.url)
	const page = links.find((link) => isObject(link) && link.mediaType === "text/html") ?? links[0]
	return linkOf(isObject(page) ? page.href : page)
}

/** A page of another server would let an author borrow that server's name (Misskey CVE-2024-52591). */
export const ownPageOf = (object: Json, uri: string): string => {
	const page = pageOf(object)
	return page && sameOrigin(page, uri) ? page : uri
}

/** What comes with a post: files, links, and the picture or recording itself where the post is one. */
export const attachmentsOf = (object: Json): Attachment[] => {
	const type = typeOf(object) ?? ""
	const itself = type === "Image" || type === "Audio" ? filesIn(object) : []
	const cover = type === "Note" || type === "Question" ? [] : listOf(object.image)
	const files = [...itself, ...[...listOf(object.attachment), ...cover].flatMap(attachmentOf)]
	const once = new Map(files.reverse().map((file) => [file.url, file]))
	return [...once.values()].reverse().slice(0, most.attachments)
}

/** The address of an actor's picture: of several, the first. */
export const pictureOf = (value: unknown): string | null => {
	const [first] = listOf(value)
	return first === undefined ? null : (attachmentOf(first)[0]?.url ?? null)
}

const attachmentOf = (item: unknown): Attachment[] => {
	if (!isObject(item)) return fileAt(item, {})
	if (item.href !== undefined) return fileAt(item.href, item)
	const links = listOf(item.url)
	const link = links.find((one) => isObject(one) && shown.test(textOf(one.mediaType) ?? "")) ?? links[0]
	return isObject(link) ? fileAt(link.href, { ...link, ...definedIn(item) }) : fileAt(link, item)
}

/** The files among the addresses of a picture or recording; a plain address could as well be its page. */
const filesIn = (object: Json): Attachment[] =>
	listOf(object.url)
		.filter((link) => isObject(link) && shown.test(textOf(link.mediaType) ?? ""))
		.slice(0, 1)
		.flatMap((link) => fileAt((link as Json).href, { ...(link as Json), name: object.name }))

const definedIn = (item: Json): Json =>
	Object.fromEntries(Object.entries(item).filter(([, value]) => value !== null))

const fileAt = (address: unknown, item: Json): Attachment[] => {
	const url = linkOf(address)
	const mediaType = textOf(item.mediaType) ?? byType[typeOf(item) ?? ""] ?? ""
	if (!url || mediaType.length > most.mediaType) return []
	const alt = shortWords(wordsIn(item.name, item.nameMap) ?? wordsIn(item.summary), most.alt)
	const [width, height] = [sideOf(item.width), sideOf(item.height)]
	const [blurhash, focalPoint] = [textOf(item.blurhash), pointOf(item.focalPoint)]
	return [
		{
			...{ url, mediaType, alt },
			...(width && height ? { width, height } : {}),
			...(blurhash && isBlurhash.test(blurhash) && { blurhash }),
			...(focalPoint && { focalPoint }),
		},
	]
}

const isBlurhash = new RegExp(`^[\\w#$%*+,.:;=?@[\\]^{|}~-]{6,${limits.blurhashText}}$`)

const pointOf = (value: unknown): [number, number] | null => {
	const [x, y, ...more] = Array.isArray(value) ? value : []
	const isSide = (side: unknown): side is number => typeof side === "number" && Math.abs(side) <= 1
	return more.length === 0 && isSide(x) && isSide(y) ? [x, y] : null
}

/** What comes with a local post, as other servers read it: pictures by their name, and everything else as a file. */
export const enclosure = ({
	url,
	mediaType,
	alt,
	width,
	height,
	blurhash,
	focalPoint,
}: Attachment): Json => ({
	type: isPicture(mediaType) ? "Image" : "Document",
	mediaType,
	url,
	name: alt || null,
	...(width && height && { width, height }),
	...(blurhash && { blurhash }),
	...(focalPoint && { focalPoint }),
})

const sideOf = (value: unknown): number | null =>
	Number.isInteger(value) && Number(value) > 0 && Number(value) <= most.side ? Number(value) : null
