import type { EventType } from "../../events.ts"
import { limits } from "../../limits.ts"
import { Door, Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { When } from "./when.tsx"

export type AppealPageProps = {
	server: ServerView
	group: { handle: string; name: string; hue: number }
	decision: { type: EventType; reason: string; at: Date }
	/** Up to when one can appeal. */
	until: Date
	appeal: { words: string; outcome: "upheld" | "overturned" | null; answer: string } | null
	wrong?: string
	words?: string
	now: Date
	/** Where the form is sent. */
	action: string
}

const What = ({ decision: { type }, group: { name } }: AppealPageProps) => {
	const group = <bdi>{name}</bdi>
	if (type === "member-banned") return <Say text="You may not take part in {{group}}." group={group} />
	if (type === "member-paused")
		return <Say text="You are asked to write nothing in {{group}} for a while." group={group} />
	if (type === "post-suspended")
		return <Say text="A post of yours in {{group}} was put on hold." group={group} />
	return <Say text="A post of yours was taken out of {{group}}." group={group} />
}

const outcomes = {
	upheld: () => t("Somebody else has looked at it again, and it stays."),
	overturned: () => t("Somebody else has looked at it again, and it is undone."),
}

const Asked = ({ appeal }: { appeal: NonNullable<AppealPageProps["appeal"]> }) => (
	<>
		<p class="done" role="status">
			{appeal.outcome
				? outcomes[appeal.outcome]()
				: t(
						"You have asked for it to be looked at again. Somebody who did not decide it will, and you will hear.",
					)}
		</p>
		{appeal.answer && (
			<p class="why">
				<Say text="Why: {{reason}}" reason={<bdi>{appeal.answer}</bdi>} />
			</p>
		)}
		<h2>{t("What you wrote")}</h2>
		<blockquote class="said" dir="auto">
			{appeal.words}
		</blockquote>
	</>
)

const Asking = ({ group, until, wrong, words, now, action }: AppealPageProps) =>
	until <= now ? (
		<p>
			<Say
				text="One could appeal until {{when}}. You can still write to {{group}}."
				when={<When at={until} now={now} />}
				group={<bdi>{group.name}</bdi>}
			/>
		</p>
	) : (
		<form method="post" action={action}>
			{wrong && (
				<p class="alarm" role="alert">
					{t(wrong)}
				</p>
			)}
			<label class="line">
				<span>{t("What was wrong about it?")}</span>
				<textarea name="words" rows={6} maxlength={limits.appealWords} required dir="auto">
					{words}
				</textarea>
			</label>
			<div class="choice">
				<button class="button" type="submit" aria-describedby="appeal-effect">
					{t("Ask for another look")}
				</button>
				<p class="quiet" id="appeal-effect">
					<Say
						text="Those who look after the group read it, and somebody who did not decide it answers you. You can do this once, until {{when}}."
						when={<When at={until} now={now} />}
					/>
				</p>
			</div>
		</form>
	)

/** A decision, for whom it concerns: to ask that somebody else looks at it, and to read what came of that. */
export const AppealPage = (props: AppealPageProps) => {
	const { group, server, decision, appeal, now } = props
	return (
		<Layout title={t("Another look")} server={server} hue={group.hue}>
			<nav class="back" aria-label={t("The group")}>
				<a href={`/@${group.handle}`}>
					<Door handle={group.handle} hue={group.hue} />
					<bdi>{group.name}</bdi>
				</a>
			</nav>
			<h1 class="title">{t("Another look")}</h1>
			<p class="lede">
				<What {...props} />{" "}
				<span class="quiet">
					<When at={decision.at} now={now} />
				</span>
			</p>
			{decision.reason && (
				<p class="why">
					<Say text="Why: {{reason}}" reason={<bdi>{t(decision.reason)}</bdi>} />
				</p>
			)}
			{appeal ? <Asked appeal={appeal} /> : <Asking {...props} />}
			<Flower />
		</Layout>
	)
}
