import { Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"

/** What everybody here agrees to; each group has rules of its own besides. */
export const RulesPage = ({ server, rulesHtml }: { server: ServerView; rulesHtml: string }) => (
	<Layout title={t("The rules here")} server={server}>
		<h1>{t("The rules here")}</h1>
		<p class="lede">{t("Each group has rules of its own besides, on its page.")}</p>
		{rulesHtml ? (
			<div class="panel prose section" dir="auto" dangerouslySetInnerHTML={{ __html: rulesHtml }} />
		) : (
			<p class="section">
				{t(
					"Nobody has written any down for the whole server. Be kind, and do unto others as you would have them do.",
				)}
			</p>
		)}
		<Flower />
	</Layout>
)

const kept = (): [title: string, lines: string[]][] => [
	[
		t("Of everybody who has an account"),
		[
			t("Handle, name and what you say of yourself: everybody can read that."),
			t(
				"Your password, if you have one, only as a scramble that cannot be read back; your passkeys’ public halves; your e-mail address, if you gave one.",
			),
			t(
				"Where you are signed in: what kind of browser on what kind of machine, and since when. It ends after a month.",
			),
			t(
				"What you keep for yourself: drafts, kept posts, muted conversations, blocks. Nobody else is shown any of it.",
			),
			t("Who invited you."),
		],
	],
	[
		t("Of what is said"),
		[
			t(
				"Posts, answers and thanks, until you take them back; of a post that was taken back, only that it was there.",
			),
			t("What moderators decided and why, reports, and who was kept out."),
			t("What other servers sent, word for word, for a week."),
		],
	],
	[
		t("Of visitors"),
		[
			t(
				"Nothing is written down about who read which page. Addresses are remembered for a while, in memory only, to hold off floods.",
			),
			t(
				"One cookie while you are signed in, others if you choose a language, use a passkey or say where you have an account. No more, and nothing from elsewhere is loaded.",
			),
		],
	],
	[
		t("Who can read it"),
		[
			t(
				"What you say in a public group, everybody, and the servers of those who follow it keep copies. What you say in a private one, its members, and their servers.",
			),
			t(
				"Whoever runs this server can read everything that is kept on it, as on any server. Passwords and keys are sealed.",
			),
			t("Backups are made every night and kept for some days."),
		],
	],
]

/** What this server keeps of people, and for how long: what Snug does, and what the operator adds. */
export const PrivacyPage = (props: { server: ServerView; privacyHtml: string; contact: string }) => (
	<Layout title={t("What is kept")} server={props.server}>
		<h1>{t("What is kept")}</h1>
		<p class="lede">
			{t(
				"As little as a server for conversations can do with. Nothing is sold, measured or shown to advertisers.",
			)}
		</p>
		{kept().map(([title, lines]) => (
			<section class="section">
				<h2>{title}</h2>
				<ul>
					{lines.map((line) => (
						<li>{line}</li>
					))}
				</ul>
			</section>
		))}
		<section class="section">
			<h2>{t("What you can do")}</h2>
			<p>
				<Say
					text="{{take}} as files, or {{delete}}: then it is deleted here, and other servers are told."
					take={<a href="/settings/export">{t("Take your things along")}</a>}
					delete={<a href="/settings/delete">{t("delete your account")}</a>}
				/>
			</p>
			{props.contact && (
				<p>
					<Say
						text="For anything else, ask whoever runs this server: {{contact}}."
						contact={<bdi>{props.contact}</bdi>}
					/>
				</p>
			)}
		</section>
		{props.privacyHtml && (
			<section class="section">
				<h2>{t("What those who run this server add")}</h2>
				<div class="panel prose" dir="auto" dangerouslySetInnerHTML={{ __html: props.privacyHtml }} />
			</section>
		)}
		<Flower />
	</Layout>
)
