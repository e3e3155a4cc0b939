import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Field } from "../field.tsx"

export type ElsewherePageProps = { server: ServerView; home: string; next: string; wrong?: string }

/** Where somebody with an account on another server says which. */
export const ElsewherePage = ({ server, home, next, wrong }: ElsewherePageProps) => (
	<Layout
		title={wrong ? t("Not quite yet: signing in") : t("Sign in with the account you have")}
		server={server}
	>
		<h1>{t("Sign in with the account you have")}</h1>
		<p class="lede">
			{t(
				"On Mastodon and its kin, your own server asks you and tells us your name. On any other, we send you a code as a private message.",
			)}
		</p>
		<form method="post" action="/login/elsewhere" novalidate>
			<input type="hidden" name="next" value={next} />
			<Field
				name="home"
				label={t("Where is your account?")}
				hint={t("Like @you@social.example, the address of your page there, or only your server.")}
				value={home}
				autocomplete="on"
				exact
				{...(wrong && { error: wrong })}
			/>
			<div class="choice">
				<button class="button" type="submit">
					{t("Sign in there")}
				</button>
				<button class="button second" type="submit" name="way" value="code">
					{t("Send me a code")}
				</button>
			</div>
		</form>
		<p class="quiet section">
			{t("We learn your name and nothing else, keep no key to your account, and can do nothing with it.")}
		</p>
		<p>
			<a class="plain" href="/login">
				{t("I have an account here")}
			</a>
		</p>
		<Flower />
	</Layout>
)

export type NoWayPageProps = { server: ServerView; host: string; home: string; next: string }

/** Their server cannot be asked, but it takes private messages. */
export const NoWayPage = ({ server, host, home, next }: NoWayPageProps) => (
	<Layout title={t("A code instead")} server={server}>
		<h1>{t("A code instead")}</h1>
		<p class="lede">
			<Say
				text="{{host}} has no way to tell us who you are. We can send you a code as a private message."
				host={<bdi>{host}</bdi>}
			/>
		</p>
		<form method="post" action="/login/elsewhere" novalidate>
			<input type="hidden" name="next" value={next} />
			<input type="hidden" name="way" value="code" />
			<Field
				name="home"
				label={t("Your whole address there")}
				hint={t("Like @you@social.example.")}
				value={home}
				autocomplete="on"
				exact
			/>
			<button class="button" type="submit">
				{t("Send me a code")}
			</button>
		</form>
		<Flower />
	</Layout>
)
