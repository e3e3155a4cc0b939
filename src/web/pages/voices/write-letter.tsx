import { Say, t } from "../../language.tsx"
import type { ServerView } from "../../layout.tsx"
import type { MessageView } from "../../voices/views.ts"
import { Around } from "../around.tsx"
import { Field } from "../field.tsx"
import { Back } from "../speaking/write.tsx"
import { Messages } from "./messages.tsx"

export type WriteLetterPageProps = {
	server: ServerView
	group: { handle: string; host: string; name: string; hue: number }
	/** The group, as people elsewhere write to it. */
	address: string
	/** Whether somebody is signed in. */
	you: boolean
	messages: MessageView[]
	words: string
	done: boolean
	refused?: string
	now: Date
}

const Elsewhere = ({ group, address }: Pick<WriteLetterPageProps, "group" | "address">) => (
	<>
		<p>
			<Say
				text="From Mastodon and its kin, send a private message to {{address}}, and to nobody else. The group answers you there."
				address={<bdi>{address}</bdi>}
			/>
		</p>
		<p>
			<a class="button" href={`/login?next=${encodeURIComponent(`/@${group.handle}/letter`)}`}>
				{t("Sign in to write here")}
			</a>
		</p>
	</>
)

/** Where somebody writes to those who look after a group. */
export const WriteLetterPage = (props: WriteLetterPageProps) => {
	const { server, group, address, you, messages, words, done, refused, now } = props
	const title = t("Write to those who look after {{group}}", { group: group.name })
	return (
		<Around
			server={server}
			title={title}
			hue={group.hue}
			back={<Back group={group} />}
			{...(refused && { wrong: refused })}
			lede={t("They read it together, and nobody else does. What they answer comes from the group.")}
		>
			{done && (
				<p class="done" role="status">
					{t("Your letter is with them. What they answer stands here, and among your news.")}
				</p>
			)}
			{messages.length > 0 && <Messages messages={messages} now={now} />}
			{you ? (
				<form class="section" method="post" action={`/@${group.handle}/letter`} novalidate>
					<Field name="words" label={t("Your letter")} value={words} lines={6} autocomplete="off" />
					<button class="button" type="submit">
						{t("Send it")}
					</button>
				</form>
			) : (
				<Elsewhere group={group} address={address} />
			)}
		</Around>
	)
}
