import { t } from "../../language.tsx"
import { Field } from "../field.tsx"

/** Asks an operator for a reason, which the other operators read. */
export const Why = ({ name = "reason", value = "" }: { name?: string; value?: string }) => (
	<Field
		name={name}
		label={t("Why?")}
		hint={t("It stands in the log of those who run this server.")}
		value={value}
		autocomplete="off"
		optional
	/>
)
