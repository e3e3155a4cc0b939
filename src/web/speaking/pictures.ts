import type { Context } from "hono"
import { filesOfPost } from "../../../db/media.ts"
import { limits } from "../../limits.ts"
import { enclose } from "../../media/enclose.ts"
import { type Enclosed, isPicture, placeOf, smallName } from "../../media/media.ts"
import { takeFile } from "../../media/take-file.ts"
import type { Actor } from "../../people/actor.ts"
import { isTooFast } from "../../posts/pace.ts"
import type { Post } from "../../posts/post.ts"
import type { World } from "../../world.ts"
import { type Form, filesOf, uuid } from "../forms.ts"
import type { PickedView, Typed, TypedPicture } from "../pages/speaking/views.ts"

/** The pictures that a form tells of, but for those that it lets go of. */
export const picturesIn = (form: Form): TypedPicture[] =>
	Array.from({ length: limits.pictures }, (_, n) => ({
		id: form[`picture_${n}`] ?? "",
		alt: (form[`alt_${n}`] ?? "").replace(/\s+/g, " "),
		focus: form[`focus_${n}`] ?? "middle",
		drop: form[`drop_${n}`] === "yes",
	})).flatMap(({ drop, ...picture }) => (!drop && uuid.test(picture.id) ? [picture] : []))

const tooMany = "A post takes four pictures at most."
const tooFast = "That was a lot in a short time. Please wait a few minutes, and send it again."

/** The pictures of a post that is there, to be changed. */
export const picturesOf = async (
	{ db }: World,
	{ id, attachments }: Pick<Post, "id" | "attachments">,
): Promise<TypedPicture[]> => {
	const files = attachments.length > 0 ? await filesOfPost(db, id) : []
	return attachments.flatMap((one) => {
		const file = files.find(({ name }) => name === one.file)
		return file ? [{ id: file.id, alt: one.alt ?? "", focus: placeOf(one) }] : []
	})
}

/** Takes in the files that came with what was typed, and says why if one of them was not taken. */
export const takePictures = async (
	c: Context,
	world: World,
	you: Actor,
	typed: Typed,
	form: Form,
): Promise<{ typed: Typed; refused?: string }> => {
	const files = await filesOf(c, "files")
	const pictures = [...typed.pictures]
	let alt = (form.alt_new ?? "").replace(/\s+/g, " ")
	for (const file of files) {
		const so = { ...typed, pictures }
		if (pictures.length >= limits.pictures) return { typed: so, refused: tooMany }
		if (isTooFast(world, "pictures", you.id)) return { typed: so, refused: tooFast }
		const taken = await takeFile(world, { ownerId: you.id, bytes: new Uint8Array(await file.arrayBuffer()) })
		if (!taken.ok) return { typed: so, refused: taken.reason }
		pictures.push({ id: taken.value.id, alt, focus: "middle" })
		alt = ""
	}
	return { typed: { ...typed, pictures } }
}

/** What goes with the words: the pictures that are still there. If one is lost, it is said, and the others stay. */
export const encloseTyped = async (
	world: World,
	you: Actor,
	typed: Typed,
): Promise<{ typed: Typed; enclosed: Enclosed[]; refused?: string }> => {
	const all = await enclose(world, { ownerId: you.id, picked: typed.pictures, postId: typed.id })
	if (all.ok) return { typed, enclosed: all.value }
	const there: TypedPicture[] = []
	for (const one of typed.pictures)
		if ((await enclose(world, { ownerId: you.id, picked: [one], postId: typed.id })).ok) there.push(one)
	return { typed: { ...typed, pictures: there }, enclosed: [], refused: all.reason }
}

/** The pictures of a composer, as it shows them. */
export const pickedViews = async (world: World, you: Actor, typed: Typed): Promise<PickedView[]> => {
	const enclosed = await enclose(world, { ownerId: you.id, picked: typed.pictures, postId: typed.id })
	return enclosed.ok
		? enclosed.value.map(({ id, attachment }, n) => ({
				...typed.pictures[n]!,
				id,
				src: `/media/${attachment.small ? smallName(attachment.file!) : attachment.file}`,
				picture: isPicture(attachment.mediaType),
				width: attachment.width ?? 0,
				height: attachment.height ?? 0,
			}))
		: []
}

/** Whether there is a picture that nobody who cannot see it would know anything of. */
export const isUndescribed = ({ pictures }: Pick<Typed, "pictures">): boolean =>
	pictures.some(({ alt }) => !alt.trim())
