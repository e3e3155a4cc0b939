import { t } from "../../language.tsx"
import { Field } from "../field.tsx"

export type HomeFormProps = {
	action: string
	/** What the button says. */
	label: string
	/** What was typed, now or the last time. */
	home: string
	wrong?: string
	/** The post that is to be answered, where there is one. */
	to?: string
}

/** Where somebody says which server their account is on; pressing the button brings them there. */
export const HomeForm = ({ action, label, home, wrong, to }: HomeFormProps) => (
	<form method="post" action={action} novalidate class="from-home">
		{to && <input type="hidden" name="to" value={to} />}
		<Field
			name="home"
			label={t("Where is your account?")}
			hint={t("Like @you@social.example, the address of your page there, or only your server.")}
			value={home}
			autocomplete="on"
			exact
			{...(wrong && { error: wrong })}
		/>
		<button class="button" type="submit">
			{label}
		</button>
	</form>
)
