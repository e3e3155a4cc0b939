import { t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { GroupFrame, type GroupSetting, Keep } from "./frame.tsx"

/** How people talk in a group, and what they read when they have come in. */
export const WordsPage = (props: GroupSetting & { rules: string; welcome: string }) => (
	<GroupFrame {...props} title={t("Rules and words of welcome")}>
		<form method="post" action={`/@${props.group.handle}/settings/words`} novalidate>
			<Field
				name="rules"
				label={t("How do you talk here?")}
				hint={t(
					"On the group’s page for everybody, before they come in. A few lines that you mean are better than many. You can write in Markdown.",
				)}
				value={props.rules}
				autocomplete="off"
				lines={8}
				optional
			/>
			<Field
				name="welcome"
				label={t("What do you say to somebody who has just come in?")}
				hint={t(
					"Members read it on the group’s page, and people from other servers in the post that the group pins for them: it is public. Say what to do first; perhaps, who they can ask. You can write in Markdown.",
				)}
				value={props.welcome}
				autocomplete="off"
				lines={6}
				optional
			/>
			<Keep />
		</form>
	</GroupFrame>
)
