import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Field } from "../field.tsx"

/** Where somebody types the code that came to their own server. It reads the same whether one was sent or not. */
export const VisitCodePage = ({ server, wrong }: { server: ServerView; wrong?: string }) => (
	<Layout
		title={wrong ? t("Not quite yet: signing in") : t("Look into your private messages")}
		server={server}
	>
		<h1>{t("Look into your private messages")}</h1>
		<p class="lede">
			{t(
				"If that account is there, a code is on its way to it. It works for ten minutes, in this browser. Some apps put messages from strangers into a folder of their own.",
			)}
		</p>
		<form method="post" action="/login/elsewhere/code" novalidate>
			<Field
				name="code"
				label={t("The code")}
				hint={t("Eight digits; spaces do not matter.")}
				autocomplete="one-time-code"
				exact
				{...(wrong && { error: wrong })}
			/>
			<button class="button" type="submit">
				{t("Sign in")}
			</button>
		</form>
		<p class="section">
			<a class="plain" href="/login/elsewhere">
				{t("Nothing came? Begin again")}
			</a>
		</p>
		<Flower />
	</Layout>
)
