import { Say, t } from "../../language.tsx"
import { type Setting, SettingsFrame } from "./frame.tsx"

const about: Record<string, () => string> = {
	"actor.json": () => t("Who you are, as other servers read you."),
	"outbox.json": () => t("Everything you said here: posts, answers and polls."),
	"likes.json": () => t("What you thanked for, by its address."),
	"bookmarks.json": () => t("What you keep, by its address."),
	"drafts.json": () => t("What you have begun to write."),
	"following_accounts.csv": () => t("The groups you follow. Mastodon can read this list."),
	"blocked_accounts.csv": () => t("Whom you block. Mastodon can read this list."),
	"blocked_domains.csv": () => t("Which servers you block. Mastodon can read this list."),
	"pictures.zip": () =>
		t("The pictures and recordings you brought, under the names that stand in outbox.json."),
}

/** All that is somebody's own, to take along: a file of each. */
export const ExportPage = ({ files, ...setting }: Setting & { files: readonly string[] }) => (
	<SettingsFrame
		{...setting}
		title={t("Take your things along")}
		lede={t("Each file is made when you ask for it, and holds nothing but what is yours.")}
	>
		<ul class="slips small">
			{files.map((file) => (
				<li>
					<p class="excerpt">
						<a href={`/settings/export/${file}`} download>
							<bdi dir="ltr">{file}</bdi>
						</a>
					</p>
					<p class="quiet">{about[file]?.()}</p>
				</li>
			))}
		</ul>
		<p class="section">
			<Say
				text="To live elsewhere, {{move}}: then those who know you come along."
				move={<a href="/settings/moving">{t("move house")}</a>}
			/>
		</p>
	</SettingsFrame>
)
