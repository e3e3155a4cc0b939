import { Say, t } from "../../language.tsx"
import { Address } from "../address.tsx"
import { Letter } from "../letter.tsx"
import { languageTag, OutsideLink } from "../outside-link.tsx"
import type { PersonView, PostView } from "../views.ts"
import { When } from "../when.tsx"
import { Deed, Reason } from "./deed.tsx"
import { RemoveDeed } from "./talk.tsx"
import type { DeskPageProps, HeldView, ReportView } from "./views.ts"
import { AskDeed } from "./words.tsx"

type Around = Pick<DeskPageProps, "server" | "group" | "now">

/** Somebody by name and by handle. */
export const Who = ({ person, server }: { person: PersonView } & Pick<Around, "server">) => (
	<>
		<OutsideLink class="name" href={person.url} server={server}>
			<bdi>{person.name}</bdi>
		</OutsideLink>{" "}
		<Address class="handle" of={person.handle} />
	</>
)

/** A post with its title, which belongs to what is decided about. */
const Enclosure = ({ post, now, server }: { post: PostView } & Pick<Around, "now" | "server">) => (
	<div class="enclosure">
		{post.title && (
			<h3 dir="auto" lang={languageTag(post.language)}>
				{post.title}
			</h3>
		)}
		<Letter post={post} now={now} server={server} />
	</div>
)

export const Request = ({
	request: { person, at },
	...around
}: { request: DeskPageProps["requests"][number] } & Around) => (
	<li>
		<p>
			<Say
				text="{{person}} follows the group and would like to be a member."
				person={<Who person={person} server={around.server} />}
			/>{" "}
			<span class="quiet">
				<Say text="Asked {{when}}." when={<When at={at} now={around.now} />} />
			</span>
		</p>
		<Deed
			group={around.group}
			deed="admit"
			about={person.id}
			given={{ person: person.id }}
			label={t("Welcome them")}
			effect={t("They may do from now on what members may. Their own server is told nothing.")}
			first
		/>
		<details class="fold">
			<summary>{t("Decline")}</summary>
			<Deed
				group={around.group}
				deed="decline"
				about={person.id}
				given={{ person: person.id }}
				label={t("Decline")}
				effect={t(
					"They go on following and reading. Nobody is told, here or elsewhere; only this group’s log keeps your reason.",
				)}
			>
				<Reason label={t("Why? (for your own memory)")} />
			</Deed>
		</details>
	</li>
)

export const Held = ({ held: { id, letter, reason }, ...around }: { held: HeldView } & Around) => (
	<li>
		<p class="why">
			{reason ? (
				<Say text="Waits because: {{reason}}" reason={<bdi>{t(reason)}</bdi>} />
			) : (
				t("Waits because a moderator looks at it first.")
			)}
		</p>
		<Enclosure post={letter} now={around.now} server={around.server} />
		<Deed
			group={around.group}
			deed="approve"
			about={id}
			given={{ post: id }}
			label={t("Let it through")}
			effect={t(
				"It stands on the group’s page, and every server that follows the group gets it, as if it had just come.",
			)}
			first
		/>
		<details class="fold">
			<summary>{t("Do not take it")}</summary>
			<RemoveDeed group={around.group} id={id} held />
		</details>
		<details class="fold">
			<summary>{t("Ask for a change")}</summary>
			<AskDeed group={around.group} id={id} />
		</details>
	</li>
)

const stands: Record<NonNullable<ReportView["post"]>["state"], () => string> = {
	shared: () => t("The post stands in the group."),
	held: () => t("The post waits for a moderator."),
	refused: () => t("The post was not taken."),
	removed: () => t("The post has been taken out."),
	deleted: () => t("Its author has deleted the post."),
}

export const Report = ({ report, ...around }: { report: ReportView } & Around) => (
	<li>
		<p>
			<Say
				text="{{reporter}} reports {{person}}"
				reporter={
					report.reporter ? (
						<Who person={report.reporter} server={around.server} />
					) : (
						t("Somebody whose server does not say who")
					)
				}
				person={
					report.subject ? (
						<Who person={report.subject} server={around.server} />
					) : (
						t("somebody who is not known here")
					)
				}
			/>{" "}
			<span class="quiet">
				<When at={report.at} now={around.now} />
			</span>
		</p>
		{report.words ? (
			<blockquote class="said" dir="auto">
				{report.words}
			</blockquote>
		) : (
			<p class="quiet">{t("They wrote nothing with it.")}</p>
		)}
		{report.post && (
			<>
				<p class="why">{stands[report.post.state]()}</p>
				{report.post.state !== "deleted" && (
					<Enclosure
						post={{ ...report.post.letter, id: `report-${report.id}` }}
						now={around.now}
						server={around.server}
					/>
				)}
			</>
		)}
		<ReportDeeds report={report} {...around} />
	</li>
)

const ReportDeeds = ({ report, group }: { report: ReportView } & Around) => (
	<>
		{report.post && (report.post.state === "shared" || report.post.state === "held") && (
			<details class="fold">
				<summary>{t("Take the post out")}</summary>
				<RemoveDeed
					group={group}
					id={report.post.id}
					held={report.post.state === "held"}
					about={`report-${report.id}`}
				/>
			</details>
		)}
		<Deed
			group={group}
			deed="resolve"
			about={report.id}
			given={{ report: report.id }}
			label={t("Close the report")}
			effect={t(
				"It leaves this desk, and your words stay with it. Whoever reported it hears that it was dealt with, and nothing else.",
			)}
			first
		>
			<Reason label={t("What was done about it?")} />
		</Deed>
	</>
)
