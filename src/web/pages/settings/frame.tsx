import type { Child } from "hono/jsx"
import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"

/** What every page of the settings is told. */
export type Setting = {
	server: ServerView
	/** What was just changed has been kept. */
	kept?: boolean
	/** Why it was not. */
	wrong?: string
}

/** Around each page of the settings: the way back, the title, and what became of the last change. */
export const SettingsFrame = (props: Setting & { title: string; lede?: string; children?: Child }) => (
	<Layout title={props.title} server={props.server}>
		<nav class="back" aria-label={t("Settings")}>
			<a href="/settings">{t("All settings")}</a>
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

/** One button with a form of its own. */
export const Press = (props: {
	action: string
	label: string
	named?: Record<string, string>
	second?: boolean
}) => (
	<form method="post" action={props.action}>
		{Object.entries(props.named ?? {}).map(([name, value]) => (
			<input type="hidden" name={name} value={value} />
		))}
		<button class={props.second ? "button second" : "button"} type="submit">
			{props.label}
		</button>
	</form>
)
