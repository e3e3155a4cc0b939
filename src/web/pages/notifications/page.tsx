import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import type { NewsView } from "../../notifications/views.ts"
import { dayName } from "../../words.ts"
import { languageTag } from "../outside-link.tsx"
import { When } from "../when.tsx"
import { NewsSentence } from "./sentences.tsx"

export type NotificationsPageProps = {
	server: ServerView
	news: NewsView[]
	/** Since when things are new to whoever reads; null when everything is, or nothing. */
	newSince: Date | null
	/** Address of the page with what happened before. */
	next?: string
	first: boolean
	now: Date
}

/** What was said, or why it was decided so; it leads to where that can be seen. */
const Words = ({ news }: { news: NewsView }) => {
	if ("event" in news) {
		const { reason } = news.event
		return (
			<>
				{news.own && (
					<blockquote class="own" dir="auto">
						{news.own}
					</blockquote>
				)}
				{reason && <p class="why">{t(reason)}</p>}
				{news.appeal && (
					<p>
						<a class="plain" href={news.appeal}>
							{t("Ask for another look")}
						</a>
					</p>
				)}
				{news.href && (
					<p>
						<a class="plain" href={news.href}>
							{t("Have a look")}
						</a>
					</p>
				)}
			</>
		)
	}
	const words = news.covered ? t("Content note: {{note}}", { note: news.words }) : news.words
	return (
		<p class="words" dir="auto" lang={languageTag(news.language)}>
			<a href={news.href}>{words || t("A post by {{author}}", { author: news.who })}</a>
		</p>
	)
}

const Item = ({ news, now }: { news: NewsView; now: Date }) => (
	<li>
		<p>
			<NewsSentence news={news} now={now} />
		</p>
		<Words news={news} />
		<p class="quiet">
			<When at={news.at} now={now} />
		</p>
	</li>
)

type Stretch = { day: string; begins: boolean; seen: boolean; news: NewsView[] }

/** What belongs to one day and is new or is not; the line between new and seen may go through a day. */
const stretches = ({ news, newSince, now }: NotificationsPageProps): Stretch[] => {
	const all: Stretch[] = []
	for (const one of news) {
		const day = dayName(one.at, now)
		const seen = newSince !== null && one.at <= newSince
		const last = all.at(-1)
		if (last?.day === day && last.seen === seen) last.news.push(one)
		else all.push({ day, begins: last?.day !== day, seen, news: [one] })
	}
	return all
}

const Divided = (props: NotificationsPageProps) => {
	const all = stretches(props)
	return (
		<>
			{all.map(({ day, begins, seen, news }, n) => (
				<>
					{seen && n > 0 && !all[n - 1]!.seen && (
						<p class="seen">
							<span>{t("You have seen what stands below.")}</span>
						</p>
					)}
					{begins && <h2 class="news-day">{day}</h2>}
					<ul class="news-list">
						{news.map((one) => (
							<Item news={one} now={props.now} />
						))}
					</ul>
				</>
			))}
		</>
	)
}

/** What happened to somebody: who answered or named them, and what was decided about them. */
export const NotificationsPage = (props: NotificationsPageProps) => (
	<Layout title={t("Notifications")} server={props.server}>
		<h1 class="title">{t("Notifications")}</h1>
		{props.news.length === 0 && props.first ? (
			<p class="lede">
				{t(
					"All is quiet. When somebody answers or names you, or something is decided about you, it stands here.",
				)}
			</p>
		) : (
			<Divided {...props} />
		)}
		{props.next ? (
			<p class="older">
				<a class="plain" href={props.next} rel="next">
					{t("Earlier")}
				</a>
			</p>
		) : (
			<>
				<Flower />
				{props.news.length > 0 && <p class="caught-up">{t("That is all of the last three months.")}</p>}
			</>
		)}
		<p>
			<a class="plain" href="/settings/notifications">
				{t("How much you want to hear, and how.")}
			</a>
		</p>
	</Layout>
)
