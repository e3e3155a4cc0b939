import type { Role } from "../../../groups/member.ts"
import { Say, t } from "../../language.tsx"
import { Address } from "../address.tsx"
import { Field } from "../field.tsx"
import type { PersonView } from "../views.ts"
import { GroupFrame, type GroupSetting } from "./frame.tsx"

export type Keeper = PersonView & { id: string; role: Role; yours: boolean }

/** What a role is called. */
export const roleName = (role: Role): string =>
	({ follower: t("Follower"), member: t("Member"), moderator: t("Moderator"), owner: t("Owner") })[role]

const Person = ({ person, at }: { person: Keeper; at: string }) => (
	<li>
		<p>
			<a class="plain name" href={`${at}/${person.id}`}>
				<bdi>{person.name}</bdi>
			</a>{" "}
			<Address class="handle" of={person.handle} />
		</p>
		<p class="quiet">
			{person.yours ? (
				<Say text="{{role}}: that is you" role={roleName(person.role)} />
			) : (
				roleName(person.role)
			)}
		</p>
	</li>
)

/** Who belongs to a group, for those who say who does what in it. */
export const KeepersPage = (props: GroupSetting & { people: Keeper[]; next?: string }) => {
	const at = `/@${props.group.handle}/settings/people`
	return (
		<GroupFrame
			{...props}
			title={t("Who looks after it")}
			lede={t(
				"Choose somebody to see what they could come to do, and what that means, before anything happens.",
			)}
		>
			<ul class="people">
				{props.people.map((person) => (
					<Person person={person} at={at} />
				))}
			</ul>
			{props.next && (
				<p class="older">
					<a class="plain" href={`${at}?after=${props.next}`} rel="next">
						{t("More people")}
					</a>
				</p>
			)}
			<form class="section" method="post" action={at} novalidate>
				<Field
					name="who"
					label={t("Somebody who is not on this page?")}
					hint={t("A name in full, like @bob@social.example; they follow the group already.")}
					autocomplete="off"
					exact
				/>
				<button class="button second" type="submit">
					{t("Find them")}
				</button>
			</form>
		</GroupFrame>
	)
}
