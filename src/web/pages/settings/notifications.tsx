import type { NewsLevel } from "../../../notifications/notification.ts"
import { t } from "../../language.tsx"
import { type Setting, SettingsFrame } from "./frame.tsx"

export type NewsSettingsPageProps = Setting & {
	/** Those they follow or belong to. */
	groups: { id: string; name: string; level: NewsLevel }[]
}

const wordsFor: Record<NewsLevel, () => string> = {
	mentions: () => t("What is said to me"),
	all: () => t("Everything that is said"),
	quiet: () => t("Only what is decided about me"),
}

const Levels = ({ groups }: NewsSettingsPageProps) => (
	<section class="section" aria-labelledby="levels">
		<h2 id="levels">{t("How much of each group")}</h2>
		{groups.length === 0 ? (
			<p>{t("You follow no group yet.")}</p>
		) : (
			<form method="post" action="/settings/notifications">
				{groups.map(({ id, name, level }) => (
					<div class="field">
						<label for={id}>
							<bdi>{name}</bdi>
						</label>
						<select id={id} name={id}>
							{Object.entries(wordsFor).map(([value, words]) => (
								<option value={value} selected={value === level}>
									{words()}
								</option>
							))}
						</select>
					</div>
				))}
				<button class="button" type="submit">
					{t("Keep it so")}
				</button>
			</form>
		)}
	</section>
)

/** How much somebody wants to hear of their groups, and how it comes to them. */
export const NewsSettingsPage = (props: NewsSettingsPageProps) => (
	<SettingsFrame
		{...props}
		title={t("Notifications")}
		lede={t(
			"What concerns you stands on the page of your notifications. Conversations that you muted and people whom you blocked are left out.",
		)}
	>
		<Levels {...props} />
	</SettingsFrame>
)
