import type { Role } from "../../../groups/member.ts"
import { limits } from "../../../limits.ts"
import { Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout } from "../../layout.tsx"
import { Address } from "../address.tsx"
import type { PersonView } from "../views.ts"
import type { GroupSetting } from "./frame.tsx"
import { roleName } from "./keepers.tsx"

export type Step = "promote" | "demote" | "hand-over"
export type OnePersonPageProps = GroupSetting & {
	person: PersonView & { id: string; local: boolean }
	role: Role
	/** What whoever looks may make of them. */
	steps: Step[]
	/** It is whoever looks. */
	yours: boolean
}

type Told = { title: string; effect: string; button: string }

const up = (role: Role): Told | null => {
	if (role === "follower")
		return {
			title: t("Make them a member"),
			effect: t("They may write where only members may, and see who else is in the group. Nobody is told."),
			button: t("Make them a member"),
		}
	if (role === "member")
		return {
			title: t("Make them a moderator"),
			effect: t(
				"They come to the desk: they see reports and what waits, take posts out, ban people, and change what stands on the door. Everybody can see that they help to look after the group. You can take it back.",
			),
			button: t("Make them a moderator"),
		}
	return role === "moderator"
		? {
				title: t("Make them an owner, too"),
				effect: t(
					"They may do whatever you may: change the rules, appoint and dismiss, hand the group over and close it. They could dismiss you, too.",
				),
				button: t("Make them an owner"),
			}
		: null
}

const down = (role: Role, yours: boolean): Told | null => {
	if (role === "owner")
		return {
			title: yours ? t("Be a moderator only") : t("Make them a moderator only"),
			effect: t(
				"From then on another owner decides who does what. It takes another owner, so that the group keeps one.",
			),
			button: yours ? t("Step down") : t("Make them a moderator"),
		}
	if (role === "moderator")
		return {
			title: yours ? t("Look after the group no longer") : t("Let them look after the group no longer"),
			effect: t(
				"The desk is closed from that moment, and everybody can see it. The place as a member stays.",
			),
			button: yours ? t("Step down") : t("Make them a member again"),
		}
	return role === "member"
		? {
				title: t("Make them a follower"),
				effect: t(
					"They read along as before. They write only where followers may, and see the others no longer.",
				),
				button: t("Make them a follower"),
			}
		: null
}

const over = (local: boolean): Told => ({
	title: t("Hand the group over to them"),
	effect: local
		? t(
				"They become its owner in your place, at once; you stay as a moderator. Only they can give it back, so ask them first.",
			)
		: t(
				"They become its owner in your place, at once; you stay as a moderator. Their account is on another server: they look after people and posts from there, and for these settings they ask whoever runs this server.",
			),
	button: t("Hand it over"),
})

const Panel = ({ props, step, told }: { props: OnePersonPageProps; step: Step; told: Told | null }) =>
	told && (
		<section class="panel section" aria-labelledby={step}>
			<h2 id={step}>{told.title}</h2>
			<p>{told.effect}</p>
			<form method="post" action={`/@${props.group.handle}/settings/people/${props.person.id}/${step}`}>
				<input type="hidden" name="seen" value={props.role} />
				<div class="field">
					<label for={`${step}-reason`}>{t("Why? If you like: the reason is public.")}</label>
					<input
						id={`${step}-reason`}
						name="reason"
						maxlength={limits.reason}
						dir="auto"
						autocomplete="off"
					/>
				</div>
				<button class={step === "promote" ? "button" : "button second"} type="submit">
					{told.button}
				</button>
			</form>
		</section>
	)

/** What somebody is in a group, and each step they could take, with what it means before it is done. */
export const OnePersonPage = (props: OnePersonPageProps) => {
	const { server, group, person, role, steps, yours, wrong } = props
	const told = { promote: up(role), demote: down(role, yours), "hand-over": over(person.local) }
	return (
		<Layout title={`${person.name} · ${group.name}`} server={server} hue={group.hue}>
			<nav class="back" aria-label={t("Settings of the group")}>
				<a href={`/@${group.handle}/settings/people`}>{t("Who looks after it")}</a>
			</nav>
			<h1 class="title">
				<bdi>{person.name}</bdi>
			</h1>
			<p>
				<Address class="handle" of={person.handle} />
			</p>
			{wrong && (
				<p class="alarm" role="alert">
					{t(wrong)}
				</p>
			)}
			<p class="lede">
				<Say text="In {{group}}: {{role}}" group={<bdi>{group.name}</bdi>} role={roleName(role)} />
			</p>
			{steps.map((step) => (
				<Panel props={props} step={step} told={told[step]} />
			))}
			{steps.length === 0 && <p>{t("There is nothing here that you could change about that.")}</p>}
			<Flower />
		</Layout>
	)
}
