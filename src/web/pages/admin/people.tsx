import { Say, t } from "../../language.tsx"
import { Address } from "../address.tsx"
import { Field } from "../field.tsx"
import { Press } from "../settings/frame.tsx"
import type { PersonView } from "../views.ts"
import { When } from "../when.tsx"
import { AdminFrame, type AdminFrameProps } from "./frame.tsx"
import { Why } from "./why.tsx"

export type PeoplePageProps = AdminFrameProps & {
	search: string
	people: (PersonView & { at: string; operator: boolean; disabled: boolean })[]
	/** Address of the page with those after them in the alphabet, if there are any. */
	next?: string
}

/** Everybody who has an account here, by name. */
export const PeoplePage = ({ search, people, next, ...frame }: PeoplePageProps) => (
	<AdminFrame {...frame} title={t("Accounts")}>
		<form method="get" action="/admin/people">
			<Field name="name" label={t("A part of a name")} value={search} autocomplete="off" optional />
			<button class="button second" type="submit">
				{t("Look for it")}
			</button>
		</form>
		{people.length === 0 && <p class="section">{t("Nobody here is called that.")}</p>}
		<ul class="slips small section">
			{people.map(({ name, handle, at, operator, disabled }) => (
				<li>
					<p class="excerpt">
						<a href={at}>
							<bdi>{name}</bdi>
						</a>
					</p>
					<p class="quiet">
						<Address of={handle} />
						{operator && <> · {t("runs this server")}</>}
						{disabled && <> · {t("switched off")}</>}
					</p>
				</li>
			))}
		</ul>
		{next && (
			<p class="older">
				<a class="plain" href={next} rel="next">
					{t("Further in the alphabet")}
				</a>
			</p>
		)}
	</AdminFrame>
)

export type SomebodyPageProps = AdminFrameProps & {
	person: PersonView
	handle: string
	/** Whether it is the one who looks. */
	you: boolean
	operator: boolean
	disabled: Date | null
	since: Date
	invitedBy: PersonView | null
	invited: PersonView[]
	/** A link by which they get in, just made; it is shown this once. */
	link?: string
}

const Person = ({ name, handle }: PersonView) => (
	<a href={`/admin/people/${handle.slice(1).split("@")[0]}`}>
		<bdi>{name}</bdi>
	</a>
)

const Facts = ({ person, since, invitedBy, invited, operator, disabled, now }: SomebodyPageProps) => (
	<dl class="lines">
		<div>
			<dt>{t("Handle")}</dt>
			<dd>
				<Address of={person.handle} />
			</dd>
		</div>
		<div>
			<dt>{t("Here since")}</dt>
			<dd>
				<When at={since} now={now} />
			</dd>
		</div>
		<div>
			<dt>{t("Invited by")}</dt>
			<dd>{invitedBy ? <Person {...invitedBy} /> : t("Nobody: they came another way.")}</dd>
		</div>
		{invited.length > 0 && (
			<div>
				<dt>{t("Has invited")}</dt>
				<dd>
					<ul class="ways">
						{invited.map((one) => (
							<li>
								<Person {...one} />
							</li>
						))}
					</ul>
				</dd>
			</div>
		)}
		{operator && (
			<div>
				<dt>{t("May")}</dt>
				<dd>{t("run this server")}</dd>
			</div>
		)}
		{disabled && (
			<div>
				<dt>{t("Switched off")}</dt>
				<dd>
					<When at={disabled} now={now} />
				</dd>
			</div>
		)}
	</dl>
)

const Off = ({ handle, disabled }: SomebodyPageProps) => (
	<section class="section" aria-labelledby="off">
		<h2 id="off">{disabled ? t("Switch it on again") : t("Switch the account off")}</h2>
		{disabled ? (
			<Press action={`/admin/people/${handle}/enable`} label={t("Switch it on")} />
		) : (
			<form method="post" action={`/admin/people/${handle}/disable`}>
				<p>{t("They are signed out everywhere and cannot get in. What they wrote stays.")}</p>
				<Why />
				<button class="button second" type="submit">
					{t("Switch it off")}
				</button>
			</form>
		)}
	</section>
)

/** One account, and what can be done about it. */
export const SomebodyPage = (props: SomebodyPageProps) => {
	const { person, handle, you, operator, disabled, link } = props
	return (
		<AdminFrame {...props} title={person.name} back={{ href: "/admin/people", label: t("Accounts") }}>
			{link && (
				<section class="panel section" aria-labelledby="link">
					<h2 id="link">{t("A way in")}</h2>
					<p>
						{t(
							"Hand this link to them, and to nobody else. It works once, within an hour, and is shown this once.",
						)}
					</p>
					<p class="link">{link}</p>
				</section>
			)}
			<Facts {...props} />
			{!disabled && !link && (
				<section class="section" aria-labelledby="reset">
					<h2 id="reset">{t("Help them in")}</h2>
					<p>
						{t(
							"For somebody who has lost every way in. They are signed out everywhere; make sure that it is them.",
						)}
					</p>
					<Press action={`/admin/people/${handle}/reset`} label={t("Make a link")} second />
				</section>
			)}
			{!disabled && (
				<section class="section" aria-labelledby="work">
					<h2 id="work">{t("Share the work")}</h2>
					<p>
						{operator
							? t("They may do all that these pages offer.")
							: t("Whoever runs the server may do all that these pages offer, and make others do so.")}
					</p>
					<Press
						action={`/admin/people/${handle}/${operator ? "dismiss" : "appoint"}`}
						label={operator ? t("They no longer run it") : t("Let them run it, too")}
						second
					/>
				</section>
			)}
			{!you && <Off {...props} />}
			<p class="section quiet">
				<Say
					text="To delete an account for somebody else, there is {{command}}."
					command={<code dir="ltr">snug account delete {handle}</code>}
				/>
			</p>
		</AdminFrame>
	)
}
