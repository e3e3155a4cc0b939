import type { Context } from "hono"
import { findServer } from "../../db/server.ts"
import { renderMarkdown } from "../posts/markup.ts"
import type { World } from "../world.ts"
import { seesBorders } from "./borders.tsx"
import { gatherServer } from "./gather.ts"
import { openPage } from "./page.ts"
import { AboutPage } from "./pages/about.tsx"
import { PrivacyPage, RulesPage } from "./pages/privacy.tsx"
import { youOf } from "./session.ts"

const shown = async (c: Context, world: World) => {
	const kept = await findServer(world.db)
	return { server: await gatherServer(world, youOf(c)), kept }
}

/** What this server is, who can read what is said on it, and whom to ask. */
export const showAbout = (world: World) => async (c: Context) => {
	const { server, kept } = await shown(c, world)
	const aboutHtml = renderMarkdown(kept?.about ?? "")
	const about = { server, aboutHtml, contact: kept?.contact ?? "", bordersShown: seesBorders(c, kept) }
	return openPage(c, <AboutPage {...about} />)
}

/** What everybody here agrees to. */
export const showRules = (world: World) => async (c: Context) => {
	const { server, kept } = await shown(c, world)
	return openPage(c, <RulesPage server={server} rulesHtml={renderMarkdown(kept?.rules ?? "")} />)
}

/** What this server keeps of people, and for how long. */
export const showPrivacy = (world: World) => async (c: Context) => {
	const { server, kept } = await shown(c, world)
	const privacyHtml = renderMarkdown(kept?.privacy ?? "")
	return openPage(c, <PrivacyPage server={server} privacyHtml={privacyHtml} contact={kept?.contact ?? ""} />)
}
