import { limits } from "../../../limits.ts"
import { Say, t } from "../../language.tsx"
import { rulingSentences, Tick } from "../admin/borders/ruling.tsx"
import { Choice, Deed, DeedForm, Line, Reason } from "./deed.tsx"
import { Because } from "./named.tsx"
import type { DeskPageProps } from "./views.ts"

type Filter = DeskPageProps["filters"][number]
type Settled = DeskPageProps["servers"][number]

const WhatOfWord = ({ effect, word, pattern }: Filter) => {
	const shown = pattern ? <code dir="ltr">{word}</code> : <bdi class="name">{word}</bdi>
	return effect === "hold" ? (
		<Say text="{{word}}: posts with it wait here." word={shown} />
	) : (
		<Say text="{{word}}: posts with it are not taken." word={shown} />
	)
}

const WhatOfServer = ({ severity, domain }: Settled) => {
	const shown = <bdi class="name">{domain}</bdi>
	if (severity === "none")
		return <Say text="{{server}}: its posts come in like any other’s." server={shown} />
	return severity === "block" ? (
		<Say text="{{server}}: nothing is taken from it, and nothing sent to it." server={shown} />
	) : (
		<Say text="{{server}}: its posts wait here." server={shown} />
	)
}

const freed = {
	block: () =>
		t(
			"It is like any other server to this group again. What was shared meanwhile is not sent to it. This is public.",
		),
	limit: () => t("It is like any other server to this group again. What waits already goes on waiting."),
	none: () => t("It is like any other server to this group again."),
}

/** Words that make posts wait or keep them out. */
export const Filters = ({ group, filters }: DeskPageProps) => (
	<section class="section" aria-labelledby="filters">
		<h2 id="filters">{t("Words")}</h2>
		{filters.length === 0 && <p>{t("No word makes a post wait.")}</p>}
		<ul class="slips small">
			{filters.map(({ word, effect, pattern }) => (
				<li>
					<p>
						<WhatOfWord word={word} effect={effect} pattern={pattern} />
					</p>
					<Deed
						group={group}
						deed="unfilter"
						about={word.replace(/\W/g, (letter) => `-${letter.codePointAt(0)}`)}
						given={{ word, ...(pattern && { pattern: "yes" }) }}
						label={t("Take it off the list")}
						effect={t(
							"Posts with it come through like any other from now on. What waits already goes on waiting.",
						)}
					/>
				</li>
			))}
		</ul>
		<details class="fold">
			<summary>{t("Add a word")}</summary>
			<DeedForm group={group} deed="filter">
				<Line
					name="word"
					label={t("A word, or several as they stand together")}
					hint={t("Capitals do not matter. Only these moderators see the list.")}
					required
					longest={limits.filterWord}
				/>
				<label class="tick">
					<input type="checkbox" name="pattern" value="yes" />
					<span>{t("It is a pattern, written as in RE2, like (?:cheap|free) pills.")}</span>
				</label>
				<Choice
					id="filter-hold"
					name="effect"
					value="hold"
					label={t("Let posts wait")}
					effect={t("A post with it waits at this desk; its author hears that it waits, at most once a day.")}
					first
				/>
				<Choice
					id="filter-refuse"
					name="effect"
					value="refuse"
					label={t("Take no such posts")}
					effect={t(
						"A post with it is not taken; its author hears that, at most once a day. Nobody else hears of it.",
					)}
				/>
			</DeedForm>
		</details>
	</section>
)

/** Servers whose posts wait or are not taken. */
export const Servers = ({ group, servers }: DeskPageProps) => (
	<section class="section" aria-labelledby="servers">
		<h2 id="servers">{t("Servers")}</h2>
		{servers.length === 0 && <p>{t("This group treats every server alike.")}</p>}
		<ul class="slips small">
			{servers.map(({ domain, severity, reason, note, ...settled }) => (
				<li>
					<p>
						<WhatOfServer {...{ ...settled, domain, severity, reason, note }} />
					</p>
					{severity !== "block" &&
						rulingSentences({ ...settled, severity: "none" }).map((sentence) => (
							<p class="quiet">{sentence}</p>
						))}
					<Because reason={reason} />
					{note && (
						<p class="why">
							<Say text="Among yourselves: {{note}}" note={<bdi>{note}</bdi>} />
						</p>
					)}
					<Deed
						group={group}
						deed="server"
						about={domain}
						given={{ domain, severity: "allow" }}
						label={t("Allow {{server}}", { server: domain })}
						effect={freed[severity]()}
					/>
				</li>
			))}
		</ul>
		<details class="fold">
			<summary>{t("Settle something about a server")}</summary>
			<DeedForm group={group} deed="server">
				<Line
					name="domain"
					label={t("Which server?")}
					hint={t("Its name, like social.example; those below it count too.")}
					required
					longest={limits.hostName}
					exact
				/>
				<Reason />
				<Line
					name="note"
					label={t("A note among yourselves")}
					hint={t("Only those who moderate here read it; it stands in no log.")}
					longest={limits.reason}
				/>
				<Tick name="media" label={t("Show none of its pictures")} />
				<Tick name="reports" label={t("Take no reports from there")} />
				<Choice
					id="server-limit"
					name="severity"
					value="limit"
					label={t("Let its posts wait")}
					effect={t("What its people post here waits at this desk first. Their server is told nothing.")}
					first
				/>
				<Choice
					id="server-block"
					name="severity"
					value="block"
					label={t("Block it")}
					effect={t(
						"Nothing its people send to this group is taken, and the group sends it nothing. Its server is told nothing. The block and your reason are public.",
					)}
				/>
				<Choice
					id="server-none"
					name="severity"
					value="none"
					label={t("Take its posts")}
					effect={t("They come in like any other’s; only what is ticked above is refused.")}
				/>
			</DeedForm>
		</details>
	</section>
)
