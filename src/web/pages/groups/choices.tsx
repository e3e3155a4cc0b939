import { t } from "../../language.tsx"
import type { LanguageChoice } from "../speaking/views.ts"
import type { Option } from "./options.tsx"

/** How people come in, and what each way means for those who do. */
export const joiningOptions = (): Option[] => [
	[
		"open",
		t("By the open door"),
		t("Whoever follows the group is a member at once, from here or from any server."),
	],
	[
		"approval",
		t("With a welcome"),
		t(
			"Whoever follows reads along at once; somebody who looks after the group makes them a member at the desk.",
		),
	],
]

/** Who may write, and what each way means for the others. */
export const postingOptions = (): Option[] => [
	["followers", t("Everybody who follows"), t("The usual way: whoever came in may speak.")],
	[
		"members",
		t("Members only"),
		t("With a welcome at the door, followers read along until they are members."),
	],
	[
		"anyone",
		t("Anybody on the fediverse"),
		t("Strangers, too, who mention the group once and never come back. Expect work at the desk."),
	],
	[
		"moderators",
		t("Those who look after it"),
		t("Everybody else reads along, and cannot answer in the group: a board for announcements."),
	],
]

/** The language a group mostly speaks, by its name in the reader's own. */
export const Language = ({ chosen, languages }: { chosen: string; languages: LanguageChoice[] }) => (
	<div class="field">
		<label for="language">{t("Which language does it speak?")}</label>
		<p class="hint" id="language-hint">
			{t("For screen readers and translators; everybody may write in theirs all the same.")}
		</p>
		<select id="language" name="language" aria-describedby="language-hint">
			{languages.map(({ tag, name }) => (
				<option value={tag} selected={tag === chosen}>
					{name}
				</option>
			))}
		</select>
	</div>
)
