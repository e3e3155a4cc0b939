import { t } from "../../language.tsx"
import type { LanguageChoice } from "../speaking/views.ts"
import { joiningOptions, Language, postingOptions } from "./choices.tsx"
import { GroupFrame, type GroupSetting, Keep } from "./frame.tsx"
import { Options } from "./options.tsx"

export type WaysPageProps = GroupSetting & {
	chosen: {
		joining: string
		posting: string
		language: string
		form: string
		boosts: string
		indexing: string
	}
	languages: LanguageChoice[]
	/** Whether whoever runs the server lets groups be open to people who do not follow them. */
	open: boolean
}

/** How people come into a group and speak in it, and how it sounds on other servers. */
export const WaysPage = ({ chosen, languages, open, ...props }: WaysPageProps) => (
	<GroupFrame
		{...props}
		title={t("Coming in and speaking")}
		lede={t(
			"It holds for what comes from now on. Nobody loses a place they have, and nothing said is unsaid.",
		)}
	>
		<form method="post" action={`/@${props.group.handle}/settings/ways`} novalidate>
			<Options
				name="joining"
				legend={t("How do people come in?")}
				chosen={chosen.joining}
				options={joiningOptions()}
			/>
			<Options
				name="posting"
				legend={t("Who may write?")}
				{...(!open && { hint: t("No group here is open to posts of people who do not follow it.") })}
				chosen={chosen.posting}
				options={postingOptions()}
			/>
			<Language chosen={chosen.language} languages={languages} />
			<Options
				name="form"
				legend={t("How do conversations begun here look on other servers?")}
				chosen={chosen.form}
				options={[
					["note", t("A short post"), t("As on Mastodon, with the title in bold above it.")],
					[
						"page",
						t("A page with a title"),
						t("As forums have them, like Lemmy and NodeBB. Mastodon shows the title and a link to it."),
					],
				]}
			/>
			<Options
				name="boosts"
				legend={t("Are answers passed on as well?")}
				chosen={chosen.boosts}
				options={[
					[
						"off",
						t("Only what begins a conversation"),
						t("Timelines on Mastodon and its like stay calm; answers stand below what they answer."),
					],
					[
						"on",
						t("Answers, too"),
						t(
							"Whoever follows from Mastodon or its like sees every answer in their timeline. For small, talkative groups.",
						),
					],
				]}
			/>
			<Options
				name="indexing"
				legend={t("May it be found from anywhere?")}
				chosen={chosen.indexing}
				options={[
					[
						"off",
						t("By its address only"),
						t(
							"Search engines are asked to leave its pages out, and a link to them shows no more than the address.",
						),
					],
					[
						"on",
						t("By search engines, too"),
						t(
							"They may list what everybody can read, and a link to a conversation shows its first words. What they have once, they may keep.",
						),
					],
				]}
			/>
			<Keep />
		</form>
	</GroupFrame>
)
