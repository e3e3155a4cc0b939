import { Flower } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { ErrorSummary, Field } from "./field.tsx"

export type SignUpPageProps = {
	server: ServerView
	/** What was typed last time; a password is never shown again. */
	fields: Record<string, string>
	errors: Record<string, string>
	/** Whoever runs the server is asked first. */
	asks: boolean
	/** Whether the server can send letters. */
	letters: boolean
	/** Already sanitised; may be empty. */
	rulesHtml: string
	invite?: { token: string; by: string | null; group: string | null }
}

const Lede = ({ server, asks, invite }: SignUpPageProps) => {
	const here = <bdi>{server.name}</bdi>
	if (invite?.by && invite.group)
		return (
			<Say
				text="{{who}} invites you to {{server}}, and into the group {{group}}."
				who={<bdi>{invite.by}</bdi>}
				server={here}
				group={<bdi>{invite.group}</bdi>}
			/>
		)
	if (invite?.by)
		return <Say text="{{who}} invites you to {{server}}." who={<bdi>{invite.by}</bdi>} server={here} />
	if (invite?.group)
		return (
			<Say
				text="You are invited to {{server}}, and into the group {{group}}."
				server={here}
				group={<bdi>{invite.group}</bdi>}
			/>
		)
	if (invite) return <Say text="You are invited to {{server}}." server={here} />
	return asks ? (
		<Say text="Say who you are. Whoever runs {{server}} reads it and answers you." server={here} />
	) : (
		<Say
			text="An account on {{server}}. To follow a group you need none: your own app will do."
			server={here}
		/>
	)
}

const Questions = (props: SignUpPageProps) => {
	const { server, fields, errors, asks, letters } = props
	const shown = (name: string) => ({ name, value: fields[name], error: errors[name] })
	return (
		<>
			<Field {...shown("display_name")} label={t("What do people call you?")} autocomplete="name" optional />
			<Field
				{...shown("name")}
				label={t("Your account’s name")}
				hint={t("Small letters, digits and _, from two to thirty of them. You will be @name@{{host}}.", {
					host: new URL(server.origin).host,
				})}
				autocomplete="username"
				exact
			/>
			<Field
				{...shown("password")}
				label={t("A password")}
				hint={t("Long beats clever: a few unrelated words are best.")}
				type="password"
				autocomplete="new-password"
			/>
			{letters && (
				<Field
					{...shown("email")}
					label={t("Your e-mail address")}
					hint={t("If you like: so that you get in again when you forget your password. Nobody sees it.")}
					type="email"
					autocomplete="email"
					optional
				/>
			)}
			{asks && (
				<Field
					{...shown("note")}
					label={t("Who are you?")}
					hint={t("A sentence or two for whoever runs this server.")}
					autocomplete="off"
					lines={4}
				/>
			)}
		</>
	)
}

/** The form by which somebody comes to have an account. */
export const SignUpPage = (props: SignUpPageProps) => {
	const { server, errors, asks, invite, rulesHtml } = props
	const title = asks ? t("Ask for an account") : t("Make an account")
	return (
		<Layout title={title} server={server}>
			<h1>{title}</h1>
			<p class="lede">
				<Lede {...props} />
			</p>
			<ErrorSummary errors={errors} fields={["display_name", "name", "password", "email", "note"]} />
			<form method="post" action="/sign-up" novalidate>
				{invite && <input type="hidden" name="invite" value={invite.token} />}
				<div class="apart" aria-hidden="true">
					<label>
						Website <input name="website" tabindex={-1} autocomplete="off" />
					</label>
				</div>
				<Questions {...props} />
				{rulesHtml && (
					<section class="section" aria-labelledby="rules">
						<h2 id="rules">{t("The rules here")}</h2>
						<div class="panel prose" dir="auto" dangerouslySetInnerHTML={{ __html: rulesHtml }} />
						<label class="tick">
							<input type="checkbox" name="agreed" value="yes" />
							<span>{t("I have read them and keep to them.")}</span>
						</label>
					</section>
				)}
				<button class="button" type="submit">
					{asks ? t("Ask") : t("Make my account")}
				</button>
			</form>
			<Flower />
		</Layout>
	)
}

/** What became of a request. */
export const RequestPage = (props: {
	server: ServerView
	state: "waiting" | "approved" | "rejected"
	handle: string
	why: string
}) => {
	const { server, state, handle, why } = props
	const title = {
		waiting: t("Your request waits"),
		approved: t("You are welcome"),
		rejected: t("Not this time"),
	}[state]
	return (
		<Layout title={title} server={server}>
			<h1>{title}</h1>
			<p class="lede">
				{state === "waiting" &&
					t("Somebody reads it, as soon as they have time. Keep this page: the answer will stand here.")}
				{state === "approved" && <Say text="The account {{name}} is yours." name={<bdi>@{handle}</bdi>} />}
				{state === "rejected" && t("Whoever runs this server has decided not to give you an account.")}
			</p>
			{why && (
				<p class="why" dir="auto">
					{why}
				</p>
			)}
			{state === "approved" && (
				<p class="section">
					<a class="button" href="/login">
						{t("Sign in")}
					</a>
				</p>
			)}
			<Flower />
		</Layout>
	)
}
