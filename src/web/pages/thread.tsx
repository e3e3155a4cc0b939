import { Door, Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { HomeForm } from "./joining/home-form.tsx"
import { Letter } from "./letter.tsx"
import { languageTag } from "./outside-link.tsx"
import { PreviewHead, type PreviewView } from "./reading/preview.tsx"
import { Answering } from "./speaking/answering.tsx"
import type { SpeakingView } from "./speaking/views.ts"
import type { GroupView, PostView } from "./views.ts"
import { When } from "./when.tsx"

export type ThreadPageProps = {
	server: ServerView
	group: Pick<GroupView, "handle" | "host" | "name" | "hue" | "posting" | "language" | "elsewhere">
	/** The whole thread in reading order, the post that began it first. */
	posts: PostView[]
	/** For a group that wants to be found. */
	preview?: PreviewView
	/** When whoever is signed in last looked at it. */
	since?: Date
	/** For somebody who is signed in. */
	speaking?: SpeakingView
	/** Which server somebody last said their account is on. */
	home?: string
	now: Date
}

const titleOf = (root: PostView | undefined): string => {
	if (!root || root.removed) return t("A conversation")
	return root.title || t("A letter from {{author}}", { author: root.author.name })
}

type HowToReplyProps = { group: ThreadPageProps["group"]; first: PostView | undefined; home: string }

const HowToReply = ({ group, first, home }: HowToReplyProps) => (
	<section class="section panel join" aria-labelledby="reply">
		<h2 id="reply">{t("How to reply")}</h2>
		<p>
			{t(
				"With the account you already have: your own server opens the conversation, and you answer there. Under each post there is a link that leads to just that one.",
			)}
		</p>
		{first?.foot?.fromHome && (
			<HomeForm action={first.foot.fromHome.replace(/\?.*$/, "")} label={t("Open it there")} home={home} />
		)}
		<p>
			<Say
				text="Mention {{address}} in your reply, and the whole group hears it."
				address={<Address class="name" of={`@${group.handle}@${group.host}`} />}
			/>
		</p>
		<details class="fold">
			<summary>{t("Or do it by hand")}</summary>
			<p>
				{t(
					"From your own account on the fediverse (Mastodon, Lemmy and others): paste the address of a post into your app’s search, open it there, and reply. “Original” under each post leads to that address.",
				)}
			</p>
		</details>
	</section>
)

/** A whole thread on one page: the post that began it, everything said since, and how to join in. */
export const ThreadPage = ({
	server,
	group,
	posts,
	since,
	preview,
	speaking,
	home = "",
	now,
}: ThreadPageProps) => {
	const title = titleOf(posts[0])
	const unread = posts.find(({ fresh }) => fresh)
	return (
		<Layout
			title={`${title} · ${group.name}`}
			server={server}
			hue={group.hue}
			head={preview && <PreviewHead preview={preview} server={server} />}
		>
			<nav class="back" aria-label={t("The group")}>
				<a href={group.elsewhere?.path ?? `/@${group.handle}`}>
					<Door handle={group.handle} hue={group.hue} />
					<bdi>{group.name}</bdi>
				</a>
			</nav>
			<h1 class="thread-title" dir="auto" lang={posts[0]?.title ? languageTag(posts[0].language) : undefined}>
				{title}
			</h1>
			{since && unread && (
				<p class="unread">
					<a class="plain" href={`#${unread.id}`}>
						<span>
							<Say text="To what is new since {{when}}" when={<When at={since} now={now} />} />
						</span>
					</a>
				</p>
			)}
			<ol class="letters">
				{posts.map((post) => (
					<li class={post.depth > 0 ? `reply-${Math.min(2, Math.floor(post.depth))}` : "first"}>
						{!post.removed && (
							<h2 class="apart">
								<Say text="{{author}} wrote" author={<bdi>{post.author.name}</bdi>} />
							</h2>
						)}
						{post.fresh && <p class="fresh">{t("New")}</p>}
						<Letter post={post} now={now} server={server} />
					</li>
				))}
			</ol>
			<Flower />
			<p class="caught-up">{t("That is the whole conversation.")}</p>
			{speaking ? (
				<Answering speaking={speaking} server={server} now={now} />
			) : (
				<HowToReply group={group} first={posts[0]} home={home} />
			)}
		</Layout>
	)
}
