import { raw } from "hono/html"
import type { Child } from "hono/jsx"
import { Say, t } from "../language.tsx"
import type { ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { Enclosed } from "./enclosed.tsx"
import { languageTag, OutsideLink } from "./outside-link.tsx"
import { Poll } from "./poll.tsx"
import { Portrait } from "./portrait.tsx"
import { Pronouns } from "./pronouns.tsx"
import { Foot } from "./speaking/foot.tsx"
import type { PostView } from "./views.ts"
import { When } from "./when.tsx"

type LetterProps = { post: PostView; now: Date; server: ServerView }

const gone = {
	author: () => t("The author took this post back."),
	moderator: () => t("The people who look after the group removed this post."),
}

const Covered = ({ post, children }: { post: PostView; children?: Child }) => {
	if (!post.contentWarning && !post.sensitive) return <>{children}</>
	const note = post.contentWarning ? (
		<bdi lang={languageTag(post.language)}>{post.contentWarning}</bdi>
	) : (
		t("the author asks for care with this")
	)
	return (
		<details class="covered">
			<summary>
				<Say text="Content note: {{note}}" note={note} />
			</summary>
			{children}
		</details>
	)
}

const From = ({ post, now, server }: LetterProps) => (
	<p class="from">
		<Portrait of={post.author} />
		<OutsideLink class="name" href={post.author.url} server={server}>
			<bdi>{post.author.name}</bdi>
		</OutsideLink>{" "}
		<Pronouns of={post.author} />
		<Address class="handle" of={post.author.handle} />
		<span class="quiet">
			{post.inReplyToName ? (
				<Say
					text="{{when}}, in reply to {{person}}"
					when={<When at={post.at} now={now} />}
					person={
						post.inReplyToHref ? (
							<a class="answered" href={post.inReplyToHref}>
								<bdi>{post.inReplyToName}</bdi>
							</a>
						) : (
							<bdi>{post.inReplyToName}</bdi>
						)
					}
				/>
			) : (
				<When at={post.at} now={now} />
			)}
		</span>
	</p>
)

/** One post of a thread, as its author sent it; a removed one keeps its place and says who took it away. */
export const Letter = ({ post, now, server }: LetterProps) => {
	if (post.removed) {
		return (
			<article id={post.id}>
				<p class="gone">{gone[post.removed]()}</p>
			</article>
		)
	}
	return (
		<article id={post.id} aria-label={t("{{author}} wrote", { author: post.author.name })}>
			<From post={post} now={now} server={server} />
			<Covered post={post}>
				<div class="prose" dir="auto" lang={languageTag(post.language)}>
					{raw(post.html)}
				</div>
				{post.quoteUri && (
					<p class="quoting">
						<Say
							text="Quoting {{address}}"
							address={
								<OutsideLink href={post.quoteUri} server={server}>
									<bdi>{post.quoteUri}</bdi>
								</OutsideLink>
							}
						/>
					</p>
				)}
				{post.poll && <Poll id={post.id} poll={post.poll} url={post.url} now={now} server={server} />}
				<Enclosed attachments={post.attachments} server={server} />
			</Covered>
			<p class="below">
				{post.url && (
					<OutsideLink href={post.url} server={server}>
						{t("Original")}
					</OutsideLink>
				)}
				{post.editedAt && (
					<span>
						<Say text="Edited {{when}}" when={<When at={post.editedAt} now={now} />} />
						{post.foot?.earlier && (
							<>
								{" · "}
								<a href={post.foot.earlier}>{t("What it said before")}</a>
							</>
						)}
					</span>
				)}
			</p>
			{post.foot && <Foot foot={post.foot} />}
		</article>
	)
}
