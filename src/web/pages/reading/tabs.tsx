import type { Child } from "hono/jsx"
import { Door } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"

type Tab = "talk" | "people" | "about" | "decisions"

/** The pages of a group of this server, and which of them this is. */
export const Tabs = ({ handle, here }: { handle: string; here?: Tab }) => {
	const tabs: [Tab, string, string][] = [
		["talk", `/@${handle}`, t("Talk")],
		["people", `/@${handle}/people`, t("People")],
		["about", `/@${handle}/about`, t("About us")],
		["decisions", `/@${handle}/decisions`, t("Decisions")],
	]
	return (
		<nav class="tabs" aria-label={t("Pages of the group")}>
			<ul>
				{tabs.map(([tab, path, name]) => (
					<li>
						<a href={path} aria-current={tab === here ? "page" : undefined}>
							{name}
						</a>
					</li>
				))}
			</ul>
		</nav>
	)
}

export type RoomProps = {
	server: ServerView
	group: { handle: string; name: string; hue: number; elsewhere?: { path: string } }
}

/** A page behind a group's door: the way back to its first page, its tabs, and what the page is about. */
export const RoomPage = ({
	server,
	group,
	title,
	here,
	head,
	children,
}: RoomProps & { title: string; here?: Tab; head?: Child; children?: Child }) => (
	<Layout title={title} server={server} hue={group.hue} head={head}>
		<nav class="back" aria-label={t("The group")}>
			<a href={group.elsewhere?.path ?? `/@${group.handle}`}>
				<Door handle={group.handle} hue={group.hue} />
				<bdi>{group.name}</bdi>
			</a>
		</nav>
		{!group.elsewhere && <Tabs handle={group.handle} {...(here && { here })} />}
		{children}
	</Layout>
)
