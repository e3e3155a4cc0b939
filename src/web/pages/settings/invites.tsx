import { Say, t } from "../../language.tsx"
import { Field } from "../field.tsx"
import type { PersonView } from "../views.ts"
import { When } from "../when.tsx"
import { Press, type Setting, SettingsFrame } from "./frame.tsx"

type InviteView = { id: string; note: string; group: string | null; several: boolean; until: Date }

export type InvitesPageProps = Setting & {
	open: InviteView[]
	/** Those they look after, into which they may bring people straight away. */
	groups: { id: string; name: string }[]
	/** Who came by one of theirs. */
	came: PersonView[]
	now: Date
	/** The one just made; it is shown this once. */
	link?: string
}

const Made = ({ link }: { link: string }) => (
	<section class="panel section" aria-labelledby="made">
		<h2 id="made">{t("Your invitation")}</h2>
		<p>{t("Hand this link on. It is shown this once; whoever has it can come in.")}</p>
		<p class="link">{link}</p>
	</section>
)

const Form = ({ groups }: InvitesPageProps) => (
	<form method="post" action="/settings/invites" novalidate>
		<Field
			name="note"
			label={t("For whom is it?")}
			hint={t("Only you see this.")}
			autocomplete="off"
			optional
		/>
		<Field name="uses" label={t("For how many people?")} type="number" value="1" autocomplete="off" />
		<Field name="days" label={t("For how many days?")} type="number" value="14" autocomplete="off" />
		{groups.length > 0 && (
			<div class="field">
				<label for="group">{t("Into a group straight away?")}</label>
				<select id="group" name="group">
					<option value="">{t("No, only here")}</option>
					{groups.map(({ id, name }) => (
						<option value={id}>{name}</option>
					))}
				</select>
			</div>
		)}
		<button class="button" type="submit">
			{t("Make the link")}
		</button>
	</form>
)

const Open = ({ open, now }: InvitesPageProps) => (
	<section class="section" aria-labelledby="open">
		<h2 id="open">{t("Open invitations")}</h2>
		<ul class="slips small">
			{open.map(({ id, note, group, several, until }) => (
				<li>
					<p class="name" dir="auto">
						{note || (several ? t("For several people") : t("For one person"))}
					</p>
					{group && (
						<p>
							<Say text="Into the group {{group}}" group={<bdi>{group}</bdi>} />
						</p>
					)}
					<p class="quiet">
						<Say text="Open until {{when}}" when={<When at={until} now={now} />} />
					</p>
					<div class="choice">
						<Press action="/settings/invites/revoke" label={t("Take it back")} named={{ id }} second />
					</div>
				</li>
			))}
		</ul>
	</section>
)

/** Whom somebody lets in. */
export const InvitesPage = (props: InvitesPageProps) => (
	<SettingsFrame
		{...props}
		title={t("Invitations")}
		lede={t("A link by which somebody you know may have an account here. That you invited them is kept.")}
	>
		{props.link && <Made link={props.link} />}
		<Form {...props} />
		{props.open.length > 0 && <Open {...props} />}
		{props.came.length > 0 && (
			<section class="section" aria-labelledby="came">
				<h2 id="came">{t("Who came by your invitation")}</h2>
				<ul class="hosts">
					{props.came.map(({ name, handle, url }) => (
						<li>
							<a class="plain" href={url}>
								<bdi>{name}</bdi>
							</a>
							<span class="handle">
								<bdi>{handle}</bdi>
							</span>
						</li>
					))}
				</ul>
			</section>
		)}
	</SettingsFrame>
)
