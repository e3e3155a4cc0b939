import { findActor } from "../../../db/actors.ts"
import { findMember, heldSince } from "../../../db/members.ts"
import { listPeople } from "../../../db/people.ts"
import { handOverGroup } from "../../groups/hand-over-group.ts"
import { type Role, roles } from "../../groups/member.ts"
import { limits } from "../../limits.ts"
import { changeRole } from "../../moderation/change-role.ts"
import { enact } from "../../moderation/enact.ts"
import { may, mayDismiss, roleDeed } from "../../moderation/permission.ts"
import type { Actor } from "../../people/actor.ts"
import type { Refused } from "../../result.ts"
import type { Elsewhere } from "../elsewhere.ts"
import { formOf, uuid } from "../forms.ts"
import { missing } from "../missing.tsx"
import { quietPage } from "../page.ts"
import { KeepersPage } from "../pages/groups/keepers.tsx"
import { OnePersonPage, type Step } from "../pages/groups/one-person.tsx"
import { nobody, whoIs } from "../settings/others.tsx"
import { personView } from "../views.ts"
import { type Here, kept, settingOf } from "./place.ts"

/** Everybody who belongs to the group, by name, each with a page on which they come to do more in it, or less. */
export const showKeepers = async (here: Here, refused?: Refused) => {
	const { c, world, group, you } = here
	const asked = c.req.query("after") ?? ""
	const after = uuid.test(asked) ? asked : null
	const limit = limits.peopleOnPage
	const found = await listPeople(world.db, { actorId: you.id }, group.id, { after, limit: limit + 1 })
	const people = found
		.slice(0, limit)
		.map(({ actor, role }) => ({ id: actor.id, role, yours: actor.id === you.id, ...personView(actor) }))
	const next = found.length > limit ? people.at(-1)?.id : undefined
	const page = <KeepersPage {...(await settingOf(here, refused))} people={people} {...(next && { next })} />
	return quietPage(c, page, refused ? 422 : 200)
}

/** Somebody who is not on the page is found by their name in full. */
export const findKeeper = (elsewhere: Elsewhere) => async (here: Here) => {
	const { c, world, group } = here
	const { who = "" } = await formOf(c)
	const found = await whoIs(here, elsewhere, who)
	const member = found && (await findMember(world.db, group.id, found.id))
	return member
		? c.redirect(`/@${group.handle}/settings/people/${member.actorId}`, 303)
		: showKeepers(here, nobody)
}

type Subject = { person: Actor; role: Role }

const subjectOf = async ({ c, world, group }: Here): Promise<Subject | null> => {
	const id = c.req.param("person")!
	const member = await findMember(world.db, group.id, id)
	const person = member && (await findActor(world.db, id))
	return member && person?.kind === "person" ? { person, role: member.role } : null
}

export const showOnePerson = async (here: Here, refused?: Refused) => {
	const subject = await subjectOf(here)
	if (!subject) return missing(here.c, here.world)
	const { person, role } = subject
	const shown = { person: { id: person.id, local: person.local, ...personView(person) }, role }
	const [steps, yours] = [await stepsFor(here, subject), person.id === here.you.id]
	const page = <OnePersonPage {...(await settingOf(here, refused))} {...shown} steps={steps} yours={yours} />
	return quietPage(here.c, page, refused ? 422 : 200)
}

/** What whoever asks may make of somebody. */
const stepsFor = async (here: Here, { person, role }: Subject): Promise<Step[]> => {
	const at = roles.indexOf(role)
	const allowed = (to: Role | undefined): boolean => to !== undefined && may(here.role, roleDeed(role, to))
	const steps: Step[] = []
	if (allowed(roles[at + 1])) steps.push("promote")
	if (allowed(roles[at - 1]) && (await mayStepDown(here, person, role))) steps.push("demote")
	const takes = role === "member" || role === "moderator"
	if (takes && person.id !== here.you.id && may(here.role, "hand-over")) steps.push("hand-over")
	return steps
}

const mayStepDown = async ({ world, group, you }: Here, person: Actor, role: Role): Promise<boolean> => {
	if (role !== "moderator" || person.id === you.id) return true
	const [own, theirs] = [
		await heldSince(world.db, group.id, you.id),
		await heldSince(world.db, group.id, person.id),
	]
	return theirs !== null && mayDismiss(own, theirs)
}

export const takeStep = async (here: Here) => {
	const { c, world, group, you } = here
	const subject = await subjectOf(here)
	if (!subject) return missing(c, world)
	const { reason = "", seen = "" } = await formOf(c)
	const [step, { person }] = [c.req.param("step") as Step, subject]
	const deed = { groupId: group.id, person, by: { actorId: you.id }, reason, seen: seen as Role }
	const changed = await enact<unknown>(world, (tx) =>
		step === "hand-over"
			? handOverGroup(world, tx, { groupId: group.id, from: you, to: person, reason })
			: changeRole(world, tx, step, deed),
	)
	return changed.ok ? kept(here, "/people") : showOnePerson(here, changed)
}
