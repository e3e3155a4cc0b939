import type { Transaction } from "../../../db/connect.ts"
import { deleteDeskNote, findDeskNote } from "../../../db/desk-notes.ts"
import { record } from "../../../db/events.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import { actorOf, type By, mayDo } from "../by.ts"

/** A moderator takes back a note of their own; an owner takes back anybody's. */
export const dropNote = async (
	world: World,
	tx: Transaction,
	{ groupId, noteId, by }: { groupId: string; noteId: string; by: By },
): Promise<Result> => {
	const allowed = await mayDo(tx, by, groupId, "see-desk")
	if (!allowed.ok) return allowed
	const note = await findDeskNote(tx, noteId)
	if (note?.groupId !== groupId) return refused("not-found", "There is no such note.")
	const own = by !== "operator" && note.authorId === by.actorId
	if (!own && !(await mayDo(tx, by, groupId, "update-group")).ok)
		return refused("forbidden", "Only whoever wrote a note, or an owner, takes it back.")
	await deleteDeskNote(tx, noteId)
	const event = { type: "note-dropped", groupId, personId: note.personId, actorId: actorOf(by) } as const
	await record(tx, world.ports, { ...event, facts: { noteId } })
	return done(undefined)
}
