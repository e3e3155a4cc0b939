import { raw } from "hono/html"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { languageTag } from "../outside-link.tsx"
import { Back } from "../speaking/write.tsx"
import type { GroupView } from "../views.ts"
import { HomeForm } from "./home-form.tsx"

export type JoinPageProps = { server: ServerView; group: GroupView; home: string; wrong?: string }

/** The way into a group for somebody of another server: first its rules, then where they come from. */
export const JoinPage = ({ server, group, home, wrong }: JoinPageProps) => (
	<Layout
		title={
			wrong
				? t("Not quite yet: joining {{group}}", { group: group.name })
				: t("Join {{group}}", { group: group.name })
		}
		server={server}
		hue={group.hue}
	>
		<Back group={group} />
		<h1 class="title">{t("Join {{group}}", { group: group.name })}</h1>
		<p class="lede">
			{group.joining === "open"
				? t("With the account you already have: your own server asks once more, and then you are in.")
				: t(
						"With the account you already have: your own server asks once more. You can read along at once; someone who looks after the group then welcomes you as a member.",
					)}
		</p>
		{group.rulesHtml && (
			<section class="section" aria-labelledby="rules">
				<h2 id="rules">{t("How we talk here")}</h2>
				<div class="prose" dir="auto" lang={languageTag(group.language)}>
					{raw(group.rulesHtml)}
				</div>
				<p>{t("By joining you say yes to the rules above.")}</p>
			</section>
		)}
		<section class="section panel join" aria-label={t("How to join")}>
			<HomeForm
				action={`/@${group.handle}/join`}
				label={t("Join from there")}
				home={home}
				{...(wrong && { wrong })}
			/>
		</section>
	</Layout>
)
