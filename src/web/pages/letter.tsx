import { raw } from "hono/html"
import type { Child } from "hono/jsx"
import type { ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { languageTag, OutsideLink } from "./outside-link.tsx"
import { Poll } from "./poll.tsx"
import type { Attachment, PostView } from "./views.ts"
import { When } from "./when.tsx"

type LetterProps = { post: PostView; now: Date; server: ServerView }

const gone = {
	author: "The author took this post back.",
	moderator: "The people who look after the group removed this post.",
}

const kinds: Record<string, string> = { image: "Picture", video: "Video", audio: "Recording" }

const Enclosed = ({ attachments, server }: { attachments: Attachment[]; server: ServerView }) =>
	attachments.length === 0 ? null : (
		<ul class="enclosed">
			{attachments.map((one) => (
				<li>
					<OutsideLink href={one.url} server={server}>
						{kinds[one.mediaType.split("/")[0] ?? ""] ?? "Attachment"}: {one.alt || "nobody described it"}
					</OutsideLink>
				</li>
			))}
		</ul>
	)

const Covered = ({ post, children }: { post: PostView; children?: Child }) => {
	const note = post.contentWarning || (post.sensitive && "the author asks for care with this")
	if (!note) return <>{children}</>
	return (
		<details class="covered">
			<summary>
				Content note: <bdi lang={languageTag(post.language)}>{note}</bdi>
			</summary>
			{children}
		</details>
	)
}

const From = ({ post, now, server }: LetterProps) => (
	<p class="from">
		<OutsideLink class="name" href={post.author.url} server={server}>
			<bdi>{post.author.name}</bdi>
		</OutsideLink>{" "}
		<Address class="handle" of={post.author.handle} />
		<span class="quiet">
			<When at={post.at} now={now} server={server} />
			{post.inReplyToName && (
				<>
					{", in reply to "}
					<bdi>{post.inReplyToName}</bdi>
				</>
			)}
		</span>
	</p>
)

/** One post of a thread, as its author sent it; a removed one keeps its place and says who took it away. */
export const Letter = ({ post, now, server }: LetterProps) => {
	if (post.removed) {
		return (
			<article id={post.id}>
				<p class="gone">{gone[post.removed]}</p>
			</article>
		)
	}
	return (
		<article id={post.id} aria-label={`${post.author.name} wrote`}>
			<From post={post} now={now} server={server} />
			<Covered post={post}>
				<div class="prose" dir="auto" lang={languageTag(post.language)}>
					{raw(post.html)}
				</div>
				{post.quoteUri && (
					<p class="quoting">
						{"Quoting "}
						<OutsideLink href={post.quoteUri} server={server}>
							<bdi>{post.quoteUri}</bdi>
						</OutsideLink>
					</p>
				)}
				{post.poll && <Poll id={post.id} poll={post.poll} url={post.url} now={now} server={server} />}
				<Enclosed attachments={post.attachments} server={server} />
			</Covered>
			<p class="below">
				{post.url && (
					<OutsideLink href={post.url} server={server}>
						Original
					</OutsideLink>
				)}
				{post.editedAt && (
					<span>
						Edited <When at={post.editedAt} now={now} server={server} />
					</span>
				)}
			</p>
		</article>
	)
}
