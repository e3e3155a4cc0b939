import { limits } from "../../../limits.ts"
import { Say, t } from "../../language.tsx"
import { When } from "../when.tsx"
import { Deed, Reason } from "./deed.tsx"
import type { DeskGroup, DeskPerson, Holder, PersonAtDeskProps } from "./views.ts"

type PersonProps = { group: DeskGroup; about: string; person: DeskPerson }

/** A word to somebody, without any consequence. */
export const WordDeed = ({ group, about, person }: PersonProps) => (
	<Deed
		group={group}
		deed="word"
		about={about}
		given={{ person: person.id }}
		label={t("Say it to {{person}}", { person: person.name })}
		effect={t(
			"They hear it from the group, without your name: among their notifications, or by a direct message from the group where they live. Nothing else happens, and nobody else reads it; the log of the moderators keeps it.",
		)}
	>
		<Reason label={t("What do you want to tell them?")} required />
	</Deed>
)

/** Asks an author to change a post. */
export const AskDeed = ({ group, id, about }: { group: DeskGroup; id: string; about?: string }) => (
	<Deed
		group={group}
		deed="ask"
		about={about ?? id}
		given={{ post: id }}
		label={t("Ask for a change")}
		effect={t(
			"The post stays as it is, shared or waiting. Its author hears your words from the group and can change it; then you see it here in its new words. Nobody else hears of it.",
		)}
	>
		<Reason label={t("What should be changed?")} required />
	</Deed>
)

const Note = ({
	note,
	group,
	now,
}: {
	note: PersonAtDeskProps["notes"][number]
	group: DeskGroup
	now: Date
}) => (
	<li>
		<blockquote class="said" dir="auto">
			{note.words}
		</blockquote>
		<p class="quiet">
			{note.by ? (
				<Say
					text="{{author}}, {{when}}"
					author={<bdi class="name">{note.by}</bdi>}
					when={<When at={note.at} now={now} />}
				/>
			) : (
				<When at={note.at} now={now} />
			)}
		</p>
		{note.yours && (
			<details class="fold">
				<summary>{t("Take the note back")}</summary>
				<Deed
					group={group}
					deed="drop-note"
					about={note.id}
					given={{ note: note.id }}
					label={t("Take it back")}
					effect={t("It is gone for everybody. That there was a note, and who took it back, is remembered.")}
				/>
			</details>
		)}
	</li>
)

/** What moderators wrote down about somebody for each other, and a field for one more. */
export const Notes = ({ notes, group, person, now }: PersonAtDeskProps) => (
	<section class="section" aria-labelledby="notes">
		<h2 id="notes">{t("Notes among you")}</h2>
		{notes.length > 0 && (
			<ol class="slips small">
				{notes.map((note) => (
					<Note note={note} group={group} now={now} />
				))}
			</ol>
		)}
		<Deed
			group={group}
			deed="note"
			about={person.id}
			given={{ person: person.id }}
			label={t("Keep the note")}
			effect={t(
				"Everybody who looks after the group reads it here, with your name. Nobody else does, neither here nor elsewhere.",
			)}
		>
			<label class="line">
				<span>{t("A note about {{person}}", { person: person.name })}</span>
				<textarea name="words" rows={3} maxlength={limits.deskNote} required dir="auto" />
			</label>
		</Deed>
	</section>
)

type CaseProps = { group: DeskGroup; person: DeskPerson; holder: Holder | null | undefined }

/** Who has taken on what waits about somebody, and a button to take it on or to let go. */
export const Taken = ({ group, person, holder }: CaseProps) => (
	<>
		{holder && (
			<p class="why">
				{holder.you ? (
					t("You have taken this on.")
				) : (
					<Say text="{{who}} has taken this on." who={<bdi class="name">{holder.name}</bdi>} />
				)}
			</p>
		)}
		<Deed
			group={group}
			deed={holder?.you ? "let-go" : "take"}
			about={`case-${person.id}`}
			given={{ person: person.id }}
			label={holder?.you ? t("Let go of it") : t("I will look after this")}
			effect={
				holder?.you
					? t("It is anybody’s again. Those who look after the group see that; nobody else hears of it.")
					: t("The others see that you have taken it on, for a week. Nobody else hears of it.")
			}
		/>
	</>
)
