import type { ServerView } from "../layout.tsx"
import { OutsideLink } from "./outside-link.tsx"
import type { PollView } from "./views.ts"
import { When } from "./when.tsx"

type PollProps = { id: string; poll: PollView; url: string | null; now: Date; server: ServerView }

const counted = (count: number, one: string, many: string): string =>
	count === 0 ? `no ${many}` : count === 1 ? `1 ${one}` : `${count} ${many}`

const Choose = ({ id, poll }: Pick<PollProps, "id" | "poll">) => (
	<form method="post" action={poll.action}>
		<fieldset>
			<legend>{poll.multiple ? "Choose as many as you like" : "Choose one"}</legend>
			{poll.options.map(({ text }, index) => (
				<label>
					<input
						type={poll.multiple ? "checkbox" : "radio"}
						name={poll.multiple ? `option-${index}` : "option"}
						value={text}
						id={`${id}-${index}`}
						required={!poll.multiple}
					/>
					<bdi>{text}</bdi>
				</label>
			))}
		</fieldset>
		<button class="button" type="submit">
			Vote
		</button>
	</form>
)

// In the order in which they were asked: a poll says what people think, and crowns nobody.
const Options = ({ poll }: Pick<PollProps, "poll">) => (
	<ul>
		{poll.options.map(({ text, votes, yours }) => (
			<li>
				<bdi>{text}</bdi>
				{votes !== null && <span class="quiet">{` ${counted(votes, "vote", "votes")}`}</span>}
				{yours && <span class="quiet"> (yours)</span>}
			</li>
		))}
	</ul>
)

const How = ({ poll, url, server }: Pick<PollProps, "poll" | "url" | "server">) => {
	if (!url || poll.closed || poll.action || poll.voters !== null) return null
	if (poll.elsewhere)
		return (
			<p>
				It is asked on another server:{" "}
				<OutsideLink href={url} server={server}>
					vote there
				</OutsideLink>
				.
			</p>
		)
	return (
		<p>To vote, open this post in the app where you follow the group. The count is shown when it closes.</p>
	)
}

/** What a post lets people choose from: to vote, or how people voted. */
export const Poll = ({ id, poll, url, now, server }: PollProps) => (
	<div class="poll">
		{poll.action ? <Choose id={id} poll={poll} /> : <Options poll={poll} />}
		<How poll={poll} url={url} server={server} />
		<p class="quiet">
			{poll.closed ? "The poll is closed." : "The poll is open"}
			{!poll.closed && poll.endsAt && (
				<>
					{" until "}
					<When at={poll.endsAt} now={now} server={server} />
				</>
			)}
			{!poll.closed && "."}
			{poll.voters !== null && ` ${sentence(counted(poll.voters, "person", "people"))} voted.`}
		</p>
	</div>
)

const sentence = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
