import type { Attachment } from "../../db/schema/posts.ts"

/** A picture or recording that somebody here brought, and that is kept. */
export type KeptFile = {
	id: string
	/** 256 bits nobody can guess, and its kind: what its address ends in. */
	name: string
	ownerId: string
	mediaType: string
	bytes: number
	width: number | null
	height: number | null
	blurhash: string | null
	/** Whether there is a small copy. */
	small: boolean
}

/** Where on a picture what matters is, for those who cut it: from the left edge (-1) to the right, from the bottom to the top. */
const places = {
	middle: [0, 0],
	top: [0, 0.8],
	bottom: [0, -0.8],
	left: [-0.8, 0],
	right: [0.8, 0],
} as const satisfies Record<string, [number, number]>

export type PlaceOn = keyof typeof places

export const placeOn = (text: string): PlaceOn => (Object.hasOwn(places, text) ? (text as PlaceOn) : "middle")

/** Where what matters on a picture was said to be. */
export const placeOf = ({ focalPoint }: Pick<Attachment, "focalPoint">): PlaceOn =>
	(Object.keys(places) as PlaceOn[]).find((place) =>
		places[place].every((part, at) => part === (focalPoint?.[at] ?? 0)),
	) ?? "middle"

/** A file that goes with a post: its id, what its author says is on it, and where what matters is. */
export type Enclosed = { id: string; attachment: Attachment }

export const isPicture = (mediaType: string): boolean => /^image\//i.test(mediaType)

const dot = /\.(?=[a-z0-9]+$)/

/** The name of the small copy of a picture. Small copies are WebP, whatever the picture is. */
export const smallName = (name: string): string => `${name.split(dot)[0]}.small.webp`

/** The file that a name in an address is of, and whether it asks for the small copy. */
export const fileNamed = (asked: string): { stem: string; small: boolean } | null => {
	const [, stem, small] = /^([A-Za-z0-9_-]{43})(\.small)?\.[a-z0-9]{3,4}$/.exec(asked) ?? []
	return stem ? { stem, small: small !== undefined } : null
}

/** A file as other servers and pages are told of it. */
export const attachmentOf = (file: KeptFile, alt: string, place: PlaceOn, at: URL): Attachment => ({
	url: new URL(`/media/${file.name}`, at).href,
	mediaType: file.mediaType,
	alt,
	...(file.width && file.height && { width: file.width, height: file.height }),
	...(file.blurhash && { blurhash: file.blurhash }),
	...(isPicture(file.mediaType) &&
		place !== "middle" && { focalPoint: [...places[place]] as [number, number] }),
	file: file.name,
	...(file.small && { small: true }),
})
