import { findActor } from "../../../db/actors.ts"
import { listShared } from "../../../db/desk.ts"
import { findDeskCases, listDeskNotes } from "../../../db/desk-notes.ts"
import { listHeld } from "../../../db/held.ts"
import { findBan, findMember, listMembers } from "../../../db/members.ts"
import { findPause } from "../../../db/pauses.ts"
import { listDecisionsAbout, listPlacedBy, listReportsAbout, logEnd } from "../../../db/person-at-desk.ts"
import type { Group } from "../../groups/group.ts"
import { banHolds } from "../../groups/member.ts"
import { limits } from "../../limits.ts"
import type { Actor } from "../../people/actor.ts"
import type { World } from "../../world.ts"
import { appealViews, deskPerson, heldView, placedView, reportViews, sharedView } from "../desk-gather.ts"
import { gatherServer } from "../gather.ts"
import type { PersonAtDeskProps } from "../pages/desk/views.ts"
import { logLines } from "./log.ts"

/** All that the moderators of a group need to know of somebody, and nobody else may; null for nobody. */
export const gatherPerson = async (
	world: World,
	you: Actor,
	group: Group,
	personId: string,
): Promise<PersonAtDeskProps | null> => {
	const { db, ports } = world
	const person = await findActor(db, personId)
	if (person?.kind !== "person" || person.goneAt) return null
	const [now, many] = [ports.now(), limits.deskLately]
	const member = await findMember(db, group.id, personId)
	const ban = await findBan(db, group.id, personId)
	const pause = await findPause(db, group.id, personId)
	const held = await listHeld(db, group.id, { by: { personId } }, limits.deskList)
	const notes = await listDeskNotes(db, group.id, personId)
	const role = (await findMember(db, group.id, you.id))?.role
	const keepers = await listMembers(db, group.id, ["moderator", "owner"], limits.deskPeople)
	return {
		server: await gatherServer(world, you),
		group: { ...group, seen: await logEnd(db, group.id), who: personId },
		now,
		person: deskPerson(person),
		role: member?.role ?? null,
		since: member?.joinedAt ?? null,
		requested: member?.role === "follower" ? member.requestedAt : null,
		ban: ban && banHolds(ban, now) ? { until: ban.until, reason: ban.reason } : null,
		pause: pause && pause.until > now ? { until: pause.until, reason: pause.reason } : null,
		held: await Promise.all(held.map((row) => heldView(world, row))),
		reports: await reportViews(world, group, await listReportsAbout(db, group.id, personId, many)),
		appeals: await appealViews(world, you, group, personId),
		shared: (await listShared(db, group.id, many, personId)).map((row) => sharedView(group, row)),
		removed: (await listPlacedBy(db, group.id, personId, "removed", many)).map((row) =>
			placedView(group, row),
		),
		log: logLines(await listDecisionsAbout(db, group.id, personId, limits.deskHistory)),
		notes: notes.map(({ note, author }) => ({
			id: note.id,
			words: note.words,
			at: note.createdAt,
			by: author?.name ?? "",
			yours: note.authorId === you.id || role === "owner",
		})),
		holder: await holderOf(world, you, group, personId),
		keepers: keepers
			.filter(({ actor }) => actor.id !== you.id && actor.kind === "person")
			.map(({ actor }) => deskPerson(actor)),
	}
}

const holderOf = async ({ db, ports }: World, you: Actor, group: Group, personId: string) => {
	const after = new Date(ports.now().getTime() - limits.caseHeld)
	const holder = (await findDeskCases(db, group.id, { personIds: [personId], after })).get(personId)
	return holder ? { name: holder.name, you: holder.id === you.id } : null
}
