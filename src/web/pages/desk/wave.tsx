import { Flower } from "../../icons.tsx"
import { t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { Back } from "../speaking/write.tsx"
import { When } from "../when.tsx"
import { Choice, Reason } from "./deed.tsx"
import type { DeskPerson } from "./views.ts"
import { Who } from "./waiting.tsx"

export type WavePageProps = {
	server: ServerView
	group: { handle: string; host: string; name: string; hue: number }
	now: Date
	/** Who waits, the first to come first, with the first words of what they wrote. */
	people: { person: DeskPerson; words: string; at: Date }[]
	more: boolean
	wrong?: string
}

/** Everybody who waits in a wave of strangers, so that those who are welcome can be let in by one act. */
export const WavePage = ({ server, group, now, people, more, wrong }: WavePageProps) => (
	<Layout
		title={t("Many strangers at once: {{group}}", { group: group.name })}
		server={server}
		hue={group.hue}
	>
		<Back group={group} />
		<h1 class="title">{t("Many strangers at once")}</h1>
		{wrong && (
			<p class="alarm" role="alert">
				{t(wrong)}
			</p>
		)}
		{people.length === 0 ? (
			<p class="lede">{t("Nobody of them waits any more.")}</p>
		) : (
			<form method="post" action={`/@${group.handle}/desk/wave`}>
				<p>
					{t(
						"Choose whoever is welcome. The others go on waiting, until you decide about all of them at the desk.",
					)}
				</p>
				<ol class="slips small">
					{people.map(({ person, words, at }) => (
						<li>
							<label class="tick">
								<input type="checkbox" name={`who-${person.id}`} value="yes" />
								<span>
									<Who person={person} server={server} />
								</span>
							</label>
							<p class="excerpt" dir="auto">
								{words}
							</p>
							<p class="quiet">
								<When at={at} now={now} />
							</p>
						</li>
					))}
				</ol>
				<Reason />
				<Choice
					id="let-in"
					label={t("Let them in")}
					effect={t(
						"All that they wrote is shared as if it had just come, and nothing they write waits for their being new again.",
					)}
					first
				/>
			</form>
		)}
		{more && <p class="quiet">{t("There are more. They show when these are decided about.")}</p>}
		<p class="older">
			<a class="plain" href={`/@${group.handle}/desk`}>
				{t("Back to the desk")}
			</a>
		</p>
		<Flower />
	</Layout>
)
