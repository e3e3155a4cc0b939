import { Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { Field } from "./field.tsx"

export type SignInPageProps = {
	server: ServerView
	/** What was typed last time; the password is never shown again. */
	name: string
	/** A path of ours to go to afterwards. */
	next: string
	/** Why it did not work. */
	wrong?: string
}

/** The form for those who have an account on this server. */
export const SignInPage = ({ server, name, next, wrong }: SignInPageProps) => (
	<Layout title={wrong ? t("Not quite yet: signing in") : t("Sign in")} server={server}>
		<h1>{t("Sign in")}</h1>
		<p class="lede">
			<Say
				text="For people with an account on {{server}}. To follow a group you need none here: your own app will do."
				server={<bdi>{server.name}</bdi>}
			/>
		</p>
		{wrong && (
			<p class="alarm" role="alert">
				{t(wrong)}
			</p>
		)}
		<form method="post" action="/login" novalidate>
			<input type="hidden" name="next" value={next} />
			<Field
				name="name"
				label={t("Your name here, or your e-mail address")}
				value={name}
				autocomplete="username"
				exact
			/>
			<Field name="password" label={t("Your password")} type="password" autocomplete="current-password" />
			<button class="button" type="submit">
				{t("Sign in")}
			</button>
		</form>
		<Flower />
	</Layout>
)
