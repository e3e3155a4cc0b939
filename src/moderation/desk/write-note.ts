import type { Transaction } from "../../../db/connect.ts"
import { insertDeskNote, listDeskNotes } from "../../../db/desk-notes.ts"
import { record } from "../../../db/events.ts"
import { limits } from "../../limits.ts"
import { done, type Result, refused } from "../../result.ts"
import type { World } from "../../world.ts"
import type { PersonDeed } from "../ban-member.ts"
import { actorOf, mayDo } from "../by.ts"

/** A moderator writes down something about somebody, for the moderators alone. Answers with the note. */
export const writeNote = async (
	world: World,
	tx: Transaction,
	{ groupId, person, by, words }: Omit<PersonDeed, "reason" | "heard"> & { words: string },
): Promise<Result<string>> => {
	if (words.trim() === "") return refused("invalid", "A note needs a few words.")
	if (words.length > limits.deskNote) return refused("invalid", "A note has at most 2000 characters.")
	const allowed = await mayDo(tx, by, groupId, "see-desk")
	if (!allowed.ok) return allowed
	if ((await listDeskNotes(tx, groupId, person.id)).length >= limits.deskNotes)
		return refused("invalid", "There are very many notes about them already. Take back an old one first.")
	const [id, createdAt, authorId] = [world.ports.newId(), world.ports.now(), actorOf(by)]
	await insertDeskNote(tx, { id, groupId, personId: person.id, authorId, words: words.trim(), createdAt })
	const event = { type: "note-written", groupId, personId: person.id, actorId: authorId } as const
	await record(tx, world.ports, { ...event, facts: { noteId: id } })
	return done(id)
}
