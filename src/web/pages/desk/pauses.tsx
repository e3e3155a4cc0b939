import { Say, t } from "../../language.tsx"
import { When } from "../when.tsx"
import { Deed, Line, Reason } from "./deed.tsx"
import { Because, Named, WhoIsMeant } from "./named.tsx"
import type { DeskPageProps, DeskPerson } from "./views.ts"

type PauseProps = { group: DeskPageProps["group"]; about: string; person?: DeskPerson }

/** Asks somebody who is named, or whoever is typed, to write nothing for a while. */
export const PauseDeed = ({ group, about, person }: PauseProps) => (
	<Deed
		group={group}
		deed="pause"
		about={about}
		given={person ? { person: person.id } : {}}
		label={person ? t("Ask {{person}} to pause", { person: person.name }) : t("Ask them to pause")}
		effect={t(
			"They belong to the group and read on, but what they write is not taken until that day. They are told, with your reason. That somebody pauses is public; who it is and why is not. Other servers hear nothing, and it ends by itself.",
		)}
	>
		{!person && <WhoIsMeant />}
		<Reason required />
		<Line name="until" type="date" label={t("Until which day?")} required />
	</Deed>
)

/** Who is asked to pause, each with the way to end it. */
export const Paused = ({ group, paused, now }: Pick<DeskPageProps, "group" | "paused" | "now">) =>
	paused.length === 0 ? null : (
		<ul class="slips small">
			{paused.map(({ person, until, reason }) => (
				<li>
					<p>
						<Say
							text="{{person}} pauses until {{when}}."
							person={<Named person={person} />}
							when={<When at={until} now={now} />}
						/>
					</p>
					<Because reason={reason} />
					<Deed
						group={group}
						deed="unpause"
						about={person.id}
						given={{ person: person.id }}
						label={t("End the pause of {{person}}", { person: person.name })}
						effect={t("They may write again at once, and are told so. Nobody else hears of it.")}
					/>
				</li>
			))}
		</ul>
	)
