import { Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"

export type AboutPageProps = {
	server: ServerView
	/** What those who run it say of it; already sanitised, may be empty. */
	aboutHtml?: string
	/** How to reach the people who run the server: plain text, such as a handle or a mail address. */
	contact?: string
	/** Where the source of the running software is (the AGPL asks for it). */
	sourceUrl?: string
	/** Whether they may read what is decided about other servers. */
	bordersShown?: boolean
}

/** What this server is, who can read what is said on it, and where the software comes from. */
export const AboutPage = ({ server, aboutHtml, contact, sourceUrl, bordersShown }: AboutPageProps) => (
	<Layout title={t("About {{server}}", { server: server.name })} server={server}>
		<h1>
			<Say text="About {{server}}" server={<bdi>{server.name}</bdi>} />
		</h1>
		{aboutHtml ? (
			<div class="prose" dir="auto" dangerouslySetInnerHTML={{ __html: aboutHtml }} />
		) : (
			<p class="lede">{t("A server for small groups, run by people for people they know.")}</p>
		)}
		<p>
			<Say
				text="Read {{rules}}, and {{privacy}} of people and for how long."
				rules={<a href="/rules">{t("the rules here")}</a>}
				privacy={<a href="/privacy">{t("what is kept")}</a>}
			/>
		</p>
		<section class="section" aria-labelledby="who-reads">
			<h2 id="who-reads">{t("Who can read what you say")}</h2>
			<p>
				{t(
					"The groups you can see here are public. What you address to one is shown on its page and sent to the servers of those who follow it. Nothing you write is shared here unless you addressed it to the group.",
				)}
			</p>
			<p>
				{t(
					"Change a post or delete it from your own app, and the group passes that on. Other servers usually listen, but nobody can promise it for them.",
				)}
			</p>
		</section>
		<section class="section" aria-labelledby="who-runs">
			<h2 id="who-runs">{t("Who runs it")}</h2>
			<p>
				{t("Each group is looked after by its own people, under its own rules; you find both on its page.")}{" "}
				{contact ? (
					<Say
						text="The server itself is kept by people you can reach at {{contact}}."
						contact={<bdi>{contact}</bdi>}
					/>
				) : (
					t("For anything about the server itself, ask them: they know who keeps it running.")
				)}
			</p>
		</section>
		{bordersShown && (
			<section class="section" aria-labelledby="borders">
				<h2 id="borders">{t("Other servers")}</h2>
				<p>
					<Say
						text="Not every server is heard alike: {{here}} is what was decided, and why."
						here={<a href="/about/servers">{t("here")}</a>}
					/>
				</p>
			</section>
		)}
		<section class="section" aria-labelledby="software">
			<h2 id="software">{t("What it runs on")}</h2>
			<p>
				{t("Snug is free software under the GNU Affero General Public License.")}{" "}
				{sourceUrl && <a href={sourceUrl}>{t("Here is its source.")}</a>}{" "}
				{t(
					"It keeps a cookie in your browser only if you sign in or choose a language, loads nothing from elsewhere, and needs no script.",
				)}
			</p>
		</section>
		<Flower />
	</Layout>
)
