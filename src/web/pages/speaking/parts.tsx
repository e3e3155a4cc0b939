import type { Child } from "hono/jsx"
import { t } from "../../language.tsx"
import type { LanguageChoice, Typed } from "./views.ts"

/** One line to fill in, which may stay empty; label above, hint below the label. */
export const Line = (props: {
	name: string
	label: string
	hint?: string
	value: string
	most: number
	type?: "text" | "url"
}) => (
	<div class="field">
		<label for={props.name}>{props.label}</label>
		{props.hint && (
			<p class="hint" id={`${props.name}-hint`}>
				{props.hint}
			</p>
		)}
		<input
			id={props.name}
			name={props.name}
			type="text"
			inputmode={props.type}
			dir={props.type === "url" ? "ltr" : "auto"}
			value={props.value}
			maxlength={props.most}
			autocomplete="off"
			spellcheck={props.type === "url" ? false : undefined}
			aria-describedby={props.hint ? `${props.name}-hint` : undefined}
		/>
	</div>
)

/** What most posts do without, folded away. */
export const More = ({ open, children }: { open: boolean; children?: Child }) => (
	<details class="fold" open={open}>
		<summary>{t("A content note, a language, a quotation or a poll")}</summary>
		{children}
	</details>
)

export const Language = ({ chosen, languages }: { chosen: string; languages: LanguageChoice[] }) => (
	<div class="field">
		<label for="language">{t("The language you write in")}</label>
		<select id="language" name="language">
			{languages.map(({ tag, name }) => (
				<option value={tag} selected={tag === chosen}>
					{name}
				</option>
			))}
		</select>
	</div>
)

const spans = (): [string, string][] => [
	["30m", t("half an hour")],
	["6h", t("six hours")],
	["1d", t("a day")],
	["3d", t("three days")],
	["7d", t("a week")],
	["14d", t("two weeks")],
	["30d", t("a month")],
]

/** A poll: what people may choose from, one to a line. */
export const Asking = ({ typed }: { typed: Typed }) => (
	<fieldset class="asking">
		<legend>{t("A poll")}</legend>
		<div class="field">
			<label for="options">{t("What people may choose from")}</label>
			<p class="hint" id="options-hint">
				{t("One to a line: two at least, ten at most. Without any, there is no poll.")}
			</p>
			<textarea id="options" name="options" rows={4} dir="auto" aria-describedby="options-hint">
				{typed.options}
			</textarea>
		</div>
		<label class="check">
			<input type="checkbox" name="multiple" value="yes" checked={typed.multiple} />
			<span>{t("People may choose several")}</span>
		</label>
		<div class="field">
			<label for="closes">{t("How long it is open")}</label>
			<select id="closes" name="closes">
				{spans().map(([span, name]) => (
					<option value={span} selected={span === typed.closes}>
						{name}
					</option>
				))}
			</select>
		</div>
	</fieldset>
)

/** Only looking at it happens in place: sending it leads to where it stands. */
export const LookFirst = ({ action }: { action: string }) => (
	<button
		class="button second"
		type="submit"
		name="do"
		value="preview"
		hx-post={action}
		hx-target="#composer"
		hx-select="#composer"
		hx-swap="outerHTML"
	>
		{t("Look at it first")}
	</button>
)
