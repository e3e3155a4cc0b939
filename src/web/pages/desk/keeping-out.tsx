import { Choice, Deed, DeedForm, Line, Reason } from "./deed.tsx"
import type { DeskPageProps } from "./views.ts"

const heldOrNot = { hold: "posts with it wait here", refuse: "posts with it are not taken" }
const severities = { block: "nothing is taken from it, and nothing sent to it", limit: "its posts wait here" }

/** Words that make posts wait or keep them out. */
export const Filters = ({ group, filters }: DeskPageProps) => (
	<section class="section" aria-labelledby="filters">
		<h2 id="filters">Words</h2>
		{filters.length === 0 && <p>No word makes a post wait.</p>}
		<ul class="slips small">
			{filters.map(({ word, effect }) => (
				<li>
					<p>
						<bdi class="name">{word}</bdi>: {heldOrNot[effect]}.
					</p>
					<Deed
						group={group}
						deed="unfilter"
						about={word.replace(/\W/g, (letter) => `-${letter.codePointAt(0)}`)}
						given={{ word }}
						label="Take it off the list"
						effect="Posts with it come through like any other from now on. What waits already goes on waiting."
					/>
				</li>
			))}
		</ul>
		<details class="fold">
			<summary>Add a word</summary>
			<DeedForm group={group} deed="filter">
				<Line
					name="word"
					label="A word, or several as they stand together"
					hint="Capitals do not matter. Only these moderators see the list."
					required
					longest={100}
				/>
				<Choice
					id="filter-hold"
					name="effect"
					value="hold"
					label="Let posts wait"
					effect="A post with it waits at this desk; its author hears that it waits, at most once a day."
					first
				/>
				<Choice
					id="filter-refuse"
					name="effect"
					value="refuse"
					label="Take no such posts"
					effect="A post with it is not taken; its author hears that, at most once a day. Nobody else hears of it."
				/>
			</DeedForm>
		</details>
	</section>
)

/** Servers whose posts wait or are not taken. */
export const Servers = ({ group, servers }: DeskPageProps) => (
	<section class="section" aria-labelledby="servers">
		<h2 id="servers">Servers</h2>
		{servers.length === 0 && <p>This group treats every server alike.</p>}
		<ul class="slips small">
			{servers.map(({ domain, severity, reason }) => (
				<li>
					<p>
						<bdi class="name">{domain}</bdi>: {severities[severity]}.
					</p>
					{reason && <p class="why" dir="auto">{`Because: ${reason}`}</p>}
					<Deed
						group={group}
						deed="server"
						about={domain}
						given={{ domain, severity: "allow" }}
						label={`Allow ${domain}`}
						effect={`It is like any other server to this group again.${severity === "block" ? " What was shared meanwhile is not sent to it. This is public." : " What waits already goes on waiting."}`}
					/>
				</li>
			))}
		</ul>
		<details class="fold">
			<summary>Settle something about a server</summary>
			<DeedForm group={group} deed="server">
				<Line
					name="domain"
					label="Which server?"
					hint="Its name, like social.example; those below it count too."
					required
					longest={253}
					exact
				/>
				<Reason />
				<Choice
					id="server-limit"
					name="severity"
					value="limit"
					label="Let its posts wait"
					effect="What its people post here waits at this desk first. Their server is told nothing."
					first
				/>
				<Choice
					id="server-block"
					name="severity"
					value="block"
					label="Block it"
					effect="Nothing its people send to this group is taken, and the group sends it nothing. Its server is told nothing. The block and your reason are public."
				/>
			</DeedForm>
		</details>
	</section>
)
