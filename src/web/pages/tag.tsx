import { Door, Flower } from "../icons.tsx"
import { t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { ConversationItem } from "./conversations.tsx"
import { FeedHead, FeedLinks } from "./feed-links.tsx"
import type { Conversation } from "./views.ts"

export type TagPageProps = {
	server: ServerView
	group: { handle: string; name: string; hue: number; path: string }
	/** Without the sign before it. */
	tag: string
	posts: Conversation[]
	/** Address of the page with earlier ones, if there are any. */
	next?: string
	/** The address that its feeds stand beside, if everybody may read them. */
	feeds?: string
	now: Date
}

/** Everything that was said in a group under one tag, the newest first. */
export const TagPage = ({ server, group, tag, posts, next, feeds, now }: TagPageProps) => (
	<Layout
		title={t("#{{tag}} in {{group}}", { tag, group: group.name })}
		server={server}
		hue={group.hue}
		head={feeds && <FeedHead of={feeds} title={`#${tag} · ${group.name}`} />}
	>
		<nav class="back" aria-label={t("The group")}>
			<a href={group.path}>
				<Door handle={group.handle} hue={group.hue} />
				<bdi>{group.name}</bdi>
			</a>
		</nav>
		<h1 class="title">
			<bdi>{`#${tag}`}</bdi>
		</h1>
		<h2 class="quiet">{t("Said under this tag")}</h2>
		<ol class="conversations">
			{posts.map((said) => (
				<ConversationItem said={said} now={now} />
			))}
		</ol>
		{next ? (
			<p class="older">
				<a class="plain" href={next} rel="next">
					{t("Earlier")}
				</a>
			</p>
		) : (
			<>
				<Flower />
				<p class="caught-up">{t("That is where it began.")}</p>
			</>
		)}
		{feeds && <FeedLinks of={feeds} />}
	</Layout>
)
