import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Letter } from "../letter.tsx"
import type { PostView } from "../views.ts"
import type { GroupDoor } from "./views.ts"
import { Back } from "./write.tsx"

export type Around = { server: ServerView; group: GroupDoor; now: Date }

export type TakeBackPageProps = Around & {
	action: string
	post: PostView
	/** Whether it can be taken out of the group alone: it is shared there, and the group lives here. */
	canUnshare: boolean
	/** Whether other servers have it, or may have. */
	travelled: boolean
}

/** What taking a post back does, here and elsewhere, before it is done. */
export const TakeBackPage = ({
	server,
	group,
	now,
	action,
	post,
	canUnshare,
	travelled,
}: TakeBackPageProps) => (
	<Layout title={t("Take it back")} server={server} hue={group.hue}>
		<Back group={group} />
		<h1 class="title">{t("Take it back")}</h1>
		<div class="enclosure">
			<Letter post={post} now={now} server={server} />
		</div>
		<form method="post" action={action}>
			<h2>{t("Delete it")}</h2>
			<p>
				{travelled
					? t(
							"Your words go from this server for good, earlier ones, a poll and its votes included; a mark stays that something was there. Other servers that have it are asked to delete it. Most do at once; nobody can make them.",
						)
					: t(
							"Your words go from this server for good, earlier ones, a poll and its votes included; a mark stays that something was there. It was on no other server.",
						)}
			</p>
			<div class="choice">
				<button class="button" type="submit" name="do" value="delete">
					{t("Delete it for good")}
				</button>
			</div>
			{canUnshare && (
				<>
					<h2 class="section">{t("Only take it out of the group")}</h2>
					<p>
						<Say
							text="{{group}} shows it no longer, and tells those who follow the group. It is not deleted: servers that have it may keep it."
							group={<bdi>{group.name}</bdi>}
						/>
					</p>
					<div class="choice">
						<button class="button second" type="submit" name="do" value="unshare">
							{t("Take it out of the group")}
						</button>
					</div>
				</>
			)}
		</form>
	</Layout>
)
