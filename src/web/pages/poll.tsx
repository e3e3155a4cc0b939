import { Say, t } from "../language.tsx"
import type { ServerView } from "../layout.tsx"
import { OutsideLink } from "./outside-link.tsx"
import type { PollView } from "./views.ts"
import { When } from "./when.tsx"

type PollProps = { id: string; poll: PollView; url: string | null; now: Date; server: ServerView }

const Choose = ({ id, poll }: Pick<PollProps, "id" | "poll">) => (
	<form method="post" action={poll.action}>
		<fieldset>
			<legend>{poll.multiple ? t("Choose as many as you like") : t("Choose one")}</legend>
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
			{t("Vote")}
		</button>
	</form>
)

// In the order in which they were asked: a poll says what people think, and crowns nobody.
const Options = ({ poll }: Pick<PollProps, "poll">) => (
	<ul>
		{poll.options.map(({ text, votes, yours }) => (
			<li>
				<bdi>{text}</bdi>
				{votes !== null && <span class="quiet">{` ${votesIn(votes)}`}</span>}
				{yours && <span class="quiet"> {t("(yours)")}</span>}
			</li>
		))}
	</ul>
)

const How = ({ poll, url, server }: Pick<PollProps, "poll" | "url" | "server">) => {
	if (!url || poll.closed || poll.action || poll.voters !== null) return null
	if (poll.elsewhere)
		return (
			<p>
				<Say
					text="It is asked on another server: {{link}}."
					link={
						<OutsideLink href={url} server={server}>
							{t("vote there")}
						</OutsideLink>
					}
				/>
			</p>
		)
	return (
		<p>
			{t("To vote, open this post in the app where you follow the group. The count is shown when it closes.")}
		</p>
	)
}

/** What a post lets people choose from: to vote, or how people voted. */
export const Poll = ({ id, poll, url, now, server }: PollProps) => (
	<div class="poll">
		{poll.action ? <Choose id={id} poll={poll} /> : <Options poll={poll} />}
		<How poll={poll} url={url} server={server} />
		<p class="quiet">
			{poll.closed ? (
				t("The poll is closed.")
			) : poll.endsAt ? (
				<Say text="The poll is open until {{when}}." when={<When at={poll.endsAt} now={now} />} />
			) : (
				t("The poll is open.")
			)}
			{poll.voters !== null && ` ${votersIn(poll.voters)}`}
		</p>
	</div>
)

const votesIn = (count: number): string => (count === 0 ? t("no votes") : t("{{count}} votes", { count }))
const votersIn = (count: number): string =>
	count === 0 ? t("No people voted.") : t("{{count}} people voted.", { count })
