import { raw } from "hono/html"
import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { languageTag } from "../outside-link.tsx"
import { When } from "../when.tsx"
import type { GroupDoor } from "./views.ts"
import { Back } from "./write.tsx"

export type EarlierPageProps = {
	server: ServerView
	group: GroupDoor
	author: string
	/** The post as it is now. */
	href: string
	language: string | null
	contentWarning: string | null
	/** The latest first; the HTML is sanitised already. */
	versions: { title: string | null; html: string; until: Date }[]
	now: Date
}

const Wording = (props: Pick<EarlierPageProps, "language"> & { title: string | null; html: string }) => (
	<>
		{props.title && (
			<h2 dir="auto" lang={languageTag(props.language)}>
				{props.title}
			</h2>
		)}
		<div class="prose" dir="auto" lang={languageTag(props.language)}>
			{raw(props.html)}
		</div>
	</>
)

/** What a post said before it was edited. */
export const EarlierPage = ({ server, group, author, href, versions, now, ...post }: EarlierPageProps) => (
	<Layout title={t("Earlier wordings")} server={server} hue={group.hue}>
		<Back group={group} />
		<h1 class="title">{t("Earlier wordings")}</h1>
		<p>
			<Say
				text="{{name}} changed this post. This is what it said before, the latest first."
				name={<bdi>{author}</bdi>}
			/>{" "}
			<a href={href}>{t("What it says now")}</a>
		</p>
		<ol class="letters">
			{versions.map(({ title, html, until }) => (
				<li>
					<article>
						<p class="quiet">
							<Say text="Until {{when}}" when={<When at={until} now={now} />} />
						</p>
						{post.contentWarning ? (
							<details class="covered">
								<summary>
									<bdi lang={languageTag(post.language)}>{post.contentWarning}</bdi>
								</summary>
								<Wording title={title} html={html} language={post.language} />
							</details>
						) : (
							<Wording title={title} html={html} language={post.language} />
						)}
					</article>
				</li>
			))}
		</ol>
		<Flower />
	</Layout>
)
