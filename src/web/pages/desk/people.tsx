import { Address } from "../address.tsx"
import { When } from "../when.tsx"
import { Deed, Line, Reason } from "./deed.tsx"
import type { DeskPageProps, DeskPerson } from "./views.ts"

type BanProps = { group: DeskPageProps["group"]; about: string; person?: DeskPerson }

/** Bans somebody who is named, or whoever is typed. */
export const BanDeed = ({ group, about, person }: BanProps) => (
	<Deed
		group={group}
		deed="ban"
		about={about}
		given={person ? { person: person.id } : {}}
		label={person ? `Ban ${person.name}` : "Ban them"}
		effect="They leave the group at once, and their server is told that they follow no more; what they send is not taken. What they posted stays until you take it out. The ban and your reason are public."
	>
		{!person && (
			<Line
				name="person"
				label="Who?"
				hint="In full: @bob@social.example"
				required
				longest={300}
				list="people-here"
				exact
			/>
		)}
		<Reason required />
		<Line
			name="until"
			type="date"
			label="Until which day?"
			hint="Leave it empty for good. They may come back on that day."
		/>
	</Deed>
)

/** Who is banned, and the form to ban somebody of whom nothing is on this page. */
export const People = ({ group, people, banned, now, server }: DeskPageProps) => (
	<section class="section" aria-labelledby="people">
		<h2 id="people">People</h2>
		{banned.length === 0 && <p>Nobody is banned.</p>}
		<ul class="slips small">
			{banned.map(({ person, until, reason }) => (
				<li>
					<p>
						<bdi class="name">{person.name}</bdi> <Address class="handle" of={person.handle} /> is banned
						{until ? (
							<>
								{" until "}
								<When at={until} now={now} server={server} />
							</>
						) : (
							" for good"
						)}
						.
					</p>
					{reason && <p class="why" dir="auto">{`Because: ${reason}`}</p>}
					<Deed
						group={group}
						deed="lift"
						about={person.id}
						given={{ person: person.id }}
						label={`Lift the ban on ${person.name}`}
						effect="They may follow again, by themselves; nobody is added. Lemmy and its kin are told. That it was lifted is public."
					/>
				</li>
			))}
		</ul>
		<datalist id="people-here">
			{people.map((handle) => (
				<option value={handle} />
			))}
		</datalist>
		<details class="fold">
			<summary>Ban somebody</summary>
			<BanDeed group={group} about="somebody" />
		</details>
	</section>
)
