import { Say, t } from "../../language.tsx"
import { When } from "../when.tsx"
import { Deed, Line, Reason } from "./deed.tsx"
import { Because, Named, WhoIsMeant } from "./named.tsx"
import { PauseDeed, Paused } from "./pauses.tsx"
import type { DeskPageProps, DeskPerson } from "./views.ts"

type BanProps = { group: DeskPageProps["group"]; about: string; person?: DeskPerson }

/** Bans somebody who is named, or whoever is typed. */
export const BanDeed = ({ group, about, person }: BanProps) => (
	<Deed
		group={group}
		deed="ban"
		about={about}
		given={person ? { person: person.id } : {}}
		label={person ? t("Ban {{person}}", { person: person.name }) : t("Ban them")}
		effect={t(
			"They leave the group at once, and their server is told that they follow no more; what they send is not taken. What they posted stays until you take it out. The ban and your reason are public.",
		)}
	>
		{!person && <WhoIsMeant />}
		<Reason required />
		<Line
			name="until"
			type="date"
			label={t("Until which day?")}
			hint={t("Leave it empty for good. They may come back on that day.")}
		/>
		<label class="tick">
			<input type="checkbox" name="posts" value="1" />
			<span>
				{t(
					"Take out what they have posted here, too. Servers that follow the group are asked to do the same.",
				)}
			</span>
		</label>
	</Deed>
)

/** Who is banned, each with the way to lift it. */
export const Banned = ({ group, banned, now }: Pick<DeskPageProps, "group" | "banned" | "now">) => (
	<ul class="slips small">
		{banned.map(({ person, until, reason }) => (
			<li>
				<p>
					{until ? (
						<Say
							text="{{person}} is banned until {{when}}."
							person={<Named person={person} />}
							when={<When at={until} now={now} />}
						/>
					) : (
						<Say text="{{person}} is banned for good." person={<Named person={person} />} />
					)}
				</p>
				<Because reason={reason} />
				<Deed
					group={group}
					deed="lift"
					about={person.id}
					given={{ person: person.id }}
					label={t("Lift the ban on {{person}}", { person: person.name })}
					effect={t(
						"They may follow again, by themselves; nobody is added. Lemmy and its kin are told. That it was lifted is public.",
					)}
				/>
			</li>
		))}
	</ul>
)

/** Who is banned, and the form to ban somebody of whom nothing is on this page. */
export const People = ({ group, people, banned, paused, now }: DeskPageProps) => (
	<section class="section" aria-labelledby="people">
		<h2 id="people">{t("People")}</h2>
		{banned.length === 0 && <p>{t("Nobody is banned.")}</p>}
		<Banned group={group} banned={banned} now={now} />
		<Paused group={group} paused={paused} now={now} />
		<datalist id="people-here">
			{people.map((handle) => (
				<option value={handle} />
			))}
		</datalist>
		<details class="fold">
			<summary>{t("Ask somebody to pause")}</summary>
			<PauseDeed group={group} about="pausing" />
		</details>
		<details class="fold">
			<summary>{t("Ban somebody")}</summary>
			<BanDeed group={group} about="somebody" />
		</details>
	</section>
)
