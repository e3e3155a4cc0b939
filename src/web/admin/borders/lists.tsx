import { allLines, findList, linesOf, listLists } from "../../../../db/borders/lists.ts"
import { limits } from "../../../limits.ts"
import { cutOff } from "../../../moderation/borders/cut-off.ts"
import { decideLines } from "../../../moderation/borders/decide-lines.ts"
import { draftList } from "../../../moderation/borders/draft-list.ts"
import { subscribe, unsubscribe } from "../../../moderation/borders/subscribe.ts"
import { writeLines } from "../../../moderation/borders/write-lines.ts"
import { enact } from "../../../moderation/enact.ts"
import { type Refused, refused } from "../../../result.ts"
import { type Form, filesOf, formOf, uuid } from "../../forms.ts"
import { missing } from "../../missing.tsx"
import { quietPage } from "../../page.ts"
import { ListPage } from "../../pages/admin/borders/list.tsx"
import { ListsPage } from "../../pages/admin/borders/lists.tsx"
import { frameOf, type Operating, statusFor } from "../operator.ts"

export const showLists = async (one: Operating, refusal?: Refused, typed: Form = {}) => {
	const lists = await listLists(one.world.db)
	const frame = await frameOf(one, refusal)
	return quietPage(one.c, <ListsPage {...frame} lists={lists} typed={typed} />, statusFor(refusal))
}

/** A list that was brought as a file, or typed. */
export const takeList = async (one: Operating) => {
	const { c, world, actor } = one
	const [file] = await filesOf(c, "file")
	const form = await formOf(c)
	const text = file ? await file.text() : (form.text ?? "")
	const brought = { name: file?.name || "domain_blocks.csv", text: text.replaceAll("\0", "") }
	const drafted = await enact(world, (tx) => draftList(world, tx, { ...brought, by: { actorId: actor.id } }))
	return drafted.ok
		? c.redirect(`/admin/servers/lists/${drafted.value.id}`, 303)
		: showLists(one, drafted, form)
}

export const takeSubscription = async (one: Operating) => {
	const { c, world, actor } = one
	const form = await formOf(c)
	const { url = "", name = "", end } = form
	const by = { actorId: actor.id }
	const way = form.way === "at-once" ? "at-once" : "review"
	const done = end
		? await enact(world, (tx) => unsubscribe(world, tx, { url: end, by }))
		: await enact(world, (tx) => subscribe(world, tx, { url, name, way, by }))
	return done.ok ? c.redirect("/admin/servers/lists?kept=1", 303) : showLists(one, done, form)
}

export const showList = async (one: Operating, refusal?: Refused) => {
	const { c, world } = one
	const id = c.req.param("id") ?? ""
	const list = uuid.test(id) ? await findList(world.db, id) : null
	if (!list) return missing(c, world)
	const lines = await linesOf(world.db, id)
	const drafts = lines.filter(({ state }) => state === "draft")
	const shown = drafts.slice(0, limits.linesShown)
	const blocks = drafts.filter(({ severity }) => severity === "block").map(({ domain }) => domain)
	const rest = lines.filter(({ state }) => state !== "draft").slice(0, limits.linesShown)
	const view = {
		list,
		drafts: shown,
		more: drafts.length > shown.length,
		rest,
		ties: await cutOff(world.db, blocks),
	}
	return quietPage(c, <ListPage {...(await frameOf(one, refusal))} {...view} />, statusFor(refusal))
}

const ways = {
	take: "take",
	"take-all": "take",
	"pass-over": "pass-over",
	"pass-over-all": "pass-over",
} as const

export const takeLines = async (one: Operating) => {
	const { c, world, actor } = one
	const listId = c.req.param("id") ?? ""
	if (!uuid.test(listId)) return missing(c, world)
	const { deed = "" } = await formOf(c)
	if (!Object.hasOwn(ways, deed))
		return showList(one, refused("invalid", "Please choose one of the answers."))
	const { domain = [] } = await c.req.parseBody({ all: true })
	const named = [domain].flat().filter((name) => typeof name === "string")
	const domains = deed.endsWith("-all") ? null : named
	const way = ways[deed as keyof typeof ways]
	const by = { actorId: actor.id }
	const decided = await enact(world, (tx) => decideLines(world, tx, { listId, domains, way, by }))
	if (!decided.ok) return showList(one, decided)
	const isLeft = await findList(world.db, listId)
	return c.redirect(isLeft ? `/admin/servers/lists/${listId}?kept=1` : "/admin/servers?kept=1", 303)
}

/** What is decided about servers, as a file that Mastodon and its kin read. */
export const giveList = async ({ c, world }: Operating) =>
	c.body(writeLines(await allLines(world.db)), 200, {
		"Content-Type": "text/csv; charset=utf-8",
		"Content-Disposition": 'attachment; filename="domain_blocks.csv"',
		"Cache-Control": "private, no-store",
		"X-Robots-Tag": "noindex, nofollow",
	})
