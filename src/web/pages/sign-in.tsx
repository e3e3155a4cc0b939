import { Flower } from "../icons.tsx"
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
	<Layout title={wrong ? "Not quite yet: signing in" : "Sign in"} server={server}>
		<h1>Sign in</h1>
		<p class="lede">
			For people with an account on <bdi>{server.name}</bdi>. To follow a group you need none here: your own
			app will do.
		</p>
		{wrong && (
			<p class="alarm" role="alert">
				{wrong}
			</p>
		)}
		<form method="post" action="/login" novalidate>
			<input type="hidden" name="next" value={next} />
			<Field
				name="name"
				label="Your name here, or your e-mail address"
				value={name}
				autocomplete="username"
				exact
			/>
			<Field name="password" label="Your password" type="password" autocomplete="current-password" />
			<button class="button" type="submit">
				Sign in
			</button>
		</form>
		<Flower />
	</Layout>
)
