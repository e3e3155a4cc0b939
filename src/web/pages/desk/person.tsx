import { Door, Flower } from "../../icons.tsx"
import { Say, t } from "../../language.tsx"
import { Layout } from "../../layout.tsx"
import { When } from "../when.tsx"
import { Appeal } from "./appeals.tsx"
import { Deed } from "./deed.tsx"
import { Log, TellDone } from "./log.tsx"
import { PauseDeed, Paused } from "./pauses.tsx"
import { BanDeed, Banned } from "./people.tsx"
import { Talk } from "./talk.tsx"
import type { PersonAtDeskProps } from "./views.ts"
import { Held, Report, Request, Who } from "./waiting.tsx"
import { Notes, Taken, WordDeed } from "./words.tsx"

const Place = ({ role, since, now }: PersonAtDeskProps) => {
	const when = since && <When at={since} now={now} />
	if (!role || !when) return <>{t("They do not belong to the group.")}</>
	if (role === "follower") return <Say text="Follows the group; came {{when}}." when={when} />
	if (role === "member") return <Say text="A member; came {{when}}." when={when} />
	if (role === "moderator") return <Say text="Helps to moderate the group; came {{when}}." when={when} />
	return <Say text="An owner of the group; came {{when}}." when={when} />
}

const Waits = (props: PersonAtDeskProps) => {
	const { held, reports, appeals, requested, person } = props
	const around = { server: props.server, group: props.group, now: props.now }
	const open = reports.filter(({ resolution }) => resolution === undefined)
	const items = [
		...open.map((report) => <Report report={report} {...around} />),
		...appeals.map((appeal) => <Appeal appeal={appeal} group={props.group} now={props.now} />),
		...(requested ? [<Request request={{ person, at: requested }} {...around} />] : []),
		...held.map((one) => <Held held={one} {...around} />),
	]
	return (
		<section class="section" aria-labelledby="waiting">
			<h2 id="waiting">{t("What waits")}</h2>
			{items.length === 0 ? <p>{t("Nothing waits about them.")}</p> : <ol class="slips">{items}</ol>}
			<Taken group={props.group} person={person} holder={props.holder} />
			<GiveTo {...props} />
		</section>
	)
}

const GiveTo = ({ group, person, keepers }: PersonAtDeskProps) =>
	keepers.length === 0 ? null : (
		<details class="fold">
			<summary>{t("Pass it on to somebody else")}</summary>
			<Deed
				group={group}
				deed="give"
				about={`give-${person.id}`}
				given={{ person: person.id }}
				label={t("Pass it on")}
				effect={t("The others see who has it, for a week. Nobody else hears of it.")}
			>
				<label class="line">
					<span>{t("To whom?")}</span>
					<select name="holder">
						{keepers.map(({ id, name, handle }) => (
							<option value={id}>
								{name} ({handle})
							</option>
						))}
					</select>
				</label>
			</Deed>
		</details>
	)

const Doing = ({ group, person, ban, pause, now }: PersonAtDeskProps) => (
	<section class="section" aria-labelledby="doing">
		<h2 id="doing">{t("What you can do")}</h2>
		{ban && <Banned group={group} now={now} banned={[{ person, ...ban }]} />}
		{pause && <Paused group={group} now={now} paused={[{ person, ...pause }]} />}
		<details class="fold">
			<summary>{t("Say a word to them")}</summary>
			<WordDeed group={group} about={person.id} person={person} />
		</details>
		{!pause && (
			<details class="fold">
				<summary>{t("Ask them to pause")}</summary>
				<PauseDeed group={group} about={person.id} person={person} />
			</details>
		)}
		{!ban && (
			<details class="fold">
				<summary>{t("Ban them")}</summary>
				<BanDeed group={group} about={person.id} person={person} />
			</details>
		)}
	</section>
)

const Closed = ({ reports, now, server }: PersonAtDeskProps) => {
	const closed = reports.filter(({ resolution }) => resolution !== undefined)
	return closed.length === 0 ? null : (
		<section class="section" aria-labelledby="closed">
			<h2 id="closed">{t("Reports that are closed")}</h2>
			<ol class="slips small">
				{closed.map((report) => (
					<li>
						<p>
							{report.reporter ? (
								<Say text="Reported by {{who}}." who={<Who person={report.reporter} server={server} />} />
							) : (
								t("Somebody whose server does not say who reported this.")
							)}{" "}
							<span class="quiet">
								<When at={report.at} now={now} />
							</span>
						</p>
						{report.words && (
							<blockquote class="said" dir="auto">
								{report.words}
							</blockquote>
						)}
						{report.resolution && (
							<p class="why">
								<Say text="What was done: {{words}}" words={<bdi>{report.resolution}</bdi>} />
							</p>
						)}
					</li>
				))}
			</ol>
		</section>
	)
}

/** Everything about one person that those who look after a group need in order to decide, and the means to. */
export const PersonAtDeskPage = (props: PersonAtDeskProps) => {
	const { server, group, person, log, now } = props
	const title = props.refused
		? t("Not done: {{person}} at the desk", { person: person.name })
		: t("{{person}} at the desk", { person: person.name })
	return (
		<Layout title={title} server={server} hue={group.hue}>
			<nav class="back" aria-label={t("The desk")}>
				<a href={`/@${group.handle}/desk`}>
					<Door handle={group.handle} hue={group.hue} />
					<span>{t("The desk")}</span>
				</a>
			</nav>
			<h1 class="title">
				<bdi>{person.name}</bdi>
			</h1>
			<p class="lede">
				<Who person={person} server={server} />
			</p>
			<p class="quiet">
				<Place {...props} />
			</p>
			<TellDone {...props} />
			<Waits {...props} />
			<Doing {...props} />
			<Notes {...props} />
			<section class="section" aria-labelledby="history">
				<h2 id="history">{t("What was decided before")}</h2>
				{log.length === 0 ? (
					<p>{t("Nothing was ever decided about them here.")}</p>
				) : (
					<Log lines={log} group={group} now={now} />
				)}
			</section>
			<Closed {...props} />
			<Flower />
			<Talk {...props} />
		</Layout>
	)
}
