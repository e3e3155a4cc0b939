import { Door, Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout } from "../../layout.tsx"
import { Filters, Servers } from "./keeping-out.tsx"
import { People } from "./people.tsx"
import { Piles, TurnedAway } from "./piles.tsx"
import { Talk } from "./talk.tsx"
import type { DeskPageProps } from "./views.ts"
import { Waiting } from "./waiting.tsx"

/** Where those who look after a group see what waits, and do what there is to do: all of it on one quiet page. */
export const DeskPage = (props: DeskPageProps) => {
	const { server, group, done, refused } = props
	return (
		<Layout
			title={
				refused
					? t("Not done: the desk of {{group}}", { group: group.name })
					: t("The desk of {{group}}", { group: group.name })
			}
			server={server}
			hue={group.hue}
		>
			<nav class="back" aria-label={t("The group")}>
				<a href={`/@${group.handle}`}>
					<Door handle={group.handle} hue={group.hue} />
					<bdi>{group.name}</bdi>
				</a>
			</nav>
			<h1 class="title">{t("The desk")}</h1>
			{done && (
				<p class="done" role="status">
					{done}
				</p>
			)}
			{refused && (
				<p class="alarm" role="alert">
					{t(refused)}
				</p>
			)}
			<Waiting {...props}>
				<Piles {...props} />
			</Waiting>
			<Flower />
			<Talk {...props} />
			<TurnedAway {...props} />
			<People {...props} />
			<Filters {...props} />
			<Servers {...props} />
			<p class="older">
				<a class="plain" href={`/@${group.handle}/decisions`}>
					{t("What everybody can read of your decisions")}
				</a>
			</p>
		</Layout>
	)
}
