import type { Child } from "hono/jsx"
import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Back } from "../speaking/write.tsx"

/** What every page about the making of one group is told. */
export type GroupSetting = {
	server: ServerView
	group: { handle: string; host: string; name: string; hue: number }
	/** What was just changed has been kept. */
	kept?: boolean
	/** Why it was not. */
	wrong?: string
}

/** Around each page of a group's settings: the way back, the title, and what became of the last change. */
export const GroupFrame = (
	props: GroupSetting & { title: string; lede?: string; up?: boolean; children?: Child },
) => (
	<Layout title={`${props.title} · ${props.group.name}`} server={props.server} hue={props.group.hue}>
		{props.up === false ? (
			<Back group={props.group} />
		) : (
			<nav class="back" aria-label={t("Settings of the group")}>
				<a href={`/@${props.group.handle}/settings`}>{t("All settings of the group")}</a>
			</nav>
		)}
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

/** The button under a form that keeps what it says. */
export const Keep = () => (
	<button class="button" type="submit">
		{t("Keep it")}
	</button>
)
