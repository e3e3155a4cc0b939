import type { Decision } from "../../../db/events.ts"
import type { EventType } from "../../events.ts"
import { stillStanding } from "../../moderation/desk/families.ts"
import { t } from "../language.tsx"
import type { LogLine } from "../pages/desk/views.ts"
import { sentenceFor } from "../pages/sentences.ts"
import { humanTime } from "../words.ts"

type Saying = (decision: Decision) => string

const until = (decision: Decision, without: () => string, withEnd: (when: string) => string): string => {
	const { facts, at } = decision
	return typeof facts.until === "string" ? withEnd(humanTime(new Date(facts.until), at)) : without()
}

const role: Saying = ({ facts }) => {
	if (facts.to === "owner") return t("They became an owner.")
	if (facts.to === "moderator") return t("They became a moderator.")
	if (facts.to === "member") return t("They became a member.")
	return t("They became a follower.")
}

const sayings: Partial<Record<EventType, Saying>> = {
	"post-held": () => t("A post of theirs waited."),
	"post-suspended": () => t("A post of theirs was put on hold."),
	"post-approved": () => t("A post of theirs was let through."),
	"post-removed": ({ facts }) =>
		facts.shareId ? t("A post of theirs was taken out.") : t("A post of theirs was not taken."),
	"post-restored": () => t("A post of theirs was put back."),
	"change-asked": () => t("They were asked to change a post."),
	"thread-locked": () => t("A conversation of theirs was closed to new answers."),
	"thread-unlocked": () => t("A conversation of theirs was opened again."),
	"post-pinned": () => t("A post of theirs was pinned."),
	"post-unpinned": () => t("A post of theirs was unpinned."),
	"member-admitted": () => t("They were let in as a member."),
	"request-declined": () => t("Their wish to be a member was declined."),
	"join-refused": () => t("They were not let in."),
	"role-changed": role,
	"member-banned": (decision) =>
		until(
			decision,
			() => t("They were banned for good."),
			(when) => t("They were banned until {{when}}.", { when }),
		),
	"ban-lifted": () => t("The ban on them was lifted."),
	"member-paused": (decision) =>
		until(
			decision,
			() => t("They were asked to pause."),
			(when) => t("They were asked to pause until {{when}}.", { when }),
		),
	"pause-lifted": () => t("Their pause was ended."),
	"appeal-decided": ({ facts }) =>
		facts.outcome === "overturned"
			? t("What they asked for was looked at again, and undone.")
			: t("What they asked for was looked at again, and it stays."),
	"word-said": () => t("The moderators said a word to them."),
}

/** What was decided about somebody, in a sentence about them; null for what is not told at the desk. */
export const deskSentence = (decision: Decision): string | null => {
	const saying = Object.hasOwn(sayings, decision.type) ? sayings[decision.type] : undefined
	return saying?.(decision) ?? null
}

/** Decisions, the latest first, as moderators read them: with who decided, and whether it still stands and can be undone. */
export const logLines = (decisions: readonly Decision[]): LogLine[] => {
	const standing = stillStanding(decisions)
	return decisions.flatMap((decision) => {
		const text = deskSentence(decision)
		return text === null ? [] : [{ ...about(decision), text, undo: standing.has(decision.id) }]
	})
}

/** The same for the whole group: each with whom it is about, or what it was about. */
export const groupLines = (decisions: readonly Decision[]): LogLine[] => {
	const standing = stillStanding(decisions)
	return decisions.flatMap((decision) => {
		const { person, id } = decision
		const text = person ? deskSentence(decision) : sentenceFor(decision, { named: true })?.text
		if (!text) return []
		const whom = person && { whom: { id: person.id, name: person.name } }
		return [{ ...about(decision), ...whom, text, undo: standing.has(id) }]
	})
}

// What the group's rules decided bears the name of whoever wrote the post.
const about = ({ id, at, type, by, reason }: Decision) => ({
	id,
	at,
	by: type === "post-held" ? null : (by?.name ?? ""),
	reason: reason ?? "",
})
