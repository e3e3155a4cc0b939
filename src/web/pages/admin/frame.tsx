import type { Child } from "hono/jsx"
import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"

/** What every page of the operator is told. */
export type AdminFrameProps = {
	server: ServerView
	now: Date
	/** What was just changed has been kept. */
	kept?: boolean
	/** Why it was not. */
	wrong?: string
}

/** Around each page of the operator: the way back, the title, and what became of the last change. */
export const AdminFrame = (
	props: AdminFrameProps & {
		title: string
		lede?: string
		back?: { href: string; label: string }
		children?: Child
	},
) => (
	<Layout title={props.title} server={props.server}>
		<nav class="back" aria-label={t("Running this server")}>
			<a href={props.back?.href ?? "/admin"}>{props.back?.label ?? t("Running this server")}</a>
		</nav>
		<h1 class="title">{props.title}</h1>
		{props.kept && (
			<p class="done" role="status">
				{t("That is done.")}
			</p>
		)}
		{props.wrong && (
			<p class="alarm" role="alert">
				{t(props.wrong)}
			</p>
		)}
		{props.lede && <p class="lede">{props.lede}</p>}
		{props.children}
		<Flower />
	</Layout>
)
