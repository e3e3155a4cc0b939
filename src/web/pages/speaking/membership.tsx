import { raw } from "hono/html"
import { Say, t } from "../../language.tsx"
import { Address } from "../address.tsx"
import { languageTag } from "../outside-link.tsx"
import type { GroupView } from "../views.ts"
import type { MembershipView } from "./views.ts"

type Props = { group: GroupView; membership: MembershipView }

const Join = ({ group, membership }: Props) => (
	<>
		<p>
			{membership.home ? (
				<Say
					text="Your own server, {{host}}, asks you once more, and then you are in."
					host={<bdi>{membership.home}</bdi>}
				/>
			) : group.elsewhere ? (
				<Say
					text="You follow the group from here, with your account on this server: its server, {{host}}, is asked, and what it shares then stands on this page."
					host={<bdi>{group.host}</bdi>}
				/>
			) : group.joining === "open" ? (
				t(
					"One press and you are in, with your account on this server. Everybody in the group can see your name.",
				)
			) : (
				t(
					"You can read along at once; somebody who looks after the group then welcomes you as a member. They see your name.",
				)
			)}
		</p>
		{!group.elsewhere && group.rulesHtml && <p>{t("By joining you say yes to the rules above.")}</p>}
		<form method="post" action={`${membership.path}/join`}>
			<button class="button" type="submit">
				{membership.home
					? t("Join from there")
					: group.elsewhere
						? t("Follow the group")
						: t("Join the group")}
			</button>
		</form>
	</>
)

const Standing = ({ group, membership: { state } }: Props) => (
	<p>
		{state === "asked"
			? group.elsewhere
				? t("Its server was asked, and has not answered yet.")
				: group.joining === "open"
					? t(
							"All places are taken just now. You read along and stand in line; the next one that is free for you is yours.",
						)
					: t("You follow along, and asked to be a member. Somebody who looks after the group will answer.")
			: state === "follower"
				? t("You follow the group.")
				: state === "member"
					? group.elsewhere
						? t("You follow the group.")
						: t("You are a member.")
					: t("You help to look after the group.")}
	</p>
)

/** What the group says to those who came in. */
const Welcome = ({ group, membership: { welcomeHtml } }: Props) =>
	welcomeHtml ? (
		<div class="prose welcome" dir="auto" lang={languageTag(group.language)}>
			{raw(welcomeHtml)}
		</div>
	) : null

/** How somebody who is signed in stands to a group: the way in, or the way out. */
export const Membership = (props: Props) => {
	const { state, path } = props.membership
	if (props.group.movedTo && state === "none") return null
	return (
		<section class="section panel join" id="join" aria-labelledby="join-title">
			<h2 id="join-title">{state === "none" ? t("Come in") : t("You and the group")}</h2>
			<Welcome {...props} />
			{state === "none" ? <Join {...props} /> : <Standing {...props} />}
			{state !== "none" && props.membership.home && (
				<p>
					<Say
						text="To say something, write a post on {{host}} that mentions {{address}}."
						host={<bdi>{props.membership.home}</bdi>}
						address={<Address class="name" of={`@${props.group.handle}@${props.group.host}`} />}
					/>
				</p>
			)}
			{state !== "none" && !props.group.elsewhere && (
				<p>
					<a class="plain" href={`${path}/me`}>
						{t("What you are called here")}
					</a>
				</p>
			)}
			{(state === "host" || state === "owner") && !props.group.elsewhere && (
				<p>
					<a class="plain" href={`${path}/desk`}>
						{t("The desk")}
					</a>{" "}
					<a class="plain" href={`${path}/settings`}>
						{t("Settings of the group")}
					</a>
				</p>
			)}
			{state === "owner" && (
				<p>{t("To leave, hand the group over first: a last owner stays until somebody else is one.")}</p>
			)}
			{state !== "none" && state !== "owner" && (
				<details class="fold">
					<summary>{state === "asked" ? t("Think again") : t("Leave the group")}</summary>
					<p>
						{t(
							"Nothing more of it reaches you. What you said stays, and you can come back by the same door.",
						)}
					</p>
					<form method="post" action={`${path}/leave`}>
						<button class="button second" type="submit">
							{t("Leave the group")}
						</button>
					</form>
				</details>
			)}
		</section>
	)
}

/** On the group's own door: the way to say something, or the way in. */
export const PorchDoor = ({ membership, moved }: { membership: MembershipView; moved: boolean }) =>
	membership.mayWrite ? (
		<a class="button" href={`${membership.path}/write`}>
			{t("Say something")}
		</a>
	) : membership.state === "none" && !moved ? (
		<a class="button" href="#join">
			{t("Come in")}
		</a>
	) : null
