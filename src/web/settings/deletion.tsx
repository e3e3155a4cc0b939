import { ownedAlone } from "../../../db/departures.ts"
import { deleteAccount } from "../../accounts/settings/delete-account.ts"
import { handleTyped } from "../../accounts/sign-up.ts"
import { enact } from "../../moderation/enact.ts"
import { type Refused, refused } from "../../result.ts"
import { formOf } from "../forms.ts"
import { gatherServer } from "../gather.ts"
import { t } from "../language.tsx"
import { quietPage } from "../page.ts"
import { MessagePage } from "../pages/message.tsx"
import { DeletionPage } from "../pages/settings/deletion.tsx"
import { dropToken } from "../session.ts"
import { type Asked, settingOf } from "./setting.ts"

const otherName = refused("invalid", "That is not the name of your account. Nothing was deleted.")

/** What would go, and the form that does it. */
export const showDeletion = async (asked: Asked, refusal?: Refused) => {
	const { c, world, actor } = asked
	const groups = await ownedAlone(world.db, actor.id)
	const shown = { handle: actor.handle, groups }
	return quietPage(c, <DeletionPage {...(await settingOf(asked, refusal))} {...shown} />, refusal ? 422 : 200)
}

/** Somebody goes for good: their own name, typed, says that they mean it. */
export const takeDeletion = async (asked: Asked) => {
	const { c, world, actor } = asked
	const { name = "" } = await formOf(c)
	const typed = handleTyped(name).replace(`@${world.origin.host}`, "")
	if (typed !== actor.handle) return showDeletion(asked, otherName)
	const deed = { actorId: actor.id, by: actor.id, reason: "" }
	const deleted = await enact(world, (tx) => deleteAccount(world, tx, deed))
	if (!deleted.ok) return showDeletion(asked, deleted)
	await dropToken(c, world)
	const page = (
		<MessagePage
			server={await gatherServer(world, null)}
			title={t("Your account is deleted")}
			text={t(
				"What was private is gone already. Your posts are being taken down, and the servers that know you are being told. Be well.",
			)}
			action={{ href: "/", label: t("To the first page") }}
		/>
	)
	return quietPage(c, page)
}
