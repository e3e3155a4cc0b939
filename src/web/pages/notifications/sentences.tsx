import type { EventRecord } from "../../../events.ts"
import { Say } from "../../language.tsx"
import type { NewsView } from "../../notifications/views.ts"
import { When } from "../when.tsx"

type Telling = { news: NewsView; now: Date }
type Decided = { event: EventRecord; group: string; now: Date }

/** What happened, in one sentence. */
export const NewsSentence = ({ news, now }: Telling) => {
	if ("event" in news) return <Decision event={news.event} group={news.group} now={now} />
	const who = <bdi class="who">{news.who}</bdi>
	const group = <bdi>{news.group}</bdi>
	if (news.because === "reply")
		return <Say text="{{who}} answered you in {{group}}." who={who} group={group} />
	if (news.because === "mention")
		return <Say text="{{who}} named you in {{group}}." who={who} group={group} />
	return <Say text="{{who}} wrote in {{group}}." who={who} group={group} />
}

const Decision = ({ event, group: name, now }: Decided) => {
	const group = <bdi>{name}</bdi>
	switch (event.type) {
		case "post-held":
			return <Say text="A post of yours in {{group}} waits for a moderator." group={group} />
		case "post-suspended":
			return (
				<Say text="A post of yours in {{group}} waits again, for a moderator to look at it." group={group} />
			)
		case "post-approved":
			return <Say text="A post of yours in {{group}} was let through." group={group} />
		case "post-removed":
			return <Say text="A post of yours was taken out of {{group}}." group={group} />
		case "post-restored":
			return <Say text="A post of yours is back in {{group}}." group={group} />
		case "member-admitted":
			return <Say text="You are a member of {{group}} now." group={group} />
		case "request-declined":
			return <Say text="{{group}} did not make you a member. You go on following it." group={group} />
		case "join-refused":
			return <Say text="{{group}} did not let you in." group={group} />
		case "follow-accepted":
			return <Say text="{{group}} let you follow it." group={group} />
		case "follow-rejected":
			return <Say text="{{group}} did not let you follow it." group={group} />
		case "role-changed":
			return <Role event={event} group={name} now={now} />
		case "member-banned":
			return <Ban event={event} group={name} now={now} />
		case "member-paused":
			return (
				<Say
					text="You are asked to write nothing in {{group}} until {{when}}. You belong to it as before."
					group={group}
					when={<When at={new Date(String(event.facts.until))} now={now} />}
				/>
			)
		case "word-said":
			return <Say text="Those who look after {{group}} have a word for you." group={group} />
		case "reporter-told":
			return <Say text="{{group}} has dealt with what you reported. Thank you." group={group} />
		case "appeal-decided":
			return event.facts.outcome === "overturned" ? (
				<Say
					text="Somebody in {{group}} has looked again at what you asked for, and it is undone."
					group={group}
				/>
			) : (
				<Say
					text="Somebody in {{group}} has looked again at what you asked for, and it stays."
					group={group}
				/>
			)
		case "change-asked":
			return <Say text="You are asked to change a post of yours in {{group}}." group={group} />
		case "modmail-answered":
			return <Say text="Those who look after {{group}} answered your letter." group={group} />
		case "pause-lifted":
			return <Say text="You may write in {{group}} again." group={group} />
		case "place-ended":
			return <Say text="{{group}} has closed for good." group={group} />
		default:
			return <Say text="You may take part in {{group}} again." group={group} />
	}
}

const Role = ({ event: { facts }, group: name }: Decided) => {
	const group = <bdi>{name}</bdi>
	if (facts.to === "owner") return <Say text="You are an owner of {{group}} now." group={group} />
	if (facts.to === "moderator")
		return <Say text="You look after {{group}} now, as a moderator." group={group} />
	if (facts.to === "member") return <Say text="You are a member of {{group}} now." group={group} />
	return <Say text="You are no member of {{group}} any more. You go on following it." group={group} />
}

const Ban = ({ event: { facts }, group: name, now }: Decided) => {
	const group = <bdi>{name}</bdi>
	const until = typeof facts.until === "string" ? new Date(facts.until) : null
	if (!until) return <Say text="You may not take part in {{group}} any more." group={group} />
	return (
		<Say
			text="You may not take part in {{group}} until {{when}}."
			group={group}
			when={<When at={until} now={now} />}
		/>
	)
}
