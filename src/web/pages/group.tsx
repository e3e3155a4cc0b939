import { raw } from "hono/html"
import { Door } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { Conversations } from "./conversations.tsx"
import { FeedHead } from "./feed-links.tsx"
import { HowToJoin } from "./how-to-join.tsx"
import { languageTag, OutsideLink } from "./outside-link.tsx"
import { Rules } from "./reading/about.tsx"
import { PreviewHead, type PreviewView } from "./reading/preview.tsx"
import { Tabs } from "./reading/tabs.tsx"
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
	/** For a group that wants to be found. */
	preview?: PreviewView
	/** When whoever is signed in last looked at it. */
	since?: Date
	/** How whoever is signed in stands to it. */
	membership?: MembershipView
	/** Which server somebody last said their account is on. */
	home?: string
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

const porchClass = ({ image }: GroupView, first: boolean): string =>
	first ? (image ? "panel porch pictured" : "panel porch") : "panel porch small"

type PorchProps = Pick<GroupPageProps, "group" | "first" | "server" | "membership">

const Porch = ({ group, first, server, membership }: PorchProps) => (
	<header class={porchClass(group, first)}>
		{first && group.image && <img class="wide" src={group.image} alt="" width={1500} height={500} />}
		{group.icon ? (
			<img class="own" src={group.icon} alt="" width={96} height={96} />
		) : (
			<Door handle={group.handle} hue={group.hue} />
		)}
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

/** What somebody reads at the door of a group that is for its own people. */
const Closed = () => (
	<p class="lede section">{t("What is said behind this door is for the people in the group.")}</p>
)

/** Whether whoever looks may read what is said: in public, or as one of the group's own people. */
const isInside = ({ group, membership }: GroupPageProps): boolean =>
	group.visibility === "public" || ["member", "host", "owner"].includes(membership?.state ?? "none")

/** A group's door and what is going on behind it: newest activity first, and an end. */
export const GroupPage = (props: GroupPageProps) => {
	const { server, group, first, membership } = props
	const inside = isInside(props)
	return (
		<Layout
			title={first ? group.name : t("Earlier in {{group}}", { group: group.name })}
			server={server}
			hue={group.hue}
			head={
				first && (
					<>
						<link rel="alternate" type="application/activity+json" href={group.actorUri} />
						{props.preview && <PreviewHead preview={props.preview} server={server} />}
						{group.feeds && <FeedHead of={group.feeds} title={group.name} />}
					</>
				)
			}
		>
			<Porch group={group} first={first} server={server} membership={membership} />
			{inside && !group.elsewhere && <Tabs handle={group.handle} {...(first && { here: "talk" })} />}
			{inside ? <Conversations {...props} /> : <Closed />}
			{first && group.elsewhere ? (
				<>
					{membership && <Membership group={group} membership={membership} />}
					<Elsewhere group={group} server={server} />
				</>
			) : first ? (
				<>
					{!group.movedTo && (!membership || membership.state === "none") && <Rules group={group} />}
					{!membership && !group.movedTo && <HowToJoin group={group} home={props.home ?? ""} />}
					{membership && <Membership group={group} membership={membership} />}
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
