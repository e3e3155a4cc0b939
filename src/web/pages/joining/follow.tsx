import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Address } from "../address.tsx"
import { OutsideLink } from "../outside-link.tsx"
import type { PersonView } from "../views.ts"

/** A group of another server, and the question whether to follow it from here. */
export const FollowPage = ({
	server,
	group,
	uri,
}: {
	server: ServerView
	group: PersonView
	uri: string
}) => (
	<Layout title={t("Follow {{group}} from here", { group: group.name })} server={server}>
		<h1 class="title">
			<Say text="Follow {{group}} from here" group={<bdi>{group.name}</bdi>} />
		</h1>
		<p class="lede">
			<Address of={group.handle} />
		</p>
		<p>
			{t(
				"Its own server is asked, and sees your name. What the group shares from then on stands on a page here.",
			)}
		</p>
		<form method="post" action="/authorize_interaction">
			<input type="hidden" name="uri" value={uri} />
			<button class="button" type="submit">
				{t("Follow the group")}
			</button>
		</form>
		<p class="section">
			<OutsideLink class="plain" href={group.url} server={server}>
				{t("Visit it there")}
			</OutsideLink>
		</p>
		<Flower />
	</Layout>
)
