import { listBans, type Print } from "../../../../db/borders/banned-media.ts"
import { banPictures, liftPictureBan } from "../../../media/ban-pictures.ts"
import { fingerprintOf } from "../../../media/fingerprint.ts"
import { pictureAt } from "../../../media/picture-at.ts"
import { readPrints } from "../../../media/read-prints.ts"
import { done, type Refused, type Result, refused } from "../../../result.ts"
import { type Form, filesOf, formOf, uuid } from "../../forms.ts"
import { quietPage } from "../../page.ts"
import { PicturesPage } from "../../pages/admin/borders/pictures.tsx"
import { frameOf, type Operating, statusFor } from "../operator.ts"

export const showPictures = async (one: Operating, refusal?: Refused, typed: Form = {}) => {
	const bans = await listBans(one.world.db)
	const frame = await frameOf(one, refusal)
	return quietPage(one.c, <PicturesPage {...frame} bans={bans} typed={typed} />, statusFor(refusal))
}

export const takePicture = async (one: Operating) => {
	const { c, world, actor } = one
	const form = await formOf(c)
	const by = { actorId: actor.id }
	const { lift = "", note = "" } = form
	if (lift && !uuid.test(lift)) return showPictures(one)
	const prints = lift ? done([]) : await printsIn(one, form)
	const decided = !prints.ok
		? prints
		: lift
			? await liftPictureBan(world, { id: lift, by })
			: await banPictures(world, { prints: prints.value, by, note })
	return decided.ok ? c.redirect("/admin/servers/pictures?kept=1", 303) : showPictures(one, decided, form)
}

/** What is brought is looked at, and thrown away: only what it is known by is kept. */
const printsIn = async ({ c, world }: Operating, { address, list }: Form): Promise<Result<Print[]>> => {
	const [file] = await filesOf(c, "picture")
	if (file && world.media) {
		const print = await fingerprintOf(world.media, new Uint8Array(await file.arrayBuffer()))
		return print === "full"
			? refused("too-early", "Many pictures are being brought just now. Please try again in a moment.")
			: done([print])
	}
	if (list) return readPrints(list)
	if (!address) return refused("invalid", "Bring the picture, or say where it is.")
	const found = await pictureAt(world, address)
	return found.ok ? done([found.value]) : found
}
