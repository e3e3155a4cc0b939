import { Say, t } from "../../language.tsx"
import { When } from "../when.tsx"
import { AllAbout } from "./all-about.tsx"
import { Deed, Reason } from "./deed.tsx"
import type { DeskPageProps, Origin, PileView, TurnedAwayView } from "./views.ts"
import { Held, Who } from "./waiting.tsx"

type Around = Pick<DeskPageProps, "server" | "group" | "now">

const given = (by: Origin): Record<string, string> =>
	"wave" in by ? { wave: "yes" } : "host" in by ? { server: by.host } : { person: by.person.id }
const nameOf = (by: Origin): string =>
	"wave" in by ? t("a wave of strangers") : "host" in by ? by.host : by.person.name
const idOf = (by: Origin): string =>
	"wave" in by ? "wave" : "host" in by ? by.host.replace(/\W/g, "-") : by.person.id

const Span = ({ first, last, now }: { first: Date; last: Date } & Pick<Around, "now">) => (
	<span class="quiet">
		<Say
			text="The first came {{first}}, the latest {{last}}."
			first={<When at={first} now={now} />}
			last={<When at={last} now={now} />}
		/>
	</span>
)

const Pile = ({ pile, ...around }: { pile: PileView } & Around) => (
	<li>
		<p>
			{"wave" in pile.by ? (
				t(
					"Many people who are new here have written at once. All of them wait; whoever is known here went on as ever.",
				)
			) : "host" in pile.by ? (
				<Say
					text="Several people at {{server}} have sent posts that wait."
					server={<bdi class="name">{pile.by.host}</bdi>}
				/>
			) : (
				<Say
					text="{{who}} has sent several posts that wait."
					who={<Who person={pile.by.person} server={around.server} />}
				/>
			)}{" "}
			<Span {...pile} now={around.now} />
		</p>
		{pile.reasons.map((reason) => (
			<p class="why">
				<Say text="They wait because: {{reason}}" reason={<span>{t(reason)}</span>} />
			</p>
		))}
		<details class="fold">
			<summary>
				{t("Read the latest of them")} <span class="apart">({nameOf(pile.by)})</span>
			</summary>
			<ol class="slips small">
				{pile.latest.map((held) => (
					<Held held={held} {...around} />
				))}
			</ol>
		</details>
		{"wave" in pile.by && (
			<p>
				<a class="button" href={`/@${around.group.handle}/desk/wave`}>
					{t("See who they are, and let some of them in")}
				</a>
			</p>
		)}
		<details class="fold">
			<summary>
				{t("Decide about all of them")} <span class="apart">({nameOf(pile.by)})</span>
			</summary>
			<Deed
				group={around.group}
				deed="approve-all"
				about={idOf(pile.by)}
				given={given(pile.by)}
				label={t("Let all of them through")}
				effect={t(
					"Each stands on the group’s page, and every server that follows the group gets it, as if it had just come.",
				)}
			/>
			<Deed
				group={around.group}
				deed="remove-all"
				about={idOf(pile.by)}
				given={given(pile.by)}
				label={t("Take none of them")}
				effect={t(
					"They are not shared, and nobody else hears of them. Whoever was told that a post waits can read your reason.",
				)}
			>
				<Reason required />
			</Deed>
		</details>
		{"person" in pile.by && (
			<p>
				<AllAbout group={around.group} person={pile.by.person} />
			</p>
		)}
	</li>
)

/** Posts that wait in numbers, each flood as one line with one decision. */
export const Piles = ({ piles, ...around }: { piles: PileView[] } & Around) =>
	piles.length === 0 ? null : (
		<section class="section" aria-labelledby="piles">
			<h2 id="piles">{t("Many at once")}</h2>
			<ol class="slips">
				{piles.map((pile) => (
					<Pile pile={pile} server={around.server} group={around.group} now={around.now} />
				))}
			</ol>
		</section>
	)

const Line = ({ line, ...around }: { line: TurnedAwayView } & Omit<Around, "group">) => (
	<li>
		<p>
			<What line={line} server={around.server} />{" "}
			{line.several ? (
				<Span {...line} now={around.now} />
			) : (
				<span class="quiet">
					<When at={line.first} now={around.now} />
				</span>
			)}
		</p>
		{line.reason && (
			<p class="why" dir="auto">
				{t(line.reason)}
			</p>
		)}
	</li>
)

const What = ({ line: { by, several }, server }: { line: TurnedAwayView } & Pick<Around, "server">) => {
	if ("wave" in by) return t("Posts by strangers were not taken.")
	if ("host" in by)
		return (
			<Say text="Posts by people at {{server}} were not taken." server={<bdi class="name">{by.host}</bdi>} />
		)
	const who = <Who person={by.person} server={server} />
	return several ? (
		<Say text="Posts by {{who}} were not taken." who={who} />
	) : (
		<Say text="A post by {{who}} was not taken." who={who} />
	)
}

/** What the group's rules did not take in the last days; there is nothing to decide about it. */
export const TurnedAway = ({ turnedAway, now, server }: DeskPageProps) =>
	turnedAway.length === 0 ? null : (
		<section class="section" aria-labelledby="turned-away">
			<h2 id="turned-away">{t("Not taken lately")}</h2>
			<ol class="slips small">
				{turnedAway.map((line) => (
					<Line line={line} now={now} server={server} />
				))}
			</ol>
		</section>
	)
