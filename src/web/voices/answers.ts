import type { AnswerWords } from "../../../federation/gather-letters.ts"
import type { Verb } from "../../moderation/voices/command.ts"
import type { Answer } from "../../moderation/voices/voice-events.ts"
import { handleOf } from "../../people/actor.ts"
import { t } from "../language.tsx"
import { isLocale, type Locale, readAs } from "../reader.ts"
import { humanTime } from "../words.ts"

type Names = { group: string; person: string; when: string | null }

/** What was done, and how it is undone. */
const done: Readonly<Record<Exclude<Verb, "help">, (names: Names) => string>> = {
	approve: ({ group }) =>
		t("The post is shared in {{group}}. To take it out again, answer it with !remove and why.", { group }),
	remove: ({ group }) =>
		t("The post is taken out of {{group}}. To put it back, answer it with !restore.", { group }),
	restore: ({ group }) =>
		t("The post is back in {{group}}. To take it out again, answer it with !remove and why.", { group }),
	lock: ({ group }) =>
		t("The conversation in {{group}} is closed to new answers. To open it again, answer with !unlock.", {
			group,
		}),
	unlock: ({ group }) =>
		t("The conversation in {{group}} is open again. To close it, answer with !lock.", { group }),
	pin: ({ group }) =>
		t("The conversation is pinned in {{group}}. To undo that, answer with !unpin.", { group }),
	unpin: ({ group }) =>
		t("The conversation is not pinned in {{group}} any more. To pin it again, answer with !pin.", { group }),
	pause: ({ when, ...names }) =>
		t(
			"{{person}} writes nothing in {{group}} until {{when}}. To end that, answer the same post with !unpause.",
			{
				...names,
				when: when ?? "",
			},
		),
	unpause: (names) => t("{{person}} may write in {{group}} again.", names),
	ban: ({ when, ...names }) =>
		when
			? t(
					"{{person}} is banned from {{group}} until {{when}}. To end that, answer the same post with !lift.",
					{ ...names, when },
				)
			: t(
					"{{person}} is banned from {{group}} for good. To end that, answer the same post with !lift.",
					names,
				),
	lift: (names) => t("The ban on {{person}} is lifted: they may follow {{group}} again.", names),
}

/** What a moderator of another server reads after they asked for something, in the language they asked in. */
export const answerWords =
	(usual: Locale): AnswerWords =>
	(answer, { group, desk, postUri, language, now }) => {
		const spoken = [language, group.language].map((tag) => tag?.split("-")[0]).find(isLocale) ?? usual
		return readAs({ locale: spoken, zone: "UTC" }, () => {
			const said = sayAnswer(answer, handleOf(group), now)
			const about =
				(answer.says === "done" || answer.says === "reported") && postUri
					? [t("It is about {{address}}", { address: postUri })]
					: []
			if (answer.says === "received" || answer.says === "reported") return [...said, ...about]
			return [...said, ...about, t("Everything else is at the desk: {{address}}", { address: desk })]
		})
	}

const sayAnswer = (answer: Answer, group: string, now: Date): string[] => {
	if (answer.says === "done" && answer.verb !== "help") {
		const when = answer.until ? humanTime(new Date(answer.until), now) : null
		return [done[answer.verb]({ group, person: answer.person, when })]
	}
	if (answer.says === "received")
		return [
			t("Your letter is with those who look after {{group}}. They read it together, and answer you here.", {
				group,
			}),
		]
	if (answer.says === "reported")
		return [
			t(
				"Thank you for telling. Those who look after {{group}} will look at that post; whoever wrote it does not hear that it was you.",
				{ group },
			),
		]
	if (answer.says === "refused") return [t("Nothing was done in {{group}}.", { group }), t(answer.reason)]
	const why =
		answer.says === "help" && answer.reason
			? [t("Nothing was done, and nothing shared."), t(answer.reason)]
			: []
	return [...why, helpIn(group)]
}

/** Everything that can be asked of a group by an answer. */
const helpIn = (group: string): string =>
	t(
		"To look after {{group}}, answer a post with one of these as the first word: !approve, !remove and why, !restore, !lock, !unlock, !pin, !unpin, !pause 3d and why, !unpause, !ban 30d and why (without a time it is for good), !lift, !help. Nobody else gets to read such an answer from the group.",
		{ group },
	)
