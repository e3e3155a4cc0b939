import type { Child } from "hono/jsx"
import { limits } from "../../../limits.ts"
import { t } from "../../language.tsx"

export type DeedProps = {
	group: { handle: string; seen?: number; who?: string }
	/** The last part of the address it is sent to. */
	deed: string
	/** Tells this form from the others of its kind on the page. */
	about: string
	/** What the command needs to know and nobody types. */
	given?: Record<string, string>
	children?: Child
}

type ChoiceProps = {
	id: string
	label: string
	effect: Child
	name?: string
	value?: string
	first?: boolean
}

/** A button, and beside it what it will do, here and elsewhere. */
export const Choice = ({ id, label, effect, name, value, first }: ChoiceProps) => (
	<div class="choice">
		<button
			class={first ? "button" : "button second"}
			type="submit"
			name={name}
			value={value}
			aria-describedby={id}
		>
			{label}
		</button>
		<p class="quiet" id={id}>
			{effect}
		</p>
	</div>
)

/** One thing that can be done at the desk. */
export const DeedForm = ({ group, deed, given = {}, children }: Omit<DeedProps, "about">) => (
	<form class="deed" method="post" action={`/@${group.handle}/desk/${deed}`}>
		{group.seen !== undefined && <input type="hidden" name="seen" value={group.seen} />}
		{group.who && <input type="hidden" name="who" value={group.who} />}
		{Object.entries(given).map(([name, value]) => (
			<input type="hidden" name={name} value={value} />
		))}
		{children}
	</form>
)

/** The usual form: perhaps some fields, and one button. */
export const Deed = ({
	about,
	children,
	label,
	effect,
	first,
	...form
}: DeedProps & Omit<ChoiceProps, "id" | "name" | "value">) => (
	<DeedForm {...form}>
		{children}
		<Choice id={`${form.deed}-${about}`} label={label} effect={effect} first={first} />
	</DeedForm>
)

type LineProps = {
	name: string
	label: string
	hint?: string
	type?: "text" | "date"
	required?: boolean
	longest?: number
	list?: string
	exact?: boolean
}

/** A field whose label stands around it, since the same one is on the page many times. */
export const Line = ({ name, label, hint, type = "text", required, longest, list, exact }: LineProps) => (
	<label class="line">
		<span>{label}</span>
		{hint && <span class="hint">{hint}</span>}
		<input
			name={name}
			type={type}
			required={required}
			maxlength={longest}
			list={list}
			autocomplete="off"
			dir={exact ? "ltr" : "auto"}
			autocapitalize={exact ? "none" : undefined}
			spellcheck={exact ? false : undefined}
		/>
	</label>
)

export const Reason = ({ label = t("Why?"), required = false }: { label?: string; required?: boolean }) => (
	<Line name="reason" label={label} required={required} longest={limits.reason} />
)
