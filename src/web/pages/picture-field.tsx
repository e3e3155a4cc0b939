import { t } from "../language.tsx"

type Props = {
	/** Where the form goes. */
	action: string
	/** What is asked for, like "Your picture". */
	label: string
	hint: string
	/** The picture there is now. */
	src?: string | undefined
	/** A face is round, and a group's picture is not. */
	form: "round" | "square" | "wide"
}

/** A form for one picture, of somebody or of a group: the one there is, another one, or none any more. */
export const PictureField = ({ action, label, hint, src, form }: Props) => {
	const id = `${form}-picture`
	return (
		<form method="post" action={action} enctype="multipart/form-data" class="portraying">
			{src && <img class={form} src={src} alt={t("The picture there is now")} />}
			<div>
				<div class="field">
					<label for={id}>{label}</label>
					<p class="hint" id={`${id}-hint`}>
						{hint}
					</p>
					<input
						id={id}
						name="picture"
						type="file"
						accept="image/jpeg,image/png,image/webp,image/avif,image/gif"
						aria-describedby={`${id}-hint`}
					/>
				</div>
				<div class="choice">
					<button class="button second" type="submit" name="do" value="keep">
						{src ? t("Take this one instead") : t("Take this one")}
					</button>
					{src && (
						<button class="link" type="submit" name="do" value="remove">
							{t("Take it away")}
						</button>
					)}
				</div>
			</div>
		</form>
	)
}
