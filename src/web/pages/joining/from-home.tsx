import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Address } from "../address.tsx"
import { Letter } from "../letter.tsx"
import type { GroupDoor } from "../speaking/views.ts"
import { Back } from "../speaking/write.tsx"
import type { PostView } from "../views.ts"
import { HomeForm } from "./home-form.tsx"

export type FromHomePageProps = {
	server: ServerView
	group: GroupDoor
	post: PostView
	action: string
	/** The post's own id. */
	to: string
	home: string
	wrong?: string
	now: Date
}

/** The way to answer a post with an account on another server. */
export const FromHomePage = ({ server, group, post, action, to, home, wrong, now }: FromHomePageProps) => (
	<Layout title={t("Answer from your own server")} server={server} hue={group.hue}>
		<Back group={group} />
		<h1 class="title">{t("Answer from your own server")}</h1>
		<div class="enclosure">
			<Letter post={post} now={now} server={server} />
		</div>
		<section class="section panel join" aria-label={t("Answer from your own server")}>
			<HomeForm action={action} to={to} label={t("Open it there")} home={home} {...(wrong && { wrong })} />
			<p>
				<Say
					text="Mention {{address}} in your reply, and the whole group hears it."
					address={<Address class="name" of={`@${group.handle}@${group.host}`} />}
				/>
			</p>
		</section>
	</Layout>
)
