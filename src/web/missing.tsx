import type { Context } from "hono"
import type { World } from "../world.ts"
import { gatherServer } from "./gather.ts"
import { t } from "./language.tsx"
import { page } from "./page.ts"
import { MessagePage } from "./pages/message.tsx"
import { youOf } from "./session.ts"

/** The one answer for what is not there, and for what is not for this person to see. */
export const missing = async (c: Context, world: World) =>
	page(
		c,
		<MessagePage
			server={await gatherServer(world, youOf(c))}
			title={t("There is nothing here")}
			text={t(
				"Perhaps it was taken back, perhaps the address has a slip in it, or it is not for everyone to see.",
			)}
			action={{ href: "/", label: t("To the first page") }}
		/>,
		404,
	)

/** Where a group for everybody has closed: that it was here is no secret, and whoever comes by an old link is told. */
export const closedPage = async (c: Context, world: World, { name }: { name: string }) =>
	page(
		c,
		<MessagePage
			server={await gatherServer(world, youOf(c))}
			title={t("{{group}} has closed", { group: name })}
			text={t(
				"Those who looked after it closed its door for good. What was said in it is not shown any more; what people wrote is still theirs.",
			)}
			action={{ href: "/", label: t("To the first page") }}
		/>,
		410,
	)
