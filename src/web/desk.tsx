import type { Context } from "hono"
import { findGroupByHandle } from "../../db/groups.ts"
import { decidedSince } from "../../db/person-at-desk.ts"
import type { Group } from "../groups/group.ts"
import { mayDo } from "../moderation/by.ts"
import type { Actor } from "../people/actor.ts"
import type { RefusalCode } from "../result.ts"
import type { World } from "../world.ts"
import { gatherPerson } from "./desk/gather-person.ts"
import { deskSentence } from "./desk/log.ts"
import { seenIn } from "./desk/run.ts"
import { deeds } from "./desk-deeds.ts"
import { gatherDesk } from "./desk-gather.ts"
import { handleIn } from "./entrance.ts"
import { type Form, formOf, uuid } from "./forms.ts"
import { missing } from "./missing.tsx"
import { quietPage } from "./page.ts"
import { DeskPage } from "./pages/desk/desk.tsx"
import { PersonAtDeskPage } from "./pages/desk/person.tsx"
import type { Told } from "./pages/desk/views.ts"
import { youOf } from "./session.ts"

const statuses = {
	invalid: 422,
	"not-found": 404,
	taken: 409,
	forbidden: 403,
	gone: 410,
	"too-early": 409,
	"too-late": 409,
} as const satisfies Record<RefusalCode, number>

/** A group's desk, for those who look after it. */
export const showDesk = (world: World) => async (c: Context) => {
	const desk = await deskFor(c, world)
	if (desk instanceof Response) return desk
	return quietPage(c, <DeskPage {...(await gatherDesk(world, desk.you, desk.group))} {...doneIn(c)} />)
}

/** Does one thing, then shows the desk again: after a redirect with what was done, or at once with why it was not. */
export const takeDeed = (world: World) => async (c: Context) => {
	const desk = await deskFor(c, world)
	if (desk instanceof Response) return desk
	const name = c.req.param("deed") ?? ""
	const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined
	if (!deed) return missing(c, world)
	const form = await formOf(c)
	const result = await deed.run({ world, ...desk, form })
	const who = form.who && uuid.test(form.who) ? form.who : null
	if (result.ok) {
		const page = `/@${desk.group.handle}/desk${who ? `/who/${who}` : ""}`
		return c.redirect(`${page}?done=${name}`, 303)
	}
	const told = { refused: result.reason, ...(await quickerThan(world, desk, form)) }
	const person = who ? await gatherPerson(world, desk.you, desk.group, who) : null
	if (person) return quietPage(c, <PersonAtDeskPage {...person} {...told} />, statuses[result.code])
	const props = await gatherDesk(world, desk.you, desk.group)
	return quietPage(c, <DeskPage {...props} {...told} />, statuses[result.code])
}

/** What somebody else decided about the same since the page was made from which a form came. */
const quickerThan = async (
	{ db }: World,
	{ group, you }: Desk,
	form: Form,
): Promise<Pick<Told, "meanwhile">> => {
	const subjectId = form.post ?? form.person ?? ""
	if (!uuid.test(subjectId)) return {}
	const decision = await decidedSince(db, group.id, { subjectId, seen: seenIn(form), butBy: you.id })
	const text = decision && deskSentence(decision)
	if (!decision || !text) return {}
	const { by, reason, at } = decision
	return { meanwhile: { by: by?.name ?? "", text, reason: reason ?? "", at } }
}

/** Everything about one person at a group's desk. */
export const showPersonAtDesk = (world: World) => async (c: Context) => {
	const desk = await deskFor(c, world)
	if (desk instanceof Response) return desk
	const props = await gatherPerson(world, desk.you, desk.group, c.req.param("person") ?? "")
	if (!props) return missing(c, world)
	return quietPage(c, <PersonAtDeskPage {...props} {...doneIn(c)} />)
}

const doneIn = (c: Context): Pick<Told, "done"> => {
	const name = c.req.query("done") ?? ""
	return Object.hasOwn(deeds, name) ? { done: deeds[name]!.done() } : {}
}

type Desk = { group: Group; you: Actor }

/**
 * Who may come to a desk, asked anew each time. Somebody who is not signed in is asked to, whether or not there is such
 * a group; for anybody else it is an address like any other that leads nowhere.
 */
const deskFor = async (c: Context, world: World): Promise<Desk | Response> => {
	const handle = handleIn(c)
	const you = youOf(c)
	if (!handle) return missing(c, world)
	if (!you) return c.redirect(`/login?next=${encodeURIComponent(`/@${handle}/desk`)}`, 303)
	const group = await findGroupByHandle(world.db, handle)
	const sees = group && !group.goneAt && (await mayDo(world.db, { actorId: you.id }, group.id, "see-desk")).ok
	return sees ? { group, you } : missing(c, world)
}
