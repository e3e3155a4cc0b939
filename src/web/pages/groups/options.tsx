/** One way it can be: its value, what it is called, and what that means for whom. */
export type Option = [value: string, label: string, effect: string]

/** A question with a few answers, each of which says what it does. */
export const Options = (props: {
	name: string
	legend: string
	hint?: string
	chosen: string
	options: Option[]
}) => {
	const { name, legend, hint, chosen, options } = props
	return (
		<fieldset class="options" aria-describedby={hint ? `${name}-hint` : undefined}>
			<legend>{legend}</legend>
			{hint && (
				<p class="hint" id={`${name}-hint`}>
					{hint}
				</p>
			)}
			{options.map(([value, label, effect]) => (
				<label class="option">
					<input type="radio" name={name} value={value} checked={value === chosen} />
					<span>
						<span class="name">{label}</span>
						<span class="quiet">{effect}</span>
					</span>
				</label>
			))}
		</fieldset>
	)
}
