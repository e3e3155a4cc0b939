import { Door, Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout } from "../../layout.tsx"
import { Waiting } from "./cases.tsx"
import { Filters, Servers } from "./keeping-out.tsx"
import { Log, TellDone } from "./log.tsx"
import { People } from "./people.tsx"
import { Piles, TurnedAway } from "./piles.tsx"
import { Settled } from "./settled.tsx"
import { Talk } from "./talk.tsx"
import type { DeskPageProps } from "./views.ts"

/** Where those who look after a group see what waits, and do what there is to do: all of it on one quiet page. */
export const DeskPage = (props: DeskPageProps) => {
	const { server, group, refused } = props
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
			<TellDone {...props} />
			<Waiting {...props}>
				<Piles {...props} />
			</Waiting>
			<Flower />
			<Talk {...props} />
			{props.log.length > 0 && (
				<section class="section" aria-labelledby="lately">
					<h2 id="lately">{t("Decided lately")}</h2>
					<Log lines={props.log} group={group} now={props.now} />
				</section>
			)}
			<Settled {...props} />
			<TurnedAway {...props} />
			<People {...props} />
			<Filters {...props} />
			<Servers {...props} />
			<p class="older">
				<a class="plain" href={`/@${group.handle}/desk/letters`}>
					{t("Letters to the group")}
				</a>
			</p>
			<p class="older">
				<a class="plain" href={`/@${group.handle}/decisions`}>
					{t("What everybody can read of your decisions")}
				</a>
			</p>
		</Layout>
	)
}
