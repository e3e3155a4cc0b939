import { t } from "../language.tsx"

export type FieldProps = {
	name: string
	label: string
	hint?: string
	value?: string
	error?: string
	type?: "text" | "password" | "email" | "number"
	/** It may be left empty. */
	optional?: boolean
	/** More than one line to write in. */
	lines?: number
	autocomplete: string
	/** A name for machines: no capitals, no spelling help. */
	exact?: boolean
}

/** One labelled field: label above, hint below the label, what is wrong beside the field and tied to it. */
export const Field = (props: FieldProps) => {
	const { name, hint, error } = props
	const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ")
	return (
		<div class="field">
			<label for={name}>{props.label}</label>
			{hint && (
				<p class="hint" id={`${name}-hint`}>
					{hint}
				</p>
			)}
			<Entry {...props} described={described || undefined} />
			{error && (
				<p class="wrong" id={`${name}-error`}>
					{t(error)}
				</p>
			)}
		</div>
	)
}

const Entry = (props: FieldProps & { described: string | undefined }) => {
	const shared = {
		id: props.name,
		name: props.name,
		required: !props.optional,
		autocomplete: props.autocomplete,
		autocapitalize: props.exact ? ("none" as const) : undefined,
		spellcheck: props.exact ? false : undefined,
		"aria-describedby": props.described,
		"aria-invalid": props.error ? ("true" as const) : undefined,
	}
	if (props.lines)
		return (
			<textarea {...shared} rows={props.lines} dir="auto">
				{props.value}
			</textarea>
		)
	return (
		<input
			{...shared}
			type={props.type ?? "text"}
			dir={props.exact || props.type === "password" || props.type === "email" ? "ltr" : "auto"}
			value={props.type === "password" ? undefined : props.value}
		/>
	)
}

/** Everything that is wrong, at the top, each a link to its field; those of no field are plain sentences. */
export const ErrorSummary = (props: { errors: Record<string, string>; fields: readonly string[] }) => {
	const entries = Object.entries(props.errors).filter(([, reason]) => reason)
	if (entries.length === 0) return null
	return (
		<div class="alarm" role="alert" aria-labelledby="wrong-title">
			<h2 id="wrong-title">{t("Almost there. Please look at this again:")}</h2>
			<ul>
				{entries.map(([name, reason]) => (
					<li>{props.fields.includes(name) ? <a href={`#${name}`}>{t(reason)}</a> : t(reason)}</li>
				))}
			</ul>
		</div>
	)
}
