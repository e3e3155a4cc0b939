import { t } from "../../language.tsx"
import type { ServerView } from "../../layout.tsx"
import { Compose } from "./compose.tsx"
import type { SpeakingView } from "./views.ts"

/** At the end of a thread: the composer for an answer, and the way to hear no more of the conversation. */
export const Answering = ({
	speaking,
	server,
	now,
}: {
	speaking: SpeakingView
	server: ServerView
	now: Date
}) => (
	<section class="section" aria-labelledby="reply">
		<h2 id="reply">{t("Answer")}</h2>
		{speaking.compose && (
			<Compose compose={speaking.compose} server={server} now={now} label={t("Your answer")} />
		)}
		{speaking.reason && <p>{t(speaking.reason)}</p>}
		<form method="post" action={speaking.mute} class="mute">
			<p class="quiet">
				{speaking.muted
					? t("You muted this conversation: it is left out of the list on the group’s page, for you alone.")
					: t("Enough of this? Muted, it is left out of the list on the group’s page, for you alone.")}
			</p>
			<button type="submit" class="link" name="mute" value={speaking.muted ? "no" : "yes"}>
				{speaking.muted ? t("Hear of it again") : t("Mute the conversation")}
			</button>
		</form>
	</section>
)
