import { Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import type { ServerView } from "../layout.tsx"
import { RoomPage } from "./reading/tabs.tsx"
import type { Sentence } from "./sentences.ts"
import { When } from "./when.tsx"

export type DecisionsPageProps = {
	server: ServerView
	group: { handle: string; name: string; hue: number }
	decisions: (Sentence & { at: Date })[]
	/** Address of the page with earlier ones, if there are any. */
	next?: string
	first: boolean
	/** Whether it says whom something was done to: only members read that. */
	named: boolean
	now: Date
}

/** What those who look after a group decided, and why: for everybody, the newest first. */
export const DecisionsPage = ({ server, group, decisions, next, first, named, now }: DecisionsPageProps) => (
	<RoomPage
		title={t("Decisions in {{group}}", { group: group.name })}
		server={server}
		group={group}
		here="decisions"
	>
		<h1 class="title">{first ? t("What was decided") : t("What was decided earlier")}</h1>
		{first && (
			<p>
				{t(
					"What the people who look after the group did, and why. Requests to join, reports, and posts that waited or were not taken are between them and the person concerned, and are not listed.",
				)}{" "}
				{!named && t("Who was banned, only its members read.")}
			</p>
		)}
		{decisions.length > 0 && (
			<ol class="slips small">
				{decisions.map(({ text, reason, at }) => (
					<li>
						<p>
							<bdi>{text}</bdi>{" "}
							<span class="quiet">
								<When at={at} now={now} />
							</span>
						</p>
						{reason && (
							<p class="why" dir="auto">
								{t(reason)}
							</p>
						)}
					</li>
				))}
			</ol>
		)}
		{next ? (
			<p class="older">
				<a class="plain" href={next} rel="next">
					{t("Earlier decisions")}
				</a>
			</p>
		) : (
			<>
				<Flower />
				<p class="caught-up">
					{decisions.length > 0 ? t("That is all of it.") : t("Nothing had to be decided.")}
				</p>
			</>
		)}
		{first && (
			<p class="section">
				<Say
					text="Do you think something should have gone another way? {{link}}; most of it can be undone."
					link={<a href={`/@${group.handle}/letter`}>{t("Write to them")}</a>}
				/>
			</p>
		)}
	</RoomPage>
)
