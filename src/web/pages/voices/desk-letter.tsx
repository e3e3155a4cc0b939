import { Say, t } from "../../language.tsx"
import type { ServerView } from "../../layout.tsx"
import type { MessageView } from "../../voices/views.ts"
import { Around, WayBack } from "../around.tsx"
import { Field } from "../field.tsx"
import { OutsideLink } from "../outside-link.tsx"
import { Messages } from "./messages.tsx"

export type DeskLetterPageProps = {
	server: ServerView
	group: { handle: string; name: string; hue: number }
	id: string
	person: { name: string; handle: string; url: string }
	messages: MessageView[]
	/** Whether it waits for somebody. */
	open: boolean
	words: string
	done: boolean
	refused?: string
	now: Date
}

/** What one person and those who look after a group wrote to each other. */
export const DeskLetterPage = (props: DeskLetterPageProps) => {
	const { server, group, id, person, messages, open, words, done, refused, now } = props
	const letters = `/@${group.handle}/desk/letters`
	return (
		<Around
			server={server}
			title={t("Letters from {{name}}", { name: person.name })}
			hue={group.hue}
			back={<WayBack to={letters} name={t("Letters to the group")} label={t("The desk")} />}
			kept={done}
			{...(refused && { wrong: refused })}
		>
			<p class="quiet">
				<OutsideLink class="plain" href={person.url} server={server}>
					<bdi>{person.handle}</bdi>
				</OutsideLink>
			</p>
			<Messages messages={messages} now={now} />
			<form class="section" method="post" action={`${letters}/${id}/answer`} novalidate>
				<Field
					name="words"
					label={t("Your answer")}
					hint={t("It comes from the group. The other moderators see that you wrote it.")}
					value={words}
					lines={6}
					autocomplete="off"
				/>
				<button class="button" type="submit">
					{t("Send it")}
				</button>
			</form>
			{open && (
				<form class="section" method="post" action={`${letters}/${id}/close`}>
					<p>
						<Say
							text="Is there nothing more to be done? {{name}} hears nothing of it, and can write again."
							name={<bdi>{person.name}</bdi>}
						/>
					</p>
					<button class="button second" type="submit">
						{t("Put it away")}
					</button>
				</form>
			)}
		</Around>
	)
}
