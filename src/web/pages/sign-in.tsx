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
	/** They are in already, and are asked once more before something that matters. */
	again?: boolean
	/** What else leads in here: links by letter, and a new account. */
	ways?: { letters: boolean; signUp: boolean }
	/** Why it did not work. */
	wrong?: string
}

/** The form for those who have an account on this server. */
export const SignInPage = (props: SignInPageProps) => {
	const { server, name, next, again, wrong } = props
	const title = again ? t("Is it you?") : t("Sign in")
	return (
		<Layout title={wrong ? t("Not quite yet: signing in") : title} server={server}>
			<h1>{title}</h1>
			<p class="lede">
				{again ? (
					t("What comes next matters, so please show once more that it is you.")
				) : (
					<Say
						text="For people with an account on {{server}}. To follow a group you need none here: your own app will do."
						server={<bdi>{server.name}</bdi>}
					/>
				)}
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
					{title}
				</button>
			</form>
			<OtherWays {...props} />
			<Flower />
		</Layout>
	)
}

const OtherWays = ({ next, ways }: SignInPageProps) => {
	const onward = next === "/" ? "" : `?next=${encodeURIComponent(next)}`
	return (
		<section class="section" aria-labelledby="ways">
			<h2 id="ways">{t("Other ways in")}</h2>
			<ul class="ways">
				<li>
					<a class="plain" href={`/login/elsewhere${onward}`}>
						{t("With an account on another server: Mastodon, Lemmy and others")}
					</a>
				</li>
				<li>
					<a class="plain" href={`/login/passkey${onward}`}>
						{t("With a passkey")}
					</a>
				</li>
				{ways?.letters && (
					<li>
						<a class="plain" href={`/login/link${onward}`}>
							{t("With a link that comes by e-mail")}
						</a>
					</li>
				)}
				<li>
					<a class="plain" href={`/login/code${onward}`}>
						{t("With a recovery code")}
					</a>
				</li>
				{ways?.signUp && (
					<li>
						<a class="plain" href="/sign-up">
							{t("I have no account yet")}
						</a>
					</li>
				)}
			</ul>
		</section>
	)
}
