import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import { type Setting, SettingsFrame } from "./frame.tsx"

export type DeletionPageProps = Setting & {
	handle: string
	/** The groups nobody else owns; while there are any, nobody leaves. */
	groups: { handle: string; name: string }[]
}

/** The way out for good: what goes, what stays, and one's own name to say that it is meant. */
export const DeletionPage = (props: DeletionPageProps) => (
	<SettingsFrame
		{...props}
		title={t("Delete my account")}
		lede={t("This cannot be taken back, by you or by anybody else.")}
	>
		<section class="section" aria-labelledby="goes">
			<h2 id="goes">{t("What goes")}</h2>
			<ul>
				<li>{t("Your posts and answers, in every group. Other servers are told to delete their copies.")}</li>
				<li>{t("Your profile, your thanks, and your place in every group.")}</li>
				<li>
					{t(
						"Everything private, at once: how you sign in, your e-mail address, drafts, kept posts, muted conversations, blocks and invitations.",
					)}
				</li>
			</ul>
			<h2>{t("What stays")}</h2>
			<ul>
				<li>{t("That a post was there, without its words, so that answers to it still make sense.")}</li>
				<li>{t("What moderators decided, without your name on the page.")}</li>
				<li>{t("Your handle, which nobody else is ever given. You cannot have it again, either.")}</li>
				<li>{t("Backups of this server, until they are replaced by newer ones.")}</li>
			</ul>
			<p>{t("Most servers delete what they are told to delete. Nobody can promise it for them.")}</p>
			<p>
				<Say
					text="If you only want to live elsewhere, {{move}} instead: those who know you come along."
					move={<a href="/settings/moving">{t("move house")}</a>}
				/>
			</p>
		</section>
		{props.groups.length > 0 ? (
			<section class="panel section" aria-labelledby="first">
				<h2 id="first">{t("First, somebody else has to take over")}</h2>
				<p>{t("Nobody else owns these groups. Make another person their owner, then come back.")}</p>
				<ul>
					{props.groups.map(({ handle, name }) => (
						<li>
							<a href={`/@${handle}/settings/people`}>
								<bdi>{name}</bdi>
							</a>
						</li>
					))}
				</ul>
			</section>
		) : (
			<form method="post" action="/settings/delete" novalidate>
				<Field
					name="name"
					label={t("Type {{handle}} if you mean it", { handle: props.handle })}
					hint={t("It is the name of your account.")}
					autocomplete="off"
					exact
				/>
				<button class="button" type="submit">
					{t("Delete my account for good")}
				</button>
			</form>
		)}
	</SettingsFrame>
)
