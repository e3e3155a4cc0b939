import type { Attachment } from "../../../db/schema/posts.ts"
import { isPicture, smallName } from "../../media/media.ts"
import type { Attachment as View } from "../pages/views.ts"
import { addressHere, type Elsewhere } from "./here.ts"

/** What came with a post, as a page shows it. */
export const enclosedView = (attachment: Attachment, place: Elsewhere): View => {
	const { url, mediaType, alt, file, small, width, height } = attachment
	const shown = { url, mediaType, alt }
	const size = width && height && { width, height }
	if (!file) {
		const src = isPicture(mediaType) ? addressHere(place, url) : undefined
		return src ? { ...shown, shown: { is: "picture", src, href: url, ...size } } : shown
	}
	const href = `/media/${file}`
	if (!isPicture(mediaType))
		return { ...shown, shown: { is: /^video\//.test(mediaType) ? "video" : "recording", src: href, href } }
	const src = small ? `/media/${smallName(file)}` : href
	return { ...shown, shown: { is: "picture", src, href, ...size } }
}
