import { Door } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout } from "../../layout.tsx"
import { Letter } from "../letter.tsx"
import { Compose } from "./compose.tsx"
import type { ComposePageProps, GroupDoor } from "./views.ts"

/** The way back to a group's own page. */
export const Back = ({ group }: { group: GroupDoor }) => (
	<nav class="back" aria-label={t("The group")}>
		<a href={group.elsewhere?.path ?? `/@${group.handle}`}>
			<Door handle={group.handle} hue={group.hue} />
			<bdi>{group.name}</bdi>
		</a>
	</nav>
)

/** The page on which somebody writes to a group, or answers a post in it. */
export const WritePage = ({ server, group, compose, parent, now }: ComposePageProps) => {
	const title = parent
		? t("Answer {{name}}", { name: parent.author.name })
		: t("Say something in {{group}}", { group: group.name })
	return (
		<Layout
			title={compose.refused ? t("Not quite yet: {{title}}", { title }) : title}
			server={server}
			hue={group.hue}
		>
			<Back group={group} />
			<h1 class="title">
				{parent ? (
					<Say text="Answer {{name}}" name={<bdi>{parent.author.name}</bdi>} />
				) : (
					<Say text="Say something in {{group}}" group={<bdi>{group.name}</bdi>} />
				)}
			</h1>
			{parent && (
				<div class="enclosure">
					<Letter post={parent} now={now} server={server} />
				</div>
			)}
			<Compose
				compose={compose}
				server={server}
				now={now}
				label={parent ? t("Your answer") : t("What would you like to say?")}
				title={!parent}
			/>
		</Layout>
	)
}
