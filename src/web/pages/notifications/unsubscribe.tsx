import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"

type UnsubscribePageProps = { server: ServerView } & ({ action: string; done?: false } | { done: true })

/** Where the link in a letter leads: one press ends the letters. */
export const UnsubscribePage = (props: UnsubscribePageProps) => (
	<Layout title={t("No more letters")} server={props.server}>
		<h1 class="title">{t("No more letters")}</h1>
		{props.done ? (
			<p class="lede" role="status">
				{t("That is done. You get no more letters about news; you can ask for them again in your settings.")}
			</p>
		) : (
			<form method="post" action={props.action}>
				<p class="lede">{t("Do you want no more letters about news from here?")}</p>
				<button class="button" type="submit">
					{t("No more letters, please")}
				</button>
			</form>
		)}
	</Layout>
)
