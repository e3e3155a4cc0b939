import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { ConversationItem } from "../conversations.tsx"
import type { Conversation } from "../views.ts"
import { RoomPage, type RoomProps } from "./tabs.tsx"

type WeekLink = { href: string; days: string }

export type WeekPageProps = RoomProps & {
	group: { path: string }
	/** Its days: "16–22 November 2026". */
	days: string
	conversations: Conversation[]
	/** Address of the rest of the week, if there is more of it. */
	next?: string
	/** The nearest weeks in which something was begun. */
	earlier?: WeekLink
	later?: WeekLink
	now: Date
}

const Neighbours = ({ earlier, later }: Pick<WeekPageProps, "earlier" | "later">) => (
	<nav class="weeks" aria-label={t("Other weeks")}>
		{earlier && (
			<a class="plain" href={earlier.href} rel="prev">
				<span>
					<Say text="Before: {{days}}" days={<bdi>{earlier.days}</bdi>} />
				</span>
			</a>
		)}
		{later && (
			<a class="plain" href={later.href} rel="next">
				<span>
					<Say text="After: {{days}}" days={<bdi>{later.days}</bdi>} />
				</span>
			</a>
		)}
	</nav>
)

/** The conversations that were begun in one week, in the order they were. */
export const WeekPage = (props: WeekPageProps) => {
	const { server, group, days, conversations, next, earlier, later, now } = props
	return (
		<RoomPage title={t("{{days}} in {{group}}", { days, group: group.name })} server={server} group={group}>
			<h1 class="title">
				<bdi>{days}</bdi>
			</h1>
			{conversations.length === 0 ? (
				<p class="lede">{t("Nobody began a conversation that week.")}</p>
			) : (
				<>
					<h2 class="quiet">{t("What was begun that week")}</h2>
					<ol class="conversations">
						{conversations.map((said) => (
							<ConversationItem said={said} now={now} />
						))}
					</ol>
				</>
			)}
			{next ? (
				<p class="older">
					<a class="plain" href={next} rel="next">
						{t("The rest of the week")}
					</a>
				</p>
			) : (
				<Flower />
			)}
			<Neighbours {...(earlier && { earlier })} {...(later && { later })} />
			<p class="older">
				<a class="plain" href={group.path}>
					{t("Back to the newest")}
				</a>
			</p>
		</RoomPage>
	)
}
