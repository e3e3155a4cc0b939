import type { Child } from "hono/jsx"
import { Flower } from "../icons.tsx"
import { t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"

/** What every page on which something is set is told. */
export type Changing = {
	server: ServerView
	/** What was just changed has been kept. */
	kept?: boolean
	/** Why it was not. */
	wrong?: string
}

/** Around each page on which something is set: the way back, the title, and what became of the last change. */
export const Around = (
	props: Changing & {
		title: string
		/** The title of the window, where it is another. */
		window?: string
		hue?: number
		back: Child
		lede?: string
		children?: Child
	},
) => (
	<Layout title={props.window ?? props.title} server={props.server} hue={props.hue}>
		{props.back}
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

/** The way back to the page from which all of them are reached. */
export const WayBack = ({ to, name, label }: { to: string; name: string; label: string }) => (
	<nav class="back" aria-label={label}>
		<a href={to}>{name}</a>
	</nav>
)

/** A page behind this one: its address, its name, and a line on what is done there. */
export type Door = [href: string, name: string, about: string]

export const Doors = ({ doors }: { doors: Door[] }) => (
	<ul class="slips small section">
		{doors.map(([href, name, about]) => (
			<li>
				<p class="excerpt">
					<a href={href}>{name}</a>
				</p>
				<p class="quiet">{about}</p>
			</li>
		))}
	</ul>
)
