import type { Child } from "hono/jsx"
import { t } from "../../language.tsx"
import { Around, type Changing, WayBack } from "../around.tsx"

/** What every page of the settings is told. */
export type Setting = Changing

/** Around each page of the settings: back to all of them. */
export const SettingsFrame = (props: Setting & { title: string; lede?: string; children?: Child }) => (
	<Around {...props} back={<WayBack to="/settings" name={t("All settings")} label={t("Settings")} />} />
)

/** One button with a form of its own. */
export const Press = (props: {
	action: string
	label: string
	named?: Record<string, string>
	second?: boolean
}) => (
	<form method="post" action={props.action}>
		{Object.entries(props.named ?? {}).map(([name, value]) => (
			<input type="hidden" name={name} value={value} />
		))}
		<button class={props.second ? "button second" : "button"} type="submit">
			{props.label}
		</button>
	</form>
)
