import { Door } from "../icons.tsx"
import { Say, t } from "../language.tsx"
import { Layout, type ServerView } from "../layout.tsx"
import { Address } from "./address.tsx"
import { ErrorSummary, Field, type FieldProps } from "./field.tsx"
import type { GroupView } from "./views.ts"

export type SetupPageProps = {
	server: ServerView
	/** What was typed last time; a password is never shown again. */
	fields: Record<string, string>
	/** A sentence for each field that is wrong; any other key is said in the summary only. */
	errors: Record<string, string>
	token: string
}

const questions = (host: string): { legend: string; fields: FieldProps[] }[] => [
	{
		legend: t("This server"),
		fields: [
			{
				name: "server_name",
				label: t("What is it called?"),
				hint: t("A name for the whole house: your town, your club, your family."),
				autocomplete: "organization",
			},
		],
	},
	{
		legend: t("You"),
		fields: [
			{
				name: "name",
				label: t("Your account’s name"),
				hint: t("Small letters, digits and _, from two to thirty of them. You will be {{address}}.", {
					address: `@name@${host}`,
				}),
				autocomplete: "username",
				exact: true,
			},
			{
				name: "password",
				label: t("A password"),
				hint: t("Long beats clever: a few unrelated words are best."),
				autocomplete: "new-password",
				type: "password",
			},
		],
	},
	{
		legend: t("The first group"),
		fields: [
			{
				name: "group_name",
				label: t("What do its people call it?"),
				hint: t("For example: The Thursday Book Club."),
				autocomplete: "off",
			},
			{
				name: "group_handle",
				label: t("Its short name"),
				hint: t(
					"Small letters, digits and _. It becomes the address people follow, like {{address}}, and it stays for good.",
					{ address: `@bookclub@${host}` },
				),
				autocomplete: "off",
				exact: true,
			},
		],
	},
]

/** The form behind the one-time setup link. Works without script; POSTs to /setup. */
export const SetupPage = ({ server, fields, errors, token }: SetupPageProps) => {
	const parts = questions(new URL(server.origin).host)
	const names = parts.flatMap((part) => part.fields.map((field) => field.name))
	const wrong = Object.values(errors).some(Boolean)
	return (
		<Layout title={wrong ? t("Not quite yet: setting up") : t("Setting up")} server={server}>
			<h1>{t("Welcome. Let’s open the door.")}</h1>
			<p class="lede">
				{t(
					"Three short questions, and your first group can be found by anybody on the fediverse (Mastodon, Lemmy and others).",
				)}
			</p>
			<ErrorSummary errors={errors} fields={names} />
			<form method="post" action="/setup" novalidate>
				<input type="hidden" name="token" value={token} />
				{parts.map((part) => (
					<fieldset>
						<legend>{part.legend}</legend>
						{part.fields.map((field) => (
							<Field {...field} value={fields[field.name]} error={errors[field.name]} />
						))}
					</fieldset>
				))}
				<button class="button" type="submit">
					{t("Open the door")}
				</button>
			</form>
		</Layout>
	)
}

/** What to do once the door is open. */
export const SetupDonePage = (props: {
	server: ServerView
	group: Pick<GroupView, "handle" | "host" | "name"> & { hue?: number }
}) => {
	const { server, group } = props
	return (
		<Layout title={t("The door is open")} server={server} hue={group.hue}>
			<header class="panel porch">
				<Door handle={group.handle} hue={group.hue ?? 45} />
				<div>
					<h1>{t("The door is open.")}</h1>
					<p class="lede">
						<Say
							text="{{group}} can be found and followed now, as {{address}}."
							group={<bdi>{group.name}</bdi>}
							address={<Address class="name" of={`@${group.handle}@${group.host}`} />}
						/>
					</p>
					<a class="button" href={`/@${group.handle}`}>
						{t("See its page")}
					</a>
				</div>
			</header>
			<section class="section" aria-labelledby="next">
				<h2 id="next">{t("What to do next")}</h2>
				<ol class="steps">
					<li>
						<a href="/login?next=/settings/passkeys">
							{t("Sign in and add a passkey: then you need to remember no password.")}
						</a>
					</li>
					<li>
						{t(
							"Follow the group from your own account on another server. You will see what your guests see.",
						)}
					</li>
					<li>
						{t(
							"Say the first words: write a post there that mentions the group. A question is a good beginning.",
						)}
					</li>
					<li>
						{t(
							"Invite three people. Send each the address above with a line of your own; that beats any button.",
						)}
					</li>
					<li>{t("Write down how you want to talk to each other, before you need it.")}</li>
				</ol>
			</section>
		</Layout>
	)
}
