import { Say, t } from "../../language.tsx"
import { Layout, type ServerView } from "../../layout.tsx"
import { ErrorSummary, Field } from "../field.tsx"
import type { LanguageChoice } from "../speaking/views.ts"
import { joiningOptions, Language } from "./choices.tsx"
import { Options } from "./options.tsx"

export type NewGroupPageProps = {
	server: ServerView
	/** What was typed last time. */
	fields: Record<string, string>
	errors: Record<string, string>
	languages: LanguageChoice[]
}

const Name = ({ fields, errors, server }: NewGroupPageProps) => {
	const shown = (name: string) => ({ name, value: fields[name], error: errors[name] })
	const address = `@bookclub@${new URL(server.origin).host}`
	return (
		<>
			<Field
				{...shown("name")}
				label={t("What do its people call it?")}
				hint={t("For example: The Thursday Book Club.")}
				autocomplete="off"
			/>
			<Field
				{...shown("handle")}
				label={t("Its short name")}
				hint={t(
					"Small letters, digits and _. It becomes the address people follow, like {{address}}. This one thing is decided now and stays for good.",
					{ address },
				)}
				autocomplete="off"
				exact
			/>
			<Field
				{...shown("about")}
				label={t("What is it about?")}
				hint={t("A sentence or two on its door. You can write in Markdown.")}
				autocomplete="off"
				lines={4}
				optional
			/>
		</>
	)
}

/** The one page by which somebody opens a group. */
export const NewGroupPage = (props: NewGroupPageProps) => {
	const { server, fields, errors, languages } = props
	const wrong = Object.values(errors).some(Boolean)
	return (
		<Layout title={wrong ? t("Not quite yet: a new group") : t("A new group")} server={server}>
			<h1>{t("A new group")}</h1>
			<p class="lede">
				{t("A door of its own, for people who like talking to each other. You will be its owner.")}
			</p>
			<ErrorSummary errors={errors} fields={["name", "handle", "about", "language"]} />
			<form method="post" action="/groups/new" novalidate>
				<Name {...props} />
				<Options
					name="joining"
					legend={t("How do people come in?")}
					chosen={fields.joining ?? "open"}
					options={joiningOptions()}
				/>
				<Language chosen={fields.language ?? ""} languages={languages} />
				<p class="quiet">
					<Say
						text="It opens as a public group: anybody may read it, on {{server}} and on every server where somebody follows it. All but the short name can be changed later, and a rule or two written down."
						server={<bdi>{server.name}</bdi>}
					/>
				</p>
				<button class="button" type="submit">
					{t("Open the group")}
				</button>
			</form>
		</Layout>
	)
}
