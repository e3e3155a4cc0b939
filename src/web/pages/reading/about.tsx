import { raw } from "hono/html"
import type { Child } from "hono/jsx"
import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { listOf } from "../../words.ts"
import { Address } from "../address.tsx"
import { FeedHead, FeedLinks } from "../feed-links.tsx"
import { languageTag, OutsideLink } from "../outside-link.tsx"
import { Pronouns } from "../pronouns.tsx"
import type { GroupView } from "../views.ts"
import { When } from "../when.tsx"
import { RoomPage, type RoomProps } from "./tabs.tsx"

export type GroupAboutProps = {
	server: RoomProps["server"]
	group: GroupView
	openedAt: Date
	/** Some of the servers that hear the group, for its own people; missing for everybody else. */
	servers?: string[]
	now: Date
}

const Section = ({ id, title, children }: { id: string; title: string; children?: Child }) => (
	<section class="section" aria-labelledby={id}>
		<h2 id={id}>{title}</h2>
		{children}
	</section>
)

/** What the group asks of those who talk in it. */
export const Rules = ({
	group,
}: {
	group: Pick<GroupView, "rulesHtml" | "language" | "handle" | "machine">
}) => (
	<Section id="rules" title={t("How we talk here")}>
		{group.rulesHtml ? (
			<div class="prose" dir="auto" lang={languageTag(group.language)}>
				{raw(group.rulesHtml)}
			</div>
		) : (
			<p>{t("This group has not written rules down. Be as kind as you would be in somebody’s kitchen.")}</p>
		)}
		{group.machine && group.machine.length > 0 && (
			<>
				<p>{t("Before a post is shared, a machine looks at this:")}</p>
				<ul>
					{group.machine.map((sentence) => (
						<li>{sentence}</li>
					))}
				</ul>
				<p>
					<a class="plain" href={`/@${group.handle}/about/rules`}>
						{t("How these rules came to be")}
					</a>
				</p>
			</>
		)}
	</Section>
)

const Hosts = ({ group, server }: GroupAboutProps) => (
	<Section id="hosts" title={t("Who looks after it")}>
		{group.moderators && group.moderators.length > 0 && (
			<ul class="hosts">
				{group.moderators.map((person) => (
					<li>
						<OutsideLink class="plain" href={person.url} server={server}>
							<bdi>{person.name}</bdi>
						</OutsideLink>{" "}
						<Pronouns of={person} />
						<Address class="handle" of={person.handle} />
					</li>
				))}
			</ul>
		)}
		<p>
			<Say
				text="{{group}} lives on {{server}} and is looked after by its own people."
				group={<bdi>{group.name}</bdi>}
				server={<bdi>{server.name}</bdi>}
			/>
		</p>
		<p>
			<a href={`/@${group.handle}/letter`}>{t("Write to those who look after it")}</a>
		</p>
	</Section>
)

const Names = ({ of: names }: { of: string[] }) => (
	<>{listOf(names).map(({ text, joint }) => (joint ? text : <bdi>{text}</bdi>))}</>
)

const Readers = ({ group, servers }: GroupAboutProps) => (
	<Section id="readers" title={t("Who can read it")}>
		{group.visibility === "private" ? (
			<p>
				{t(
					"What is said here is for the people in the group. Nobody else can read it, find it or learn of it here; it travels only to the servers of people who belong to it.",
				)}
			</p>
		) : (
			<p>
				{t(
					"Everybody. What is said here can be read on these pages without an account, and travels to every server where somebody follows the group. Those servers keep copies, and most of them follow when something is changed or taken back; nobody can promise it for them.",
				)}
			</p>
		)}
		{servers && servers.length > 0 && (
			<p>
				<Say text="Just now it is heard on {{servers}}." servers={<Names of={servers} />} />
			</p>
		)}
	</Section>
)

const joining = (group: GroupView): string =>
	group.joining === "open"
		? t("Whoever follows the group belongs to it.")
		: t(
				"Whoever follows the group can read along; somebody who looks after it then welcomes them as a member.",
			)

const beginning: Record<GroupView["posting"], () => string> = {
	anyone: () => t("Anybody may begin a conversation."),
	followers: () => t("Everybody who follows may begin a conversation."),
	members: () => t("Members begin conversations."),
	moderators: () => t("The people who look after the group begin the conversations; others answer."),
}

const WayIn = ({ group }: { group: GroupView }) => (
	<Section id="way-in" title={t("How people come in")}>
		<p>
			{joining(group)} {beginning[group.posting]()}
		</p>
		{!group.movedTo && (
			<p>
				<a class="plain" href={`/@${group.handle}#join`}>
					{t("To the door")}
				</a>
			</p>
		)}
	</Section>
)

const Apps = ({ group, server, openedAt, now }: GroupAboutProps) => (
	<Section id="apps" title={t("For apps and other servers")}>
		<dl class="lines">
			<div>
				<dt>{t("Its address")}</dt>
				<dd>
					<Address of={`@${group.handle}@${group.host}`} />
				</dd>
			</div>
			<div>
				<dt>{t("On Lemmy and its kin")}</dt>
				<dd>
					<Address of={`!${group.handle}@${group.host}`} />
				</dd>
			</div>
			<div>
				<dt>{t("Its permanent name")}</dt>
				<dd dir="ltr">{group.actorUri}</dd>
			</div>
			<div>
				<dt>{t("Open since")}</dt>
				<dd>
					<When at={openedAt} now={now} />
				</dd>
			</div>
		</dl>
		{group.feeds && <FeedLinks of={group.feeds} />}
		{!group.feeds && server.you && (
			<p>
				<a class="plain" href="/settings/feeds">
					{t("Read along in a feed reader.")}
				</a>
			</p>
		)}
	</Section>
)

/** What a group is, how it talks, who looks after it, who can read it, and how people come in. */
export const GroupAboutPage = (props: GroupAboutProps) => {
	const { server, group } = props
	return (
		<RoomPage
			title={t("About {{group}}", { group: group.name })}
			server={server}
			group={group}
			here="about"
			head={group.feeds && <FeedHead of={group.feeds} title={group.name} />}
		>
			<h1 class="title">
				<Say text="About {{group}}" group={<bdi>{group.name}</bdi>} />
			</h1>
			{group.aboutHtml && (
				<div class="prose lede" dir="auto" lang={languageTag(group.language)}>
					{raw(group.aboutHtml)}
				</div>
			)}
			<Rules group={group} />
			<Hosts {...props} />
			<Readers {...props} />
			<WayIn group={group} />
			<Apps {...props} />
			<Flower />
		</RoomPage>
	)
}
