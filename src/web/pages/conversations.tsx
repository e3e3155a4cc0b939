import { Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Names } from "./names.tsx"
import { languageTag } from "./outside-link.tsx"
import type { Conversation, GroupView } from "./views.ts"
import { When } from "./when.tsx"

const Words = ({ said }: { said: Conversation }) => {
	const lang = languageTag(said.language)
	const excerpt = said.contentWarning
		? t("Content note: {{note}}", { note: said.contentWarning })
		: said.excerpt
	const link = said.title || excerpt || t("A post by {{author}}", { author: said.author.name })
	return (
		<>
			<h3 dir="auto" lang={lang}>
				<a href={said.href}>{link}</a>
			</h3>
			{said.title && excerpt && (
				<p class="said" dir="auto" lang={lang}>
					{excerpt}
				</p>
			)}
		</>
	)
}

/** One conversation, or one post, by its first words. */
export const ConversationItem = ({ said, now }: { said: Conversation; now: Date }) => (
	<li>
		<Words said={said} />
		<p class="quiet">
			<Say
				text="{{author}}, {{when}}"
				author={<bdi class="name">{said.author.name}</bdi>}
				when={<When at={said.at} now={now} />}
			/>
			{said.repliedBy.length > 0 && (
				<>
					{" · "}
					<Say
						text="{{people}} replied, {{when}}"
						people={<Names of={said.repliedBy} />}
						when={<When at={said.activeAt} now={now} />}
					/>
				</>
			)}
		</p>
	</li>
)

const Quiet = ({ group }: { group: GroupView }) => (
	<div class="quiet-room">
		<p class="lede">{t("Nobody has said anything yet. The fire is lit and the good chair is free.")}</p>
		<p>
			{group.posting === "moderators"
				? t("The people who look after this group will begin; follow it and you will hear them.")
				: t(
						"Somebody has to begin. Say what you are reading, cooking, mending or wondering about; how to do that is just below.",
					)}
		</p>
	</div>
)

type ConversationsProps = {
	group: GroupView
	conversations: Conversation[]
	/** Address of the page with older ones, if there are any. */
	next?: string
	first: boolean
	/** When whoever reads last looked: what moved since stands above the line. */
	since?: Date
	now: Date
}

const Seen = ({ since, now }: { since: Date; now: Date }) => (
	<li class="divider">
		<p>
			<Say text="New since {{when}}, up to here" when={<When at={since} now={now} />} />
		</p>
	</li>
)

/** What is going on in a group, newest activity first, and an end. */
export const Conversations = ({ group, conversations, next, first, since, now }: ConversationsProps) => {
	const path = group.elsewhere?.path ?? `/@${group.handle}`
	const seen = since ? conversations.findIndex(({ activeAt }) => activeAt <= since) : -1
	return (
		<section class="section" aria-labelledby="talk">
			<div class="shelf">
				<h2 id="talk">{first ? t("Conversations") : t("Earlier conversations")}</h2>
				{conversations.length > 0 && (
					<p>
						<a href={`${path}/search`}>{t("Search")}</a>
						<a href={`${path}/w`}>{t("Week by week")}</a>
					</p>
				)}
			</div>
			{conversations.length === 0 && first ? (
				<Quiet group={group} />
			) : (
				<ol class="conversations">
					{conversations.map((said, index) => (
						<>
							{since && seen > 0 && index === seen && <Seen since={since} now={now} />}
							<ConversationItem said={said} now={now} />
						</>
					))}
				</ol>
			)}
			{next ? (
				<p class="older">
					<a class="plain" href={next} rel="next">
						{t("Older conversations")}
					</a>
				</p>
			) : (
				conversations.length > 0 && (
					<>
						<Flower />
						<p class="caught-up">{first ? t("You’re caught up.") : t("That is where it began.")}</p>
					</>
				)
			)}
		</section>
	)
}
