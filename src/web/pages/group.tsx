import { raw } from "hono/html"
import { Door } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { Conversations } from "./conversations.tsx"
import { FeedHead, FeedLinks } from "./feed-links.tsx"
import { HowToJoin } from "./how-to-join.tsx"
import { languageTag, OutsideLink } from "./outside-link.tsx"
import { Membership, PorchDoor } from "./speaking/membership.tsx"
import type { MembershipView } from "./speaking/views.ts"
import type { Conversation, GroupView, PersonView } from "./views.ts"

export type GroupPageProps = {
	server: ServerView
	group: GroupView
	conversations: Conversation[]
	/** Address of the page with older conversations, if there are any. */
	next?: string
	/** Whether this is the newest page: only it carries the way in, the rules and the hosts. */
	first: boolean
	/** How whoever is signed in stands to it. */
	membership?: MembershipView
	now: Date
}

/** What hangs on the door of a group that lives elsewhere now. */
const Moved = ({ to, server }: { to: PersonView; server: ServerView }) => (
	<p class="lede">
		<Say
			text="The group has moved. It lives at {{address}} now; follow it there. What was said here stays, and nothing new is taken."
			address={
				<OutsideLink href={to.url} server={server}>
					<bdi>{to.handle}</bdi>
				</OutsideLink>
			}
		/>
	</p>
)

type PorchProps = Pick<GroupPageProps, "group" | "first" | "server" | "membership">

const Porch = ({ group, first, server, membership }: PorchProps) => (
	<header class={first ? "panel porch" : "panel porch small"}>
		<Door handle={group.handle} hue={group.hue} />
		<div>
			<h1 dir="auto" lang={languageTag(group.language)}>
				{group.name}
			</h1>
			<p class="at">
				<Address of={`@${group.handle}@${group.host}`} />
			</p>
			{first && group.aboutHtml && (
				<div class="prose" dir="auto" lang={languageTag(group.language)}>
					{raw(group.aboutHtml)}
				</div>
			)}
			{group.movedTo && <Moved to={group.movedTo} server={server} />}
			{first && membership && <PorchDoor membership={membership} moved={Boolean(group.movedTo)} />}
			{first && !membership && !group.movedTo && !group.elsewhere && (
				<a class="button" href="#join">
					{t("How to join")}
				</a>
			)}
		</div>
	</header>
)

const Rules = ({ group }: { group: GroupView }) => (
	<section class="section" aria-labelledby="rules">
		<h2 id="rules">{t("How we talk here")}</h2>
		{group.rulesHtml ? (
			<div class="prose" dir="auto" lang={languageTag(group.language)}>
				{raw(group.rulesHtml)}
			</div>
		) : (
			<p>{t("This group has not written rules down. Be as kind as you would be in somebody’s kitchen.")}</p>
		)}
	</section>
)

const Hosts = ({ group, server }: { group: GroupView; server: ServerView }) => (
	<section class="section" aria-labelledby="hosts">
		<h2 id="hosts">{t("Who looks after it")}</h2>
		{group.moderators && group.moderators.length > 0 && (
			<ul class="hosts">
				{group.moderators.map((person) => (
					<li>
						<OutsideLink class="plain" href={person.url} server={server}>
							<bdi>{person.name}</bdi>
						</OutsideLink>{" "}
						<Address class="handle" of={person.handle} />
					</li>
				))}
			</ul>
		)}
		<p>
			<Say
				text="{{group}} lives on {{server}} and is looked after by its own people. What is said here is public: anybody may read this page, and every server where somebody follows the group receives its posts."
				group={<bdi>{group.name}</bdi>}
				server={<bdi>{server.name}</bdi>}
			/>
		</p>
		{group.feeds && <FeedLinks of={group.feeds} />}
		<p>
			<a class="plain" href={`/@${group.handle}/decisions`}>
				{t("What they decided, and why")}
			</a>
		</p>
	</section>
)

/** A group that somebody here follows, and that other people look after. */
const Elsewhere = ({ group, server }: { group: GroupView; server: ServerView }) => (
	<section class="section" aria-labelledby="elsewhere">
		<h2 id="elsewhere">{t("Where it lives")}</h2>
		<p>
			<Say
				text="{{group}} is a group of another server, {{host}}, which decides what it shares. This page is for people with an account here, and shows what was heard of it."
				group={<bdi>{group.name}</bdi>}
				host={<bdi>{group.host}</bdi>}
			/>
		</p>
		<p>
			<OutsideLink class="plain" href={group.elsewhere?.url ?? ""} server={server}>
				{t("Visit it there")}
			</OutsideLink>
		</p>
	</section>
)

/** A group's door and what is going on behind it: newest activity first, and an end. */
export const GroupPage = (props: GroupPageProps) => {
	const { server, group, first, membership } = props
	return (
		<Layout
			title={first ? group.name : t("Earlier in {{group}}", { group: group.name })}
			server={server}
			hue={group.hue}
			head={
				first && (
					<>
						<link rel="alternate" type="application/activity+json" href={group.actorUri} />
						{group.feeds && <FeedHead of={group.feeds} title={group.name} />}
					</>
				)
			}
		>
			<Porch group={group} first={first} server={server} membership={membership} />
			<Conversations {...props} />
			{first && group.elsewhere ? (
				<>
					{membership && <Membership group={group} membership={membership} />}
					<Elsewhere group={group} server={server} />
				</>
			) : first ? (
				<>
					{!membership && !group.movedTo && <HowToJoin group={group} />}
					<Rules group={group} />
					{membership && <Membership group={group} membership={membership} />}
					<Hosts group={group} server={server} />
				</>
			) : (
				<p class="older">
					<a class="plain" href={group.elsewhere?.path ?? `/@${group.handle}`}>
						{t("Back to the newest")}
					</a>
				</p>
			)}
		</Layout>
	)
}
