import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Address } from "../address.tsx"
import { OutsideLink } from "../outside-link.tsx"
import { Portrait } from "../portrait.tsx"
import { Pronouns } from "../pronouns.tsx"
import type { PersonView } from "../views.ts"
import { RoomPage, type RoomProps } from "./tabs.tsx"

/** Somebody in a group: one line of what they say of themselves, and whether they help to look after it. */
export type MemberView = PersonView & { line: string; host: boolean; local: boolean }

export type PeoplePageProps = RoomProps & {
	people: MemberView[]
	/** Whether the list is of everybody, or only of those who look after the group. */
	all: boolean
	/** Address of the page with those after them, if there are any. */
	next?: string
	first: boolean
}

const Person = ({ person, server }: { person: MemberView; server: RoomProps["server"] }) => (
	<li>
		<Portrait of={person} />
		{person.local ? (
			<a class="plain name" href={person.url}>
				<bdi>{person.name}</bdi>
			</a>
		) : (
			<OutsideLink class="plain name" href={person.url} server={server}>
				<bdi>{person.name}</bdi>
			</OutsideLink>
		)}{" "}
		<Pronouns of={person} />
		<Address class="handle" of={person.handle} />
		{person.line && (
			<p class="said" dir="auto">
				{person.line}
			</p>
		)}
		{person.host && <p class="quiet">{t("Helps to look after the group")}</p>}
	</li>
)

/** Who is in a group, by name, as far as whoever looks may know. */
export const PeoplePage = ({ server, group, people, all, next, first }: PeoplePageProps) => (
	<RoomPage
		title={t("People in {{group}}", { group: group.name })}
		server={server}
		group={group}
		here="people"
	>
		<h1 class="title">{t("People")}</h1>
		{first && (
			<p>
				{all
					? t("Everybody who belongs to the group, by name. Only people in the group see this list.")
					: t("These people look after the group. Who else belongs to it, only its own people see.")}
			</p>
		)}
		{people.length > 0 && (
			<ol class="people">
				{people.map((person) => (
					<Person person={person} server={server} />
				))}
			</ol>
		)}
		{next ? (
			<p class="older">
				<a class="plain" href={next} rel="next">
					{t("More people")}
				</a>
			</p>
		) : (
			<>
				<Flower />
				<p class="caught-up">
					{people.length === 0
						? t("Nobody to name here.")
						: all
							? t("That is everybody.")
							: t("Come in and meet the others.")}
				</p>
			</>
		)}
		{!first && (
			<p class="older">
				<a class="plain" href={`/@${group.handle}/people`}>
					{t("Back to the first names")}
				</a>
			</p>
		)}
	</RoomPage>
)
