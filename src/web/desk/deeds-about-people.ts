import { banMember } from "../../moderation/ban-member.ts"
import { askForChange } from "../../moderation/desk/ask-for-change.ts"
import { banWithPosts } from "../../moderation/desk/ban-with-posts.ts"
import { decideAppeal } from "../../moderation/desk/decide-appeal.ts"
import { dropNote } from "../../moderation/desk/drop-note.ts"
import { liftPause } from "../../moderation/desk/lift-pause.ts"
import { pauseMember } from "../../moderation/desk/pause-member.ts"
import { sayWord } from "../../moderation/desk/say-word.ts"
import { takeCase } from "../../moderation/desk/take-case.ts"
import { undoDecision } from "../../moderation/desk/undo-decision.ts"
import { writeNote } from "../../moderation/desk/write-note.ts"
import { enact } from "../../moderation/enact.ts"
import { liftBan } from "../../moderation/lift-ban.ts"
import { refused } from "../../result.ts"
import { t } from "../language.tsx"
import { type Deeds, dayIn, onPerson, onPost, type Run, saying, uuid, withReason } from "./run.ts"

const ban = onPerson(async (world, tx, deed, form) => {
	const until = dayIn(form.until)
	if (until === undefined) return refused("invalid", "A day is written like 2027-03-01.")
	return (form.posts ? banWithPosts : banMember)(world, tx, { ...deed, until })
})

const pause = onPerson(async (world, tx, deed, form) => {
	const until = dayIn(form.until)
	return until
		? pauseMember(world, tx, { ...deed, until })
		: refused("invalid", "A pause needs a day on which it ends.")
})

const take =
	(holder: (at: Parameters<Run>[0]) => string | null): Run =>
	async (at) =>
		onPerson((world, tx, deed) => takeCase(world, tx, { ...deed, holderId: holder(at) }))(at)

const drop: Run = async (at) => {
	const noteId = at.form.note ?? ""
	if (!uuid.test(noteId)) return refused("not-found", "There is no such note.")
	return enact(at.world, (tx) => dropNote(at.world, tx, { ...withReason(at), noteId }))
}

const undo: Run = async (at) => {
	const eventId = at.form.decision ?? ""
	if (!uuid.test(eventId)) return refused("not-found", "There is nothing to be undone.")
	return enact(at.world, (tx) => undoDecision(at.world, tx, { ...withReason(at), eventId }))
}

const appeal =
	(way: "uphold" | "overturn"): Run =>
	async (at) => {
		const appealId = at.form.appeal ?? ""
		if (!uuid.test(appealId)) return refused("not-found", "There is no such appeal.")
		return enact(at.world, (tx) => decideAppeal(at.world, tx, { ...withReason(at), appealId, way }))
	}

/** What can be done about people: to them, for them, and among moderators. */
export const deedsAboutPeople: Deeds = {
	word: { run: onPerson(sayWord), done: () => t("They have been told.") },
	ask: { run: onPost(askForChange), done: () => t("Its author is asked to change it.") },
	pause: {
		run: saying(pause),
		done: () => t("They are asked to pause, and told so. It ends by itself on that day."),
	},
	unpause: { run: onPerson(liftPause), done: () => t("The pause is over. They may write again.") },
	ban: { run: saying(ban), done: () => t("They are banned, and follow the group no longer.") },
	lift: { run: onPerson(liftBan), done: () => t("The ban is lifted. They may follow again.") },
	note: {
		run: onPerson((world, tx, deed, form) => writeNote(world, tx, { ...deed, words: form.words ?? "" })),
		done: () => t("The note is kept, for those who look after the group."),
	},
	"drop-note": { run: drop, done: () => t("The note is gone.") },
	take: { run: take(({ you }) => you.id), done: () => t("That is yours now. The others see it.") },
	give: {
		run: take(({ form }) => (uuid.test(form.holder ?? "") ? form.holder! : null)),
		done: () => t("That is passed on. The others see it."),
	},
	"let-go": { run: take(() => null), done: () => t("You have let go of it. It is anybody’s again.") },
	uphold: { run: appeal("uphold"), done: () => t("It stays, and they are told.") },
	overturn: { run: appeal("overturn"), done: () => t("It is undone, and they are told.") },
	undo: { run: undo, done: () => t("That is undone.") },
}
