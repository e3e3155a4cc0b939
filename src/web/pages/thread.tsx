import { Door, Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { Letter } from "./letter.tsx"
import { languageTag } from "./outside-link.tsx"
import { Answering } from "./speaking/answering.tsx"
import type { SpeakingView } from "./speaking/views.ts"
import type { GroupView, PostView } from "./views.ts"

export type ThreadPageProps = {
	server: ServerView
	group: Pick<GroupView, "handle" | "host" | "name" | "hue" | "posting" | "language" | "elsewhere">
	/** The whole thread in reading order, the post that began it first. */
	posts: PostView[]
	/** For somebody who is signed in. */
	speaking?: SpeakingView
	now: Date
}

const titleOf = (root: PostView | undefined): string => {
	if (!root || root.removed) return t("A conversation")
	return root.title || t("A letter from {{author}}", { author: root.author.name })
}

const HowToReply = ({ group }: { group: ThreadPageProps["group"] }) => (
	<section class="section panel join" aria-labelledby="reply">
		<h2 id="reply">{t("How to reply")}</h2>
		<p>
			{t(
				"From your own account on the fediverse (Mastodon, Lemmy and others): paste the address of a post into your app’s search, open it there, and reply. “Original” under each post leads to that address.",
			)}
		</p>
		<p>
			<Say
				text="Mention {{address}} in your reply, and the whole group hears it."
				address={<Address class="name" of={`@${group.handle}@${group.host}`} />}
			/>
		</p>
	</section>
)

/** A whole thread on one page: the post that began it, everything said since, and how to join in. */
export const ThreadPage = ({ server, group, posts, speaking, now }: ThreadPageProps) => {
	const title = titleOf(posts[0])
	return (
		<Layout title={`${title} · ${group.name}`} server={server} hue={group.hue}>
			<nav class="back" aria-label={t("The group")}>
				<a href={group.elsewhere?.path ?? `/@${group.handle}`}>
					<Door handle={group.handle} hue={group.hue} />
					<bdi>{group.name}</bdi>
				</a>
			</nav>
			<h1 class="thread-title" dir="auto" lang={posts[0]?.title ? languageTag(posts[0].language) : undefined}>
				{title}
			</h1>
			<ol class="letters">
				{posts.map((post) => (
					<li class={post.depth > 0 ? `reply-${Math.min(2, Math.floor(post.depth))}` : "first"}>
						<Letter post={post} now={now} server={server} />
					</li>
				))}
			</ol>
			<Flower />
			<p class="caught-up">{t("That is the whole conversation.")}</p>
			{speaking ? <Answering speaking={speaking} server={server} now={now} /> : <HowToReply group={group} />}
		</Layout>
	)
}
